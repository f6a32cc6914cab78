// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes an object of XML, the reverse of {@link XmlContentWriter}: an element is a field, an element that comes again a
 * list, an empty one null. Attributes are left out. A document type is refused, and with it every entity but the five of
 * XML itself. It is read with Java's own StAX, whatever else is on the class path.
 */
final class XmlContentReader {

    private static final int MOST_LEVELS = 100;

    private XmlContentReader() {}

    private static XMLStreamReader open(String document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory.createXMLStreamReader(new StringReader(document));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(byte[] document, Charset charset, boolean keepRoot) {
        Map<String, Object> root = root(XmlEncoding.decode(document, charset));
        Object content = root.values().iterator().next();
        if (!(content instanceof Map)) {
            throw new IllegalArgumentException("The root of the XML has no elements");
        }
        return keepRoot ? root : (Map<String, Object>) content;
    }

    /** The root element under its name. Whatever the parser throws is without its cause, whose message quotes the content. */
    private static Map<String, Object> root(String document) {
        XMLStreamReader xml = null;
        try {
            xml = open(document);
            while (next(xml) != XMLStreamConstants.START_ELEMENT) {
                // what may stand before the root
            }
            Map<String, Object> root = new LinkedHashMap<>();
            root.put(xml.getLocalName(), element(xml, 1));
            while (xml.hasNext()) {
                next(xml);
            }
            return root;
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e.getMessage());
        } catch (XMLStreamException | RuntimeException e) {
            throw new IllegalArgumentException("The XML is not well-formed" + place(xml));
        }
    }

    private static String place(XMLStreamReader xml) {
        return xml == null || xml.getLocation() == null
                ? ""
                : " at line " + xml.getLocation().getLineNumber() + ", column "
                        + xml.getLocation().getColumnNumber();
    }

    private static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Unreadable("The XML has a document type or an entity of its own; it must have neither");
        }
        return event;
    }

    /** The value of the element that has just begun; its end is read with it. */
    private static Object element(XMLStreamReader xml, int level) throws XMLStreamException {
        if (level > MOST_LEVELS) {
            throw new Unreadable("The XML is nested too deep");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (int event = next(xml); event != XMLStreamConstants.END_ELEMENT; event = next(xml)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                add(fields, xml.getLocalName(), element(xml, level + 1));
            } else if (xml.isCharacters() || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        if (fields.isEmpty()) {
            return text.isEmpty() ? null : text.toString();
        }
        if (!text.toString().isBlank()) {
            throw new Unreadable("An element of the XML holds text between elements");
        }
        return fields;
    }

    private static void add(Map<String, Object> fields, String name, Object value) {
        if (!fields.containsKey(name)) {
            fields.put(name, value);
        } else if (fields.get(name) instanceof Several several) {
            several.add(value);
        } else {
            Several several = new Several();
            several.add(fields.get(name));
            several.add(value);
            fields.put(name, several);
        }
    }

    /** The values of an element that came more than once. */
    private static final class Several extends ArrayList<Object> {

        private static final long serialVersionUID = 1L;
    }

    /** Well-formed, but not what is wanted here. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }
}
