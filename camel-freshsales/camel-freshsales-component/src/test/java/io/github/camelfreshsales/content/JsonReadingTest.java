// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.bytes;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReadingTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments("", null),
                arguments(" \r\n", null),
                arguments("null", null),
                arguments("true", true),
                arguments("12", 12L),
                arguments("1500.10", new BigDecimal("1500.10")),
                arguments("\"ok\"", "ok"),
                arguments("[]", List.of()),
                arguments("\uFEFF{}", map()),
                arguments(
                        "{\"contact\":{\"id\":70041234567,\"emails\":[{\"value\":\"ü@x.de\"}],\"open\":\"1500.0\"}}",
                        map(
                                "contact",
                                map("id", 70041234567L, "emails", List.of(map("value", "ü@x.de")), "open", "1500.0"))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answerOfAnyShapeIsRead(String json, Object expected) throws UnreadableJsonException {
        Object answer = new RecordReader(Samples.MAPPER).readJson(bytes(json));

        assertThat(answer).isEqualTo(expected);
    }
}
