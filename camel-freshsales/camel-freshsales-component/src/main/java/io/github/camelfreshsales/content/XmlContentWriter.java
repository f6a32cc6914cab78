// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML, with an element for each field. It is written with Java's own StAX, whatever else is on the class path. */
final class XmlContentWriter implements ContentWriter {

    private final RecordReader reader;

    XmlContentWriter(RecordReader reader) {
        this.reader = reader;
    }

    @Override
    public RequestBody write(Document document, String contentType) {
        Records records = reader.read(document.content());
        if (records instanceof Records.One one) {
            Map<String, Object> record = reader.plain(one.record());
            String root = XmlText.name(document.root(record));
            Object content = document.wrapper() == null ? document.unwrapped(record) : record;
            return StreamedBody.held(contentType, out -> write(out, xml -> element(xml, root, content)));
        }
        Elements elements = ((Records.Many) records).elements();
        return StreamedBody.of(contentType, elements, out -> write(out, xml -> all(xml, document, elements)));
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** The XML writer is not closed after a failure, because closing would complete the document. */
    private void write(OutputStream out, Content content) throws IOException {
        try {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            content.writeTo(xml);
            xml.writeEndDocument();
            xml.close();
            text.flush();
        } catch (XMLStreamException e) {
            // nothing but the target can fail here: names and characters are checked before
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private void all(XMLStreamWriter xml, Document document, Iterator<Object> elements) throws XMLStreamException {
        String name = XmlText.name(document.singular());
        xml.writeStartElement(XmlText.name(document.plural()));
        while (elements.hasNext()) {
            Map<String, Object> record = reader.plain(reader.record(elements.next()));
            element(xml, name, document.unwrapped(record));
        }
        xml.writeEndElement();
    }

    private void element(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        if (value instanceof List<?> list) {
            for (Object item : list) {
                element(xml, name, item);
            }
        } else if (value == null) {
            xml.writeEmptyElement(name);
        } else {
            xml.writeStartElement(name);
            content(xml, name, value);
            xml.writeEndElement();
        }
    }

    private void content(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        if (!(value instanceof Map<?, ?> map)) {
            text(xml, XmlText.of(name, ScalarText.of(value)));
            return;
        }
        for (Map.Entry<?, ?> field : map.entrySet()) {
            element(xml, XmlText.name((String) field.getKey()), field.getValue());
        }
    }

    /** A carriage return that is not named would be read as a line feed. */
    private static void text(XMLStreamWriter xml, String text) throws XMLStreamException {
        int begin = 0;
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', begin)) {
            xml.writeCharacters(text.substring(begin, at));
            xml.writeEntityRef("#xd");
            begin = at + 1;
        }
        xml.writeCharacters(text.substring(begin));
    }
}
