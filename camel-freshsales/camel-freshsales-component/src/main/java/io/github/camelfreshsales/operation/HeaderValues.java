// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;

/** Converts the value of a header into the value of an option. It refuses what is not clear, and does not guess. */
final class HeaderValues {

    private HeaderValues() {}

    /**
     * Converts the value of a header.
     *
     * @throws IllegalArgumentException naming the header and what it must be
     */
    static Object convert(Option<?> option, Object given) {
        Class<?> type = option.type();
        if (type.isInstance(given)) {
            return given;
        }
        List<?> many = option.takesMany() ? null : elements(given);
        if (many != null && many.size() != 1) {
            throw unfit(option);
        }
        String text = text(given);
        if (text == null) {
            throw unfit(option);
        }
        if (type == String.class) {
            return text;
        }
        try {
            return type.isEnum() ? constant(option, text.trim()) : scalar(option, text.trim());
        } catch (NumberFormatException e) {
            throw unfit(option);
        }
    }

    private static Object scalar(Option<?> option, String text) {
        if (option.type() == Integer.class) {
            return Integer.valueOf(text);
        }
        if (option.type() == Long.class) {
            return Long.valueOf(text);
        }
        boolean yes = text.equalsIgnoreCase("true");
        if (!yes && !text.equalsIgnoreCase("false")) {
            throw unfit(option);
        }
        return yes;
    }

    private static Object constant(Option<?> option, String text) {
        for (Object constant : option.type().getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw unfit(option);
    }

    private static IllegalArgumentException unfit(Option<?> option) {
        return unfit(option, "it must be " + expected(option));
    }

    static IllegalArgumentException unfit(Option<?> option, String why) {
        return new IllegalArgumentException("The header " + option.header() + " cannot be used: " + why);
    }

    private static String expected(Option<?> option) {
        Class<?> type = option.type();
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type != String.class) {
            return "a whole number";
        }
        return option.takesMany() ? "text, a number, or a list of these" : "one text or number";
    }

    /** A value as text, the elements of several joined by commas; null when it is neither text nor a number. */
    static String text(Object given) {
        List<?> many = elements(given);
        if (many == null) {
            return one(given);
        }
        StringJoiner joined = new StringJoiner(",");
        for (Object element : many) {
            String text = one(element);
            if (text == null) {
                return null;
            }
            joined.add(text);
        }
        return joined.toString();
    }

    /** The elements of an array or of anything iterable; null for a single value. */
    static List<?> elements(Object given) {
        if (given instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (given instanceof Iterable<?> iterable && !(given instanceof java.nio.file.Path)) {
            List<Object> elements = new ArrayList<>();
            iterable.forEach(elements::add);
            return elements;
        }
        return primitives(given);
    }

    private static List<?> primitives(Object given) {
        if (given instanceof long[] array) {
            return Arrays.stream(array).boxed().toList();
        }
        return given instanceof int[] array ? Arrays.stream(array).boxed().toList() : null;
    }

    private static String one(Object given) {
        if (given instanceof BigDecimal || given instanceof Double || given instanceof Float) {
            return decimal(given.toString());
        }
        boolean isText = given instanceof CharSequence
                || given instanceof Number
                || given instanceof Boolean
                || given instanceof Character
                || given instanceof Enum
                || given instanceof UUID
                || given instanceof java.time.temporal.TemporalAccessor;
        return isText ? given.toString() : null;
    }

    private static String decimal(String number) {
        try {
            BigDecimal exact = new BigDecimal(number).stripTrailingZeros();
            boolean isSane = Math.abs((long) exact.scale()) < 40;
            return isSane ? exact.toPlainString() : exact.toString();
        } catch (NumberFormatException e) {
            return null; // not a finite one
        }
    }
}
