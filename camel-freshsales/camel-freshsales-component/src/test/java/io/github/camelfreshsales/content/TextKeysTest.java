// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelfreshsales.ContentFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys of a Map that are no text. */
class TextKeysTest {

    private final RecordReader reader = new RecordReader(Samples.MAPPER);

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(7, "of the Java type java.lang.Integer"),
                arguments(true, "of the Java type java.lang.Boolean"),
                arguments(null, "null"),
                arguments(TimeUnit.DAYS, "of the Java type java.util.concurrent.TimeUnit"),
                arguments(List.of("secret"), "of the Java type java.util.ImmutableCollections$List12"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keyThatIsNoTextIsRefusedByItsKind(Object key, String kind) {
        Map<Object, Object> bad = new HashMap<>();
        bad.put("secret", "secret");
        bad.put(key, "secret");
        List<Object> records = List.of(
                bad,
                map("custom_field", bad),
                map("list", List.of(1, map("deep", bad))),
                map("array", new Object[] {bad}),
                map("optional", Optional.of(bad)));

        for (Object record : records) {
            for (Throwable thrown : refusals(record)) {
                assertThat(thrown)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("A record has a key that is " + kind + "; the keys of a record must be text");
                NoContent.in(thrown);
            }
        }
    }

    private List<Throwable> refusals(Object record) {
        List<Throwable> refusals = new ArrayList<>();
        refusals.add(catchThrowable(() -> reader.read(record)));
        refusals.add(catchThrowable(() -> reader.record(record)));
        refusals.add(catchThrowable(() -> reader.withoutNulls(record(record))));
        for (ContentFormat format : ContentFormat.values()) {
            if (format != ContentFormat.raw) {
                refusals.add(catchThrowable(() -> Written.contact(format, record)));
                refusals.add(catchThrowable(() -> Written.contact(format, List.of(map("a", 1), record))));
                refusals.add(catchThrowable(() -> Written.bytes(
                        Written.contact(format, List.of(map("a", 1), record).iterator()))));
            }
        }
        return refusals;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> record(Object record) {
        return (Map<String, Object>) record;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "raw")
    void keyThatIsTextOfAnotherTypeIsThatText(ContentFormat format) {
        Map<Object, Object> record = new LinkedHashMap<>();
        record.put(new StringBuilder("first_name"), "Zoë");
        record.put("custom_field", Map.of(new StringBuilder("cf_x"), 1));
        Map<String, Object> usual = map("first_name", "Zoë", "custom_field", map("cf_x", 1));

        assertThat(text(Written.contact(format, record))).isEqualTo(text(Written.contact(format, usual)));
        assertThat(reader.record(record)).isEqualTo(usual);
    }

    private static String text(RequestBody body) {
        return Written.text(body).replace(body.contentType().replaceAll(".*boundary=", ""), "B");
    }

    @Test
    void recordThatHoldsItselfIsRefused() {
        Map<String, Object> map = map("a", 1);
        map.put("self", map);
        List<Object> list = new ArrayList<>();
        list.add(list);

        for (Object record : List.of(map, map("list", list))) {
            assertThat(catchThrowable(() -> reader.read(record)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A record is nested in more than 500 levels, or holds itself");
        }
    }
}
