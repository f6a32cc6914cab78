// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecordCopyTest {

    record Phone(String number, String note) {}

    private final RecordReader reader = new RecordReader(Samples.MAPPER);

    @Test
    void plainRecordIsWhatItIsInJson() {
        Map<String, Object> record = map(
                "z",
                1,
                "a",
                null,
                "phone",
                new Phone("1", null),
                "node",
                JsonNodeFactory.instance.objectNode().put("x", 1),
                "unit",
                TimeUnit.DAYS,
                "uuid",
                new UUID(0, 1),
                "bytes",
                new byte[] {1, 2, 3},
                "array",
                new int[] {1, 2},
                "money",
                new BigDecimal("1500.00"),
                "large",
                BigInteger.TEN.pow(30),
                "float",
                0.1f,
                "text",
                "1500.0");

        Map<String, Object> plain = reader.plain(record);

        assertThat(plain)
                .isEqualTo(map(
                        "z",
                        1,
                        "a",
                        null,
                        "phone",
                        map("number", "1", "note", null),
                        "node",
                        map("x", 1L),
                        "unit",
                        "DAYS",
                        "uuid",
                        "00000000-0000-0000-0000-000000000001",
                        "bytes",
                        "AQID",
                        "array",
                        List.of(1, 2),
                        "money",
                        new BigDecimal("1500.00"),
                        "large",
                        BigInteger.TEN.pow(30),
                        "float",
                        0.1f,
                        "text",
                        "1500.0"));
        assertThat(plain.keySet()).containsExactlyElementsOf(record.keySet());
    }

    @Test
    void nullFieldsAreRemovedAtEveryDepthButElementsStay() {
        Map<String, Object> record = map(
                "gone",
                null,
                "kept",
                "",
                "custom_field",
                map("cf_a", null, "cf_b", 1),
                "list",
                Arrays.asList(null, map("x", null, "y", 2), List.of()),
                "array",
                new Object[] {null, 1},
                "phone",
                new Phone("1", null),
                "node",
                JsonNodeFactory.instance.objectNode().putNull("x"),
                "nullNode",
                JsonNodeFactory.instance.nullNode());

        Map<String, Object> without = reader.withoutNulls(record);

        assertThat(without)
                .isEqualTo(map(
                        "kept",
                        "",
                        "custom_field",
                        map("cf_b", 1),
                        "list",
                        Arrays.asList(null, map("y", 2), List.of()),
                        "array",
                        Arrays.asList(null, 1),
                        "phone",
                        map("number", "1"),
                        "node",
                        map()));
        assertThat(without.keySet()).containsExactly("kept", "custom_field", "list", "array", "phone", "node");
    }

    @Test
    void recordOfTheCallerIsNeverChanged() {
        Map<String, Object> inner = map("a", null);
        Map<String, Object> record = map("inner", inner, "b", null);

        Map<String, Object> without = reader.withoutNulls(record);
        without.put("c", 1);

        assertThat(record).isEqualTo(map("inner", inner, "b", null));
        assertThat(inner).isEqualTo(map("a", null));
        assertThat(reader.withoutNulls(Map.of("a", Map.of("b", 1)))).isEqualTo(map("a", map("b", 1)));
    }

    @Test
    void filesStayFilesWhenNullsAreRemoved() {
        InputStream stream = new ByteArrayInputStream(new byte[0]);
        byte[] bytes = {1};
        FilePart part = new FilePart("a", null, bytes);
        Path path = Path.of("a");

        Map<String, Object> without =
                reader.withoutNulls(map("s", stream, "b", bytes, "p", part, "f", path, "n", null));

        assertThat(without).isEqualTo(map("s", stream, "b", bytes, "p", part, "f", path));
    }

    @Test
    void numbersStayExactWhenNullsAreRemoved() {
        Map<String, Object> record = map("a", new BigDecimal("1500.00"), "b", BigInteger.TEN.pow(30), "c", 0.1f);

        assertThat(reader.withoutNulls(record)).isEqualTo(record);
    }

    @Test
    void valueThatJacksonCannotWriteIsRefusedWithoutItsContent() {
        Map<String, Object> record = map("secret", new RefusedBodyTest.Failing());

        Throwable plain = catchThrowable(() -> reader.plain(record));
        Throwable without = catchThrowable(() -> reader.withoutNulls(record));

        assertThat(plain).isInstanceOf(IllegalArgumentException.class);
        assertThat(without).isInstanceOf(IllegalArgumentException.class);
        NoContent.in(plain);
        NoContent.in(without);
    }

    @Test
    void valueBeyondTheLimitsOfTheMapperIsRefused() {
        Throwable thrown = catchThrowable(() -> reader.plain(map("n", BigInteger.TEN.pow(2000))));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A number of a record has more than 1000 digits");
    }

    @Test
    void mapperOfTheCallerIsLeftAlone() {
        ObjectMapper mapper = new ObjectMapper();

        new RecordReader(mapper).plain(map("a", new BigDecimal("1E+2")));
        new ContentWriters(new RecordReader(mapper));

        assertThat(mapper.isEnabled(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN))
                .isFalse();
    }
}
