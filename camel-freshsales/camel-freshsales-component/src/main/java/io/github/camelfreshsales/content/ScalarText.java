package io.github.camelfreshsales.content;

import java.math.BigDecimal;

/** A single value as text, for the formats that know nothing but text. */
final class ScalarText {

    /** Beyond this a number is a tiny text but would take thousands of digits. */
    private static final int MAX_SCALE = 9999;

    private ScalarText() {}

    /** Null is the empty text, and a number is written without an exponent. */
    static String of(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Math.abs((long) decimal.scale()) > MAX_SCALE ? decimal.toString() : decimal.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            boolean finite = Double.isFinite(((Number) value).doubleValue());
            return finite ? new BigDecimal(value.toString()).toPlainString() : value.toString();
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
