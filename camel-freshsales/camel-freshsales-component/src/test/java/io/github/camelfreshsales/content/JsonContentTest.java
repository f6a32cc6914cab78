// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.ContentFormat.json;
import static io.github.camelfreshsales.content.Samples.LI;
import static io.github.camelfreshsales.content.Samples.ZOE;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonContentTest {

    @Test
    void recordIsWrittenAsItIs() {
        RequestBody body = Written.body(json, map("z", 1, "a", null, "é", "李 שלום 😀", "list", List.of(1, "2")));

        assertThat(Written.text(body))
                .isEqualTo("{\"z\":1,\"a\":null,\"é\":\"李 שלום \\uD83D\\uDE00\",\"list\":[1,\"2\"]}");
        assertThat(body.contentType()).isEqualTo("application/json");
        assertThat(body.length()).isEqualTo(Written.bytes(body).length);
        assertThat(body.repeatable()).isTrue();
    }

    @Test
    void wrapperStandsAroundARecord() {
        assertThat(Written.text(Written.wrapped(json, ZOE)))
                .isEqualTo("{\"contact\":{\"first_name\":\"Zoë\",\"age\":41}}");
    }

    @Test
    void wrapperStandsAroundAListToo() {
        assertThat(Written.text(Written.wrapped(json, List.of(map("a", 1))))).isEqualTo("{\"contact\":[{\"a\":1}]}");
        assertThat(Written.text(Written.wrapped(json, List.of(map("a", 1)).iterator())))
                .isEqualTo("{\"contact\":[{\"a\":1}]}");
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(9223372036854775807L, "9223372036854775807"),
                arguments(new BigInteger("1234567890123456789012345"), "1234567890123456789012345"),
                arguments(new BigDecimal("0.123456789012345678901234567890"), "0.123456789012345678901234567890"),
                arguments(new BigDecimal("1500.00"), "1500.00"),
                arguments(new BigDecimal("1E+2"), "1E+2"),
                arguments(new BigDecimal("1E+9999"), "1E+9999"),
                arguments(new BigDecimal("-1.5E-9999"), "-1.5E-9999"),
                arguments(new BigDecimal("1E+999999999"), "1E+999999999"),
                arguments(new BigDecimal("1E-10"), "0.0000000001"),
                arguments(0.1f, "0.1"),
                arguments("1500.0", "\"1500.0\""));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersKeepAllTheirDigits(Object number, String written) {
        assertThat(Written.text(Written.body(json, map("n", number)))).isEqualTo("{\"n\":" + written + "}");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersThatCameAsJsonLeaveAsTheyCame(Object number, String written) {
        Map<String, Object> record = new RecordReader(Samples.MAPPER).record("{\"n\":" + written + "}");

        assertThat(Written.text(Written.body(json, record))).isEqualTo("{\"n\":" + written + "}");
    }

    static Stream<Arguments> inMemory() {
        return Stream.<Object>of(
                        List.of(ZOE, LI),
                        new Object[] {ZOE, LI},
                        new Samples.Contact[] {new Samples.Contact("Zoë", 41), new Samples.Contact("李", 7)},
                        Samples.MAPPER.valueToTree(List.of(ZOE, LI)),
                        elements(List.of(ZOE, LI)),
                        elements(Samples.TWO),
                        elements(Samples.bytes(Samples.TWO)))
                .map(content -> arguments(content));
    }

    private static Iterator<Object> elements(Object body) {
        return ((Records.Many) new RecordReader(Samples.MAPPER).read(body)).elements();
    }

    @ParameterizedTest
    @MethodSource("inMemory")
    void manyRecordsInMemoryCanBeRepeated(Object content) {
        RequestBody body = Written.body(json, content);

        assertThat(Written.text(body)).isEqualTo(Samples.TWO);
        assertThat(Written.text(body)).isEqualTo(Samples.TWO);
        assertThat(body.length()).isEqualTo(Samples.bytes(Samples.TWO).length);
        assertThat(body.repeatable()).isTrue();
    }

    static Stream<Object> streaming() {
        return Stream.of(
                List.of(ZOE, LI).iterator(),
                (Iterable<Object>) () -> List.<Object>of(ZOE, LI).iterator(),
                Stream.of(ZOE, LI),
                elements(Stream.of(ZOE, LI)),
                elements(WatchedStream.of(Samples.TWO)));
    }

    @ParameterizedTest
    @MethodSource("streaming")
    void manyRecordsFromAStreamAreWrittenOnce(Object content) {
        RequestBody body = Written.body(json, content);

        assertThat(Written.text(body)).isEqualTo(Samples.TWO);
        assertThat(body.contentType()).isEqualTo("application/json");
        assertThat(body.length()).isEqualTo(-1);
        assertThat(body.repeatable()).isFalse();
        assertThatThrownBy(() -> body.writeTo(new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The body came from a stream and has been sent already");
    }

    @Test
    void noRecordsAreAnEmptyArray() {
        assertThat(Written.text(Written.body(json, List.of()))).isEqualTo("[]");
        assertThat(Written.text(Written.body(json, List.of().iterator()))).isEqualTo("[]");
    }

    @Test
    void mapperDecidesHowValuesAreWritten() {
        ObjectMapper mapper = new ObjectMapper()
                .enable(SerializationFeature.WRAP_ROOT_VALUE)
                .registerModule(new SimpleModule().addSerializer(Long.class, ToStringSerializer.instance));
        UUID uuid = new UUID(0, 1);

        RequestBody body = new ContentWriters(new RecordReader(mapper))
                .write(json, new Document(map("id", 5L, "uuid", uuid), "contact", null, null), null);

        assertThat(Written.text(body))
                .isEqualTo("{\"contact\":{\"id\":\"5\",\"uuid\":\"00000000-0000-0000-0000-000000000001\"}}");
    }

    @Test
    void valueThatJacksonCannotWriteIsRefusedWithoutItsContent() {
        Map<String, Object> record = map("name", "secret", "bean", new RefusedBodyTest.Failing());

        Throwable inMemory = catchThrowable(() -> Written.body(json, record));
        Throwable streamed = catchThrowable(
                () -> Written.bytes(Written.body(json, List.of(record).iterator())));

        assertThat(inMemory)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Jackson cannot turn java.util.LinkedHashMap into JSON: java.lang.IllegalStateException");
        assertThat(streamed)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("$Failing into JSON: java.lang.IllegalStateException");
        NoContent.in(inMemory);
        NoContent.in(streamed);
    }

    static Stream<Map<String, Object>> unwritable() {
        Map<String, Object> nullKey = new java.util.HashMap<>();
        nullKey.put(null, "secret");
        return Stream.of(nullKey, map("name", "secret", "n", Double.NaN), map("secret", new Object()));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void whatJsonCannotCarryIsRefusedWithoutItsContent(Map<String, Object> record) {
        Throwable thrown = catchThrowable(() -> Written.body(json, record));

        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        NoContent.in(thrown);
    }

    @Test
    void arrayThatBreaksOffDoesNotLookComplete() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RequestBody body = Written.body(
                json, Arrays.asList(map("a", 1), map("b", new Object())).iterator());

        Throwable thrown = catchThrowable(() -> body.writeTo(out));

        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        assertThat(out.toString()).startsWith("[{\"a\":1}").doesNotEndWith("]");
    }
}
