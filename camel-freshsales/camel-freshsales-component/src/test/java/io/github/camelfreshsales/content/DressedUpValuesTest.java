// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.camelfreshsales.ContentFormat;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.sql.Clob;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.sql.rowset.serial.SerialClob;
import javax.xml.datatype.DatatypeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that Java dresses up: dates, text, numbers, containers of one value. */
class DressedUpValuesTest {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    static Stream<Arguments> dates() throws Exception {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Europe/Berlin"));
        calendar.setTimeInMillis(NOON.toEpochMilli());
        DatatypeFactory xml = DatatypeFactory.newInstance();
        return Stream.of(
                arguments(java.sql.Date.valueOf("2026-03-05"), "2026-03-05"),
                arguments(java.sql.Time.valueOf("09:30:00"), "09:30:00"),
                arguments(Timestamp.from(NOON.plusNanos(1_500_000)), "2026-03-05T12:00:00.001500Z"),
                arguments(Date.from(NOON), "2026-03-05T12:00:00Z"),
                arguments(new Date(0) {}, "1970-01-01T00:00:00Z"),
                arguments(calendar, "2026-03-05T13:00:00+01:00"),
                arguments(xml.newXMLGregorianCalendar("2026-03-05"), "2026-03-05"),
                arguments(NOON, "2026-03-05T12:00:00Z"),
                arguments(LocalDate.of(2026, 3, 5), "2026-03-05"),
                arguments(LocalDateTime.of(2026, 3, 5, 12, 0), "2026-03-05T12:00:00"),
                arguments(LocalTime.of(9, 30), "09:30:00"),
                arguments(OffsetDateTime.ofInstant(NOON, ZoneOffset.ofHours(1)), "2026-03-05T13:00:00+01:00"),
                arguments(ZonedDateTime.ofInstant(NOON, ZoneId.of("Europe/Berlin")), "2026-03-05T13:00:00+01:00"),
                arguments(OffsetTime.of(9, 30, 0, 0, ZoneOffset.UTC), "09:30:00Z"),
                arguments(JapaneseDate.of(2026, 3, 5), "2026-03-05"),
                arguments(Year.of(2026), "2026"),
                arguments(YearMonth.of(2026, 3), "2026-03"),
                arguments(MonthDay.of(3, 5), "--03-05"),
                arguments(Duration.ofMinutes(90), "PT1H30M"),
                arguments(Period.ofDays(3), "P3D"),
                arguments(ZoneId.of("Europe/Berlin"), "Europe/Berlin"),
                arguments(DayOfWeek.MONDAY, "MONDAY"));
    }

    static Stream<Arguments> values() throws Exception {
        return Stream.of(
                arguments(new StringBuilder("Zoë"), "Zoë"),
                arguments(CharBuffer.wrap("Zoë"), "Zoë"),
                arguments('x', "x"),
                arguments("Zoë".toCharArray(), "Zoë"),
                arguments(new SerialClob("Zoë".toCharArray()), "Zoë"),
                arguments(Optional.of("Zoë"), "Zoë"),
                arguments(Optional.of(Optional.of(LocalDate.of(2026, 3, 5))), "2026-03-05"),
                arguments(Optional.empty(), null),
                arguments(OptionalInt.of(7), 7),
                arguments(OptionalLong.empty(), null),
                arguments(new AtomicReference<>(new AtomicInteger(7)), 7),
                arguments(new AtomicBoolean(true), true),
                arguments(new AtomicLong(70041234567L), 70041234567L),
                arguments(sum(7), 7),
                arguments(new UUID(0, 1), "00000000-0000-0000-0000-000000000001"),
                arguments(URI.create("https://acme.example/a"), "https://acme.example/a"),
                arguments(Locale.GERMANY, "de_DE"),
                arguments(TimeUnit.DAYS, "DAYS"));
    }

    private static LongAdder sum(int value) {
        LongAdder sum = new LongAdder();
        sum.add(value);
        return sum;
    }

    /** However it is set: as of the factory, with numbers for dates, and with a serialiser of the user. */
    private static List<ObjectMapper> mappers() {
        return List.of(
                new ObjectMapper(),
                new ObjectMapper().enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS),
                new ObjectMapper()
                        .registerModule(new SimpleModule()
                                .addSerializer(Date.class, new Nonsense<>())
                                .addSerializer(LocalDate.class, new Nonsense<>())),
                new OwnMapper());
    }

    private static final class Nonsense<T> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString("nonsense");
        }
    }

    /** One that does not know how to copy itself. */
    private static final class OwnMapper extends ObjectMapper {
        private static final long serialVersionUID = 1L;
    }

    public record Bean(Object value) {}

    @ParameterizedTest
    @MethodSource({"dates", "values"})
    void valueIsTheSameInEveryFormatAtAnyDepth(Object value, Object plain) {
        for (ObjectMapper mapper : mappers()) {
            RecordReader reader = new RecordReader(mapper);
            ContentWriters writers = new ContentWriters(reader);
            for (ContentFormat format : ContentFormat.values()) {
                if (format != ContentFormat.raw) {
                    Map<String, Object> usual = map("v", plain, "deep", map("l", List.of(map("v", plain))));

                    Map<String, Object> record = map("v", value, "deep", map("l", List.of(new Bean(value))));
                    Map<String, Object> expected = map("v", plain, "deep", map("l", List.of(map("value", plain))));

                    assertThat(written(writers, format, record)).isEqualTo(written(writers, format, expected));
                    assertThat(written(writers, format, map("v", value, "deep", map("l", List.of(map("v", value))))))
                            .isEqualTo(written(writers, format, usual));
                }
            }
            assertThat(reader.record(map("v", value)).toString()).isEqualTo("{v=" + plain + "}");
            assertThat(reader.record(new Bean(value)).toString()).isEqualTo("{value=" + plain + "}");
        }
    }

    private static String written(ContentWriters writers, ContentFormat format, Map<String, Object> record) {
        RequestBody body = writers.write(format, new Document(record, null, null, null), null);
        return Written.text(body).replace(body.contentType().replaceAll(".*boundary=", ""), "B");
    }

    /** The way of a record that came through no reader. */
    @ParameterizedTest
    @MethodSource("dates")
    void dateIsIsoTextAlsoWhereJacksonWritesAlone(Object value, String plain) {
        assertThat(Written.text(Written.body(ContentFormat.json, map("a", map("d", value)))))
                .isEqualTo("{\"a\":{\"d\":\"" + plain + "\"}}");
        assertThat(Written.text(Written.body(
                        ContentFormat.json, List.of(map("d", value)).iterator())))
                .isEqualTo("[{\"d\":\"" + plain + "\"}]");
    }

    @Test
    void propertyThatSaysItsOwnFormatKeepsIt() {
        record Deal(
                @JsonFormat(pattern = "dd.MM.yyyy", timezone = "UTC")
                Date closed,

                @JsonFormat(shape = JsonFormat.Shape.NUMBER) Date seen,
                Date made) {}

        Map<String, Object> record =
                new RecordReader(Samples.MAPPER).record(new Deal(new Date(0), new Date(5), new Date(0)));

        assertThat(record).isEqualTo(map("closed", "01.01.1970", "seen", 5L, "made", "1970-01-01T00:00:00Z"));
    }

    @Test
    void manyValuesAreListsWhateverHoldsThem() {
        RecordReader reader = new RecordReader(Samples.MAPPER);

        Map<String, Object> record = reader.record(map(
                "ints", new int[] {1, 2},
                "doubles", new double[] {0.5},
                "texts", new String[] {"a", null},
                "set", Set.of(LocalDate.EPOCH),
                "stream", Stream.of(new Date(0)),
                "iterator", List.of('a').iterator(),
                "list", List.of(new StringBuilder("b"))));

        assertThat(record)
                .isEqualTo(map(
                        "ints", List.of(1, 2),
                        "doubles", List.of(0.5),
                        "texts", java.util.Arrays.asList("a", null),
                        "set", List.of("1970-01-01"),
                        "stream", List.of("1970-01-01T00:00:00Z"),
                        "iterator", List.of("a"),
                        "list", List.of("b")));
    }

    static Stream<Object> stateful() {
        return Stream.of(
                CompletableFuture.completedFuture("secret"),
                new Object(),
                new IllegalStateException("secret"),
                Thread.currentThread(),
                new java.util.Random(1),
                new Half());
    }

    /** A number as JSON does not know it. */
    private static final class Half extends Number {
        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0.5f;
        }

        @Override
        public double doubleValue() {
            return 0.5;
        }

        @Override
        public String toString() {
            return "1/2";
        }
    }

    @ParameterizedTest
    @MethodSource("stateful")
    void whatHasNoFormInJsonIsRefusedInsideARecordToo(Object value) {
        Throwable thrown = catchThrowable(() -> new RecordReader(Samples.MAPPER).record(map("a", List.of(value))));

        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        NoContent.in(thrown);
    }

    static Stream<Object> files() {
        return Stream.of(
                new ByteArrayInputStream(new byte[0]),
                new StringReader("secret"),
                new File("secret"),
                Path.of("secret"),
                new FilePart("secret", null, "secret"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileIsTakenByMultipartOnly(Object file) {
        for (Object record : List.of(map("f", file), map("deep", List.of(map("f", file))), new Bean(file))) {
            for (ContentFormat format : List.of(ContentFormat.json, ContentFormat.xml, ContentFormat.csv)) {
                Throwable thrown = catchThrowable(() -> Written.body(format, record));

                assertThat(thrown)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(
                                "it is a file, which needs contentFormat=multipart. Accepted are: text, ");
                NoContent.in(thrown);
            }
        }
    }

    @Test
    void fileOfABeanIsAFileOfMultipart() {
        String parts = Written.text(Written.body(ContentFormat.multipart, new Bean(Samples.file("hello"))));

        assertThat(parts).contains("name=\"value\"; filename=\"contact").contains("\r\n\r\nhello\r\n");
    }

    @Test
    void numbersOfOtherTypesAreNumbers() {
        Map<String, Object> record =
                new RecordReader(Samples.MAPPER).record(map("a", new AtomicLong(5), "b", new BigDecimal("1.50")));

        assertThat(record).isEqualTo(map("a", 5L, "b", new BigDecimal("1.50")));
    }

    @Test
    void textOfAClosedConnectionIsRefused() throws Exception {
        Clob clob = new SerialClob("secret".toCharArray());
        clob.free();

        Throwable thrown = catchThrowable(() -> new RecordReader(Samples.MAPPER).record(map("a", clob)));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its text cannot be read; read it while the connection is open");
    }
}
