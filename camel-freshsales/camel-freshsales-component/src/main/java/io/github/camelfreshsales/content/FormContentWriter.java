// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;

/** A form, percent-encoded as a browser does it. */
final class FormContentWriter implements ContentWriter {

    private static final int CHUNK = 8192;

    private final RecordReader reader;

    FormContentWriter(RecordReader reader) {
        this.reader = reader;
    }

    @Override
    public RequestBody write(Document document, String contentType) {
        Records records = reader.read(document.content());
        if (records instanceof Records.One one) {
            Object record = reader.plain(one.record());
            StringBuilder form = new StringBuilder();
            FormFields.each(document.wrapper(), record, (name, value) -> append(form, name, value));
            return RequestBody.of(form.toString().getBytes(StandardCharsets.US_ASCII), contentType);
        }
        Elements elements = ((Records.Many) records).elements();
        return StreamedBody.of(contentType, elements, out -> writeAll(document.plural() + "[]", elements, out));
    }

    private void writeAll(String prefix, Iterator<Object> elements, OutputStream out) throws IOException {
        FormObjects objects = new FormObjects();
        StringBuilder form = new StringBuilder();
        boolean begun = false;
        while (elements.hasNext()) {
            Object record = reader.plain(reader.record(elements.next()));
            objects.next(prefix, record);
            FormFields.each(prefix, record, (name, value) -> append(form, name, value));
            if (form.length() > CHUNK) {
                flush(form, begun, out);
                begun = true;
            }
        }
        flush(form, begun, out);
    }

    private static void flush(StringBuilder form, boolean begun, OutputStream out) throws IOException {
        if (form.length() > 0) {
            String text = begun ? "&" + form : form.toString();
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            form.setLength(0);
        }
    }

    private static void append(StringBuilder form, String name, Object value) {
        if (form.length() > 0) {
            form.append('&');
        }
        NameValuePair field = new BasicNameValuePair(ScalarText.of(name), ScalarText.of(value));
        WWWFormCodec.format(form, List.of(field), StandardCharsets.UTF_8);
    }
}
