// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import io.github.camelfreshsales.ContentFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ContentType;

/** The Content-Type of a request. What is asked for comes from messages, so it must not be able to add a header. */
public final class MediaTypes {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[ -~&&[^\"\\\\]]|\\\\[ -~])*+\"";
    private static final Pattern WHOLE =
            Pattern.compile(TOKEN + "/" + TOKEN + "(?: *; *" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))*+");

    private MediaTypes() {}

    static String of(ContentFormat format, String asked) {
        if (asked == null || asked.isBlank()) {
            return format.mediaType();
        }
        String contentType = asked.strip();
        ContentType parsed = parse(contentType);
        if (format != ContentFormat.raw && !StandardCharsets.UTF_8.equals(charset(parsed))) {
            throw new IllegalArgumentException(
                    "The format " + format + " is written in UTF-8. Leave another charset out"
                            + " of contentType, or send the text with contentFormat=raw");
        }
        if (format == ContentFormat.multipart && parsed.getParameter("boundary") != null) {
            throw new IllegalArgumentException(
                    "The boundary of a multipart body is chosen when it is written. Leave it out of contentType");
        }
        return contentType;
    }

    /**
     * Checks a media type before anything is sent.
     *
     * @throws IllegalArgumentException when it could not stand in a header, or names a charset that Java does not know
     */
    public static void check(String contentType) {
        parse(contentType);
    }

    static Charset charset(String contentType) {
        return charset(parse(contentType));
    }

    private static Charset charset(ContentType contentType) {
        return contentType.getCharset() == null ? StandardCharsets.UTF_8 : contentType.getCharset();
    }

    /** The media type as a stranger wrote it: without what is odd about it, or null when nothing can be made of it. */
    static String ofStranger(String contentType) {
        if (contentType == null) {
            return null;
        }
        for (String type : List.of(contentType.strip(), contentType.split(";", 2)[0].strip())) {
            try {
                parse(type);
                return type;
            } catch (IllegalArgumentException e) {
                // the parameters are left out, then all of it
            }
        }
        return null;
    }

    static ContentType parse(String contentType) {
        if (!WHOLE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("A content type must look like text/plain or text/plain; charset=UTF-8");
        }
        try {
            return ContentType.parse(contentType);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A content type names a charset that Java does not know", e);
        }
    }
}
