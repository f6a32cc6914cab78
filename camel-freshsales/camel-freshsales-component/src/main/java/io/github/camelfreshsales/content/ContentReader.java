// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a document from an unknown sender: JSON, XML or a form. The media type decides which; if it does not say, the first
 * character decides. The messages of its exceptions do not quote the content.
 */
public final class ContentReader {

    private static final Pattern CHARSET = Pattern.compile("charset *= *\"?([^\\s;\"]++)", Pattern.CASE_INSENSITIVE);

    /** A workflow puts an address into its JSON as it is, with its line breaks. */
    private final RecordReader reader = new RecordReader(new ObjectMapper(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build()));

    /** The kinds of document. */
    private enum Kind {
        JSON,
        XML,
        FORM
    }

    /**
     * The one object that the document holds.
     *
     * @param contentType the Content-Type it came with, or null
     * @param keepRoot    whether the root element of XML is a key of the object; otherwise it only holds the object
     * @throws IllegalArgumentException if the document cannot be read, or holds something else
     */
    public Map<String, Object> read(byte[] document, String contentType, boolean keepRoot) {
        Charset charset = charset(contentType);
        Kind kind = kind(contentType);
        if (kind == null) {
            kind = sniff(text(document, charset));
        }
        return switch (kind) {
            // Jackson finds out by itself which UTF it is
            case JSON ->
                json(charset == null ? document : text(document, charset).getBytes(StandardCharsets.UTF_8));
            case XML -> XmlContentReader.read(document, charset, keepRoot);
            case FORM -> FormContentReader.read(text(document, charset), charset);
        };
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> json(byte[] document) {
        Object value;
        try {
            value = reader.readJson(document);
        } catch (UnreadableJsonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        if (value instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IllegalArgumentException("The JSON is not one object");
    }

    /** The object that the fields of a form make, where a server has taken the form apart already. */
    public Map<String, Object> form(Map<?, ?> fields) {
        return FormContentReader.nested(fields);
    }

    private static Kind kind(String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.endsWith("/json") || type.endsWith("+json")) {
            return Kind.JSON;
        }
        if (type.endsWith("/xml") || type.endsWith("+xml")) {
            return Kind.XML;
        }
        return type.equals("application/x-www-form-urlencoded") ? Kind.FORM : null;
    }

    private static Kind sniff(String text) {
        String begin = text.stripLeading();
        if (begin.startsWith("{") || begin.startsWith("[")) {
            return Kind.JSON;
        }
        if (begin.startsWith("<")) {
            return Kind.XML;
        }
        if (begin.indexOf('=') > 0) {
            return Kind.FORM;
        }
        throw new IllegalArgumentException("The document is neither JSON nor XML nor a form");
    }

    private static String text(byte[] document, Charset charset) {
        String text = new String(document, charset == null ? StandardCharsets.UTF_8 : charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The charset that the content type names; null when it names none, or none that Java knows. */
    private static Charset charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
