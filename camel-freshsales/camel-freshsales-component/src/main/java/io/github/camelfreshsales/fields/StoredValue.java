// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a stored value is the one that was sent, in the meaning of its kind: numbers by value, dates by instant, lists by
 * content, e-mail addresses whatever their case.
 */
final class StoredValue {

    private StoredValue() {}

    static boolean isSame(Object sent, Object stored) {
        if (stored == null) {
            return sent instanceof Map<?, ?> map && isRemoval(map);
        }
        if (sent instanceof Map<?, ?> object) {
            return isRemoval(object) || stored instanceof Map<?, ?> other && hasAll(object, other);
        }
        if (sent instanceof List<?> list) {
            return areSame(list, stored);
        }
        if (stored instanceof List<?> list) {
            return isAmong(sent, list) || isJoined(sent, list);
        }
        return isSameScalar(sent, stored);
    }

    private static boolean isRemoval(Map<?, ?> object) {
        return Boolean.TRUE.equals(object.get("_destroy"));
    }

    private static boolean hasAll(Map<?, ?> sent, Map<?, ?> stored) {
        return sent.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !"_destroy".equals(entry.getKey()))
                .allMatch(entry -> isSame(entry.getValue(), stored.get(entry.getKey())));
    }

    private static boolean areSame(List<?> sent, Object stored) {
        if (stored instanceof List<?> list) {
            return sent.stream().allMatch(one -> one == null || isRemoved(one) || isAmong(one, list));
        }
        return isJoined(String.valueOf(stored), sent);
    }

    private static boolean isRemoved(Object one) {
        return one instanceof Map<?, ?> object && isRemoval(object);
    }

    private static boolean isAmong(Object one, List<?> stored) {
        return stored.stream().anyMatch(other -> isElement(one, other));
    }

    /** A text stands for the object that has it as its value, an id for the one that has it as its id. */
    private static boolean isElement(Object sent, Object stored) {
        if (sent instanceof Map || !(stored instanceof Map<?, ?> object)) {
            return stored != null && isSame(sent, stored);
        }
        return isSame(sent, object.get("value")) || isSame(sent, object.get("id"));
    }

    /** Several values are one text with semicolons, tags one with commas. */
    private static boolean isJoined(Object text, List<?> list) {
        Set<String> elements = new HashSet<>();
        list.forEach(one -> elements.add(String.valueOf(one).strip()));
        return parts(text, ";").equals(elements) || parts(text, ",").equals(elements);
    }

    private static Set<String> parts(Object text, String separator) {
        Set<String> parts = new HashSet<>();
        Arrays.stream(String.valueOf(text).split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);
        return parts;
    }

    private static boolean isSameScalar(Object sent, Object stored) {
        String one = sent.toString().strip();
        String other = stored.toString().strip();
        if (one.equals(other) || one.indexOf('@') > 0 && one.equalsIgnoreCase(other)) {
            return true;
        }
        if (stored instanceof Boolean flag) {
            return flag ? one.equals("1") : one.equals("0");
        }
        return isSameNumber(one, other)
                || isSameTime(one, other)
                || one.indexOf(';') >= 0 && parts(one, ";").equals(parts(other, ";"));
    }

    private static boolean isSameNumber(String one, String other) {
        BigDecimal number = number(one);
        BigDecimal same = number == null ? null : number(other);
        return same != null && number.compareTo(same) == 0;
    }

    private static BigDecimal number(String text) {
        try {
            return text.isEmpty() || text.length() > 100 || Character.isLetter(text.charAt(0))
                    ? null
                    : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A time without an offset is one of the account, whose offset the response shows; a date is that day there. */
    private static boolean isSameTime(String one, String other) {
        Temporal sent = time(one);
        Temporal stored = sent == null ? null : time(other);
        if (stored == null) {
            return false;
        }
        if (sent instanceof OffsetDateTime instant && stored instanceof OffsetDateTime same) {
            return instant.isEqual(same);
        }
        if (sent instanceof LocalDate || stored instanceof LocalDate) {
            return LocalDate.from(sent).equals(LocalDate.from(stored));
        }
        return LocalDateTime.from(sent).equals(LocalDateTime.from(stored));
    }

    private static Temporal time(String text) {
        if (text.length() < 10 || text.length() > 40 || text.charAt(4) != '-') {
            return null;
        }
        try {
            return text.length() == 10 ? LocalDate.parse(text) : instantOrLocal(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Temporal instantOrLocal(String text) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return (Temporal) parsed;
    }
}
