// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.util.regex.Pattern;

/** What XML 1.0 can carry. */
final class XmlText {

    private static final String START = "A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}"
            + "\\x{200C}-\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}\\x{F900}-\\x{FDCF}"
            + "\\x{FDF0}-\\x{FFFD}";
    /** Without the colon, which would need a namespace, and what lies beyond 16 bits, which many parsers refuse. */
    private static final Pattern NAME =
            Pattern.compile("[" + START + "][" + START + "0-9.\\xB7\\x{300}-\\x{36F}\\x{203F}-\\x{2040}-]*");

    private XmlText() {}

    static String name(String key) {
        if (!NAME.matcher(key).matches()) {
            throw new IllegalArgumentException("The key '" + key.replaceAll("\\p{Cntrl}", "?")
                    + "' cannot be the name of an XML element; use another contentFormat");
        }
        return key;
    }

    /** Checks a text whose surrogates are in pairs. */
    static String of(String key, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) {
                throw new IllegalArgumentException("The value of '" + key
                        + "' holds a character that XML 1.0 cannot carry; use another contentFormat");
            }
        }
        return text;
    }

    private static boolean isAllowed(char c) {
        return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
    }
}
