// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** Fields and files, as a browser uploads them. Files are read while they are sent. */
final class MultipartContentWriter implements ContentWriter {

    private final RecordReader reader;

    MultipartContentWriter(RecordReader reader) {
        this.reader = reader;
    }

    @Override
    public RequestBody write(Document document, String contentType) {
        String boundary = UUID.randomUUID().toString();
        // LEGACY is what browsers send: names in UTF-8 as they are
        MultipartEntityBuilder form = MultipartEntityBuilder.create()
                .setMode(HttpMultipartMode.LEGACY)
                .setCharset(StandardCharsets.UTF_8)
                .setBoundary(boundary);
        List<RequestBody> sources = new ArrayList<>();
        Object content = content(document);
        try {
            FormFields.each(null, content, (name, value) -> form.addPart(checked(name), part(value, sources)));
        } catch (RuntimeException e) {
            sources.forEach(source -> Closing.closeAfter(e, source));
            throw e;
        }
        return body(contentType + "; boundary=" + boundary, form.build(), sources);
    }

    /** Each file closes itself when it has been written; closing the body closes those that never were. */
    private static RequestBody body(String contentType, HttpEntity form, List<RequestBody> files) {
        boolean repeatable = files.stream().allMatch(RequestBody::repeatable);
        return StreamedBody.of(
                contentType, form.getContentLength(), repeatable, () -> files.forEach(Closing::close), form::writeTo);
    }

    private Object content(Document document) {
        Records records = reader.read(document.content());
        if (records instanceof Records.One one) {
            return named(document.wrapper(), one.record());
        }
        List<Object> all = new ArrayList<>();
        Iterator<Object> elements = ((Records.Many) records).elements();
        elements.forEachRemaining(element -> all.add(reader.record(element)));
        return named(document.plural(), all);
    }

    private static Object named(String name, Object content) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put(name, content);
        return name == null ? content : named;
    }

    private static PartBody part(Object value, List<RequestBody> sources) {
        FilePart file = FilePart.of(value);
        if (file == null) {
            byte[] text = ByteBodies.encoded(ScalarText.of(value), StandardCharsets.UTF_8);
            return new PartBody(RequestBody.of(text, ContentType.TEXT_PLAIN.getMimeType()), null);
        }
        MediaTypes.parse(file.contentType());
        RequestBody source = ByteBodies.of(file.content(), file.contentType());
        sources.add(source);
        return new PartBody(source, checked(file.fileName()));
    }

    /** HttpClient escapes quotes, and would put blanks for line breaks. */
    private static String checked(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The name of a field or file holds a line break or another control character");
        }
        return name;
    }
}
