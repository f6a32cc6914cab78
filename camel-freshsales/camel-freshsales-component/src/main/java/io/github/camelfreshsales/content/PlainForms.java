// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.xml.datatype.XMLGregorianCalendar;

/**
 * The form in JSON of values that Java dresses up: every date is ISO 8601 text, whatever a mapper is set to. A moment is
 * in UTC unless it knows its offset; what has no zone is written without one.
 */
final class PlainForms {

    private static final Map<Class<?>, Function<Object, Object>> FORMS = new LinkedHashMap<>();

    /** The first row that fits counts, so a special type stands above its kind. */
    static {
        form(CharSequence.class, Object::toString);
        form(Character.class, Object::toString);
        form(char[].class, String::new);
        form(Clob.class, PlainForms::text);
        form(java.sql.Date.class, date -> date.toLocalDate().toString());
        form(java.sql.Time.class, time -> iso(time.toLocalTime()));
        form(java.sql.Timestamp.class, time -> time.toInstant().toString());
        form(Date.class, date -> Instant.ofEpochMilli(date.getTime()).toString());
        form(Calendar.class, PlainForms::iso);
        form(XMLGregorianCalendar.class, XMLGregorianCalendar::toXMLFormat);
        form(javax.xml.datatype.Duration.class, Object::toString);
        form(ZonedDateTime.class, date -> iso(date.toOffsetDateTime()));
        form(OffsetDateTime.class, PlainForms::iso);
        form(LocalDateTime.class, DateTimeFormatter.ISO_LOCAL_DATE_TIME::format);
        form(LocalTime.class, PlainForms::iso);
        form(OffsetTime.class, DateTimeFormatter.ISO_OFFSET_TIME::format);
        form(ChronoLocalDate.class, date -> LocalDate.from(date).toString());
        form(TemporalAmount.class, Object::toString);
        form(ZoneId.class, Object::toString);
        form(Optional.class, value -> value.orElse(null));
        form(OptionalInt.class, value -> value.isPresent() ? value.getAsInt() : null);
        form(OptionalLong.class, value -> value.isPresent() ? value.getAsLong() : null);
        form(OptionalDouble.class, value -> value.isPresent() ? value.getAsDouble() : null);
        form(AtomicReference.class, AtomicReference::get);
        form(AtomicBoolean.class, AtomicBoolean::get);
    }

    private static final ClassValue<Function<Object, Object>> BY_TYPE = new ClassValue<>() {
        @Override
        protected Function<Object, Object> computeValue(Class<?> type) {
            return find(type);
        }
    };

    private PlainForms() {}

    private static <T> void form(Class<T> type, Function<? super T, Object> form) {
        FORMS.put(type, value -> form.apply(type.cast(value)));
    }

    private static Function<Object, Object> find(Class<?> type) {
        if (type == String.class) {
            return null;
        }
        for (Map.Entry<Class<?>, Function<Object, Object>> row : FORMS.entrySet()) {
            if (row.getKey().isAssignableFrom(type)) {
                return row.getValue();
            }
        }
        if (Number.class.isAssignableFrom(type) && !isJsonNumber(type)) {
            return PlainForms::number;
        }
        // what is left of java.time says itself in ISO 8601; days of the week and months are enums
        boolean date = TemporalAccessor.class.isAssignableFrom(type) && !Enum.class.isAssignableFrom(type);
        return date || isOlderLibrary(type) ? Object::toString : null;
    }

    private static boolean isJsonNumber(Class<?> type) {
        return type == Long.class
                || type == Integer.class
                || type == Short.class
                || type == Byte.class
                || type == Double.class
                || type == Float.class
                || BigDecimal.class.isAssignableFrom(type)
                || BigInteger.class.isAssignableFrom(type);
    }

    /** Joda-Time and the backport of java.time, which say themselves in ISO 8601 as well. */
    private static boolean isOlderLibrary(Class<?> type) {
        return type.getName().startsWith("org.joda.time.") || type.getName().startsWith("org.threeten.bp.");
    }

    /** The form of a value, which may itself have one; the value itself when it has none. */
    static Object of(Object value) {
        Function<Object, Object> form = BY_TYPE.get(value.getClass());
        return form == null ? value : form.apply(value);
    }

    static boolean cover(Class<?> type) {
        return BY_TYPE.get(type) != null;
    }

    private static String iso(LocalTime time) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }

    private static String iso(OffsetDateTime date) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date);
    }

    private static String iso(Calendar calendar) {
        ZoneId zone = calendar.getTimeZone().toZoneId();
        return iso(OffsetDateTime.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), zone));
    }

    private static String text(Clob clob) {
        try {
            return clob.getSubString(1, (int) Math.min(clob.length(), Integer.MAX_VALUE));
        } catch (SQLException e) {
            throw Refusal.ofValue(clob, "its text cannot be read; read it while the connection is open");
        }
    }

    private static Number number(Object value) {
        try {
            BigDecimal number = new BigDecimal(value.toString());
            boolean fits = number.scale() == 0 && number.unscaledValue().bitLength() < Long.SIZE;
            return fits ? (Number) number.longValue() : number;
        } catch (NumberFormatException e) {
            throw Refusal.ofValue(value, "it is not a number that JSON knows");
        }
    }
}
