// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.math.BigDecimal;

/** A single value as text, for formats that have only text. */
final class ScalarText {

    private ScalarText() {}

    /** Null is the empty text, and a number of a usual size is written without an exponent. */
    static String of(Object value) {
        if (value instanceof BigDecimal decimal) {
            return NumberTexts.text(decimal);
        }
        if (value instanceof Double || value instanceof Float) {
            return NumberTexts.text(new BigDecimal(value.toString()));
        }
        return value == null ? "" : wellFormed(value.toString());
    }

    /** Half of a surrogate pair has no bytes in UTF-8, and would silently become a question mark. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = text.codePointAt(i) > Character.MAX_VALUE;
                if (!pair) {
                    throw new IllegalArgumentException("A text holds half of a surrogate pair, which is no character");
                }
                i++;
            }
        }
        return text;
    }
}
