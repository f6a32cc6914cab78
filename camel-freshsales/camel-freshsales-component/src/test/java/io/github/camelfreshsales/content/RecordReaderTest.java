// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.bytes;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private final RecordReader reader = new RecordReader(Samples.MAPPER);

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelfreshsales.content.Samples#one")
    void oneRecordIsReadFromEveryKindOfBody(String name, Supplier<Object> body) {
        Object given = body.get();

        Records records = reader.read(given);

        assertThat(records).isEqualTo(new Records.One(Samples.ZOE));
        assertThat(((Records.One) records).record().keySet()).containsExactly("first_name", "age");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelfreshsales.content.Samples#many")
    void manyRecordsAreReadFromEveryKindOfBody(String name, Supplier<Object> body) {
        Object given = body.get();

        List<Map<String, Object>> records = all(given);

        assertThat(records).containsExactly(Samples.ZOE, Samples.LI);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.camelfreshsales.content.Samples#one")
    void everyKindOfBodyIsAlsoAnElement(String name, Supplier<Object> element) {
        Object given = element.get();

        Map<String, Object> record = reader.record(given);

        assertThat(record).isEqualTo(Samples.ZOE);
    }

    @Test
    void nullIsNoRecord() {
        assertThat(reader.read(null)).isEqualTo(new Records.None());
    }

    @Test
    void mapStaysTheMapItIs() {
        Map<String, Object> given = map("number", 7, "nothing", null, "list", List.of("a"), "more", map("b", true));

        Records records = reader.read(given);

        assertThat(((Records.One) records).record()).isSameAs(given);
        assertThat(reader.record(given)).isSameAs(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ ] "})
    void emptyArrayIsManyRecordsOfWhichThereAreNone(String json) {
        assertThat(all(json)).isEmpty();
    }

    @Test
    void elementsAreHandedOutAsTheyCame() {
        Object other = new Object();

        Records.Many many = (Records.Many) reader.read(List.of(12L, "34", "{broken", other));

        assertThat(many.elements()).toIterable().containsExactly(12L, "34", "{broken", other);
    }

    @Test
    void idsInJsonAreNumbersAndText() {
        String json = "[70041234567, \"70041234568\", 12345678901234567890123, null, true, 1.50]";

        Records.Many many = (Records.Many) reader.read(json);

        assertThat(many.elements())
                .toIterable()
                .containsExactly(
                        70041234567L,
                        "70041234568",
                        new BigInteger("12345678901234567890123"),
                        null,
                        true,
                        new BigDecimal("1.50"));
    }

    @Test
    void unreadableElementDoesNotStopTheOthers() {
        Records.Many many = (Records.Many) reader.read(List.of(Samples.ZOE, "{\"secret", Samples.LI));
        List<Object> seen = new ArrayList<>();

        many.elements().forEachRemaining(element -> {
            try {
                seen.add(reader.record(element));
            } catch (IllegalArgumentException e) {
                seen.add(e.getMessage());
            }
        });

        assertThat(seen)
                .containsExactly(
                        Samples.ZOE,
                        "The record cannot be read. The JSON is cut off at line 1, column 9. Text, bytes and streams must"
                                + " hold JSON: an object like a Map, or an array of them",
                        Samples.LI);
    }

    @Test
    void numbersKeepAllTheirDigits() {
        String json = "{\"id\":9223372036854775807,\"beyond\":9223372036854775808,\"small\":5,\"money\":1500.0,"
                + "\"exact\":0.123456789012345678901234567890,\"text\":\"1500.0\",\"exponent\":1e2}";

        Map<String, Object> record = reader.record(json);

        assertThat(record)
                .isEqualTo(map(
                        "id",
                        Long.MAX_VALUE,
                        "beyond",
                        new BigInteger("9223372036854775808"),
                        "small",
                        5L,
                        "money",
                        new BigDecimal("1500.0"),
                        "exact",
                        new BigDecimal("0.123456789012345678901234567890"),
                        "text",
                        "1500.0",
                        "exponent",
                        new BigDecimal("1E+2")));
    }

    record Numbers(float f, double d, BigDecimal b, int i, BigInteger large) {}

    @Test
    void numbersOfBeansKeepAllTheirDigits() {
        Numbers bean = new Numbers(0.1f, 0.1, new BigDecimal("2.50"), 7, BigInteger.TEN.pow(30));

        Map<String, Object> record = reader.record(bean);

        assertThat(record)
                .isEqualTo(map(
                        "f", 0.1f, "d", 0.1, "b", new BigDecimal("2.50"), "i", 7L, "large", BigInteger.TEN.pow(30)));
    }

    @Test
    void numbersOfNodesKeepAllTheirDigits() {
        var node = JsonNodeFactory.withExactBigDecimals(true)
                .objectNode()
                .put("f", 0.1f)
                .put("b", new BigDecimal("2.50"))
                .put("i", 7);

        Map<String, Object> record = reader.record(node);

        assertThat(record).isEqualTo(map("f", 0.1f, "b", new BigDecimal("2.50"), "i", 7L));
    }

    @Test
    void mapperDecidesWhatBeansLookLike() {
        ObjectMapper snake = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.WRAP_ROOT_VALUE)
                .enable(SerializationFeature.INDENT_OUTPUT);
        record Deal(
                String dealName, @JsonProperty("cf_Stage") String stage) {}

        Map<String, Object> record = new RecordReader(snake).record(new Deal("Roof", "won"));

        assertThat(record).isEqualTo(map("deal_name", "Roof", "cf_Stage", "won"));
    }

    @Test
    @SuppressWarnings("deprecation")
    void typesInJsonAreNeverFollowed() {
        ObjectMapper trusting = new ObjectMapper().enableDefaultTyping(ObjectMapper.DefaultTyping.EVERYTHING);
        String json = "{\"a\":[\"java.util.ArrayList\",[1]]}";

        Map<String, Object> record = new RecordReader(trusting).record(json);

        assertThat(record).isEqualTo(map("a", List.of("java.util.ArrayList", List.of(1L))));
    }

    @Test
    void bufferIsLeftWhereItStands() {
        java.nio.ByteBuffer buffer =
                java.nio.ByteBuffer.wrap(bytes(Samples.ONE)).asReadOnlyBuffer();

        reader.read(buffer);

        assertThat(buffer.position()).isZero();
    }

    @Test
    void listInsideAListIsRefused() {
        assertThatThrownBy(() -> reader.record(List.of(Samples.ZOE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The record of the Java type java.util.ImmutableCollections$List12 cannot be used:"
                                + " it holds many records, where one is expected. Accepted are: a Map, ");
    }

    @Test
    void nullInsideAListIsRefused() {
        assertThatThrownBy(() -> reader.record(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The record is null");
    }

    private List<Map<String, Object>> all(Object body) {
        List<Map<String, Object>> records = new ArrayList<>();
        try (Records.Many many = (Records.Many) reader.read(body)) {
            many.elements().forEachRemaining(element -> records.add(reader.record(element)));
        }
        return records;
    }
}
