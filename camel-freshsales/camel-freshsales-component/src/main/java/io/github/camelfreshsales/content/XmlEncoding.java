// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes an XML document. Java's parser could do it, but writes about wrong bytes to the standard error of the
 * application.
 */
final class XmlEncoding {

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int DECLARATION = 300;

    private XmlEncoding() {}

    /** @param named the charset that the sender has named, or null: then it shows in the document */
    static String decode(byte[] document, Charset named) {
        try {
            Charset charset = named == null ? charset(document) : named;
            String text = charset.newDecoder().decode(ByteBuffer.wrap(document)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "The XML is not in the encoding that it names, or in none that Java knows");
        }
    }

    private static Charset charset(byte[] document) {
        int first = document.length < 2 ? 0 : (document[0] & 0xFF) << 8 | document[1] & 0xFF;
        switch (first) {
            case 0xFEFF, 0xFFFE:
                return StandardCharsets.UTF_16;
            case '<':
                return StandardCharsets.UTF_16BE;
            case '<' << 8:
                return StandardCharsets.UTF_16LE;
            default:
                return declared(document);
        }
    }

    private static Charset declared(byte[] document) {
        String begin = new String(document, 0, Math.min(document.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(begin);
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }
}
