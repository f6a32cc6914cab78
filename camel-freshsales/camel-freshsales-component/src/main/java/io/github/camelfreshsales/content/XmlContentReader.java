package io.github.camelfreshsales.content;

import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import java.io.ByteArrayInputStream;
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
 * XML itself.
 */
final class XmlContentReader {

    private static final int MOST_LEVELS = 100;
    private static final XMLInputFactory FACTORY = factory();

    private XmlContentReader() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new XmlFactory().getXMLInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(byte[] document, Charset charset, boolean keepRoot) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(
                    new ByteArrayInputStream(document), charset == null ? null : charset.name());
            while (next(xml) != XMLStreamConstants.START_ELEMENT) {
                // what may stand before the root
            }
            String root = xml.getLocalName();
            Object content = element(xml, 1);
            while (xml.hasNext()) {
                next(xml);
            }
            if (!(content instanceof Map)) {
                throw new IllegalArgumentException("The root of the XML has no elements");
            }
            return keepRoot ? new LinkedHashMap<>(Map.of(root, content)) : (Map<String, Object>) content;
        } catch (XMLStreamException e) {
            // without the cause, whose message quotes the content
            throw new IllegalArgumentException("The XML is not well-formed" + place(e));
        }
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
    }

    private static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new IllegalArgumentException(
                    "The XML has a document type or an entity of its own; it must have neither");
        }
        return event;
    }

    /** The value of the element that has just begun; its end is read with it. */
    private static Object element(XMLStreamReader xml, int level) throws XMLStreamException {
        if (level > MOST_LEVELS) {
            throw new IllegalArgumentException("The XML is nested too deep");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (int event = next(xml); event != XMLStreamConstants.END_ELEMENT; event = next(xml)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                add(fields, xml.getLocalName(), element(xml, level + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        if (fields.isEmpty()) {
            return text.isEmpty() ? null : text.toString();
        }
        if (!text.toString().isBlank()) {
            throw new IllegalArgumentException("An element of the XML holds text between elements");
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
}
