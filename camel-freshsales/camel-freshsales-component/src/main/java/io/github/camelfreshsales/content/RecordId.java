// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The id of a record, as a path carries it. Spreadsheets and untyped JSON make decimals of ids, so a number that is whole
 * counts, whatever its Java type and its form: 7.0041234567E10 is 70041234567.
 *
 * @param text digits, or whatever text somebody gave as an id
 */
public record RecordId(String text) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}(?:\\.[0-9]{1,30})?(?:[eE]\\+?[0-9]{1,2})?");
    private static final int MOST_DIGITS = 40;

    /** Whether something is an id by itself: a number, or text that is not JSON. */
    public static boolean isId(Object value) {
        if (value instanceof CharSequence text) {
            String trimmed = text.toString().trim();
            return !trimmed.isEmpty() && !trimmed.startsWith("[") && !trimmed.startsWith("{");
        }
        return value instanceof Number;
    }

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException if it is none: a fraction, or a number that has lost its last digits
     */
    public static RecordId of(Object value) {
        if (!isId(value)) {
            throw new IllegalArgumentException("An id is missing: give a number or text");
        }
        String text = value.toString().trim();
        if (value instanceof Double number) {
            checkExact(number, 1L << 53);
        } else if (value instanceof Float number) {
            checkExact(number, 1L << 24);
        }
        return new RecordId(value instanceof Number || isDressedUp(text) ? digits(text, value) : text);
    }

    /** The id as it stands in JSON: digits are a number. */
    public Object asJson() {
        return text.matches("[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
    }

    private static boolean isDressedUp(String text) {
        return NUMBER.matcher(text).matches() && !text.matches("[0-9]+");
    }

    /** Beyond its limit a floating-point number skips whole numbers, and would name another record. */
    private static void checkExact(double number, long limit) {
        if (!(Math.abs(number) <= limit)) {
            throw new IllegalArgumentException("An id is a number of the type Double or Float that cannot hold all its"
                    + " digits; give it as a Long or as text");
        }
    }

    private static String digits(String text, Object value) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("An id is not a number that can be an id");
        }
        boolean guessed = value instanceof CharSequence && number.scale() < 0;
        if (guessed || Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "An id is a number that has lost its last digits, as spreadsheets show large ones; give all digits");
        }
        return whole(number).toString();
    }

    private static BigInteger whole(BigDecimal number) {
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("An id is a number with a fraction; an id is a whole number");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
