// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.camelfreshsales.ContentFormat;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever comes is written, or refused in our own words. */
class AnyInputTest {

    private static final BigInteger LONG_NUMBER = BigInteger.TEN.pow(2000);
    private static final int TRIES = 200;

    private final RecordReader reader = new RecordReader(Samples.MAPPER);

    @RepeatedTest(5)
    void anyInputIsWrittenOrRefusedInOurOwnWords(RepetitionInfo repetition) {
        for (int i = 0; i < TRIES; i++) {
            long seed = i * 7L + repetition.getCurrentRepetition() * 1_000_003L;
            for (ContentFormat format : ContentFormat.values()) {
                Object input = any(new Random(seed), 0);
                Throwable thrown = catchThrowable(() -> write(format, input));

                if (thrown != null) {
                    assertThat(thrown).isInstanceOfAny(IllegalArgumentException.class, UncheckedIOException.class);
                    assertThat(thrown.getMessage()).isNotBlank();
                }
            }
        }
    }

    private void write(ContentFormat format, Object input) {
        Object content = input;
        if (format != ContentFormat.raw) {
            Records records = reader.read(input);
            if (records instanceof Records.Many many) {
                content = many.elements();
            } else if (records instanceof Records.One one) {
                content = reader.withoutNulls(one.record());
            }
        }
        Written.bytes(Written.contact(format, content));
    }

    private static Object any(Random random, int depth) {
        return random.nextInt(4) > 0 && depth < 4 ? container(random, depth + 1) : leaf(random);
    }

    private static Object container(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        Map<Object, Object> map = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(any(random, depth));
            map.put(random.nextInt(8) == 0 ? leaf(random) : "k" + i, any(random, depth));
        }
        return switch (random.nextInt(9)) {
            case 0 -> list;
            case 1 -> list.toArray();
            case 2 -> list.iterator();
            case 3 -> list.stream();
            case 4 -> new LinkedList<>(list);
            case 5 -> Optional.ofNullable(any(random, depth));
            case 6 -> Collections.unmodifiableMap(map);
            default -> map;
        };
    }

    private static Object leaf(Random random) {
        List<Object> leaves = Arrays.asList(
                null,
                "",
                "text",
                "{\"a\":1}",
                "[1,{\"a\":null}]",
                "{\"a\"",
                "a\r\nb\u0000",
                "half \uD83D",
                7,
                7.5,
                Double.NaN,
                1e300,
                new BigDecimal("1E+999999999"),
                LONG_NUMBER,
                true,
                'c',
                new byte[] {1},
                new int[] {1},
                new boolean[0],
                LocalDate.EPOCH,
                new Object(),
                Map.of(),
                new TreeMap<>(Map.of("x", 1)),
                Map.entry("a", 1),
                new Samples.ContactBean(),
                new RefusedBodyTest.Failing(),
                new RawValue("{\"raw\":[1]}"),
                new RawValue("{broken"),
                JsonNodeFactory.instance.nullNode(),
                JsonNodeFactory.instance.missingNode(),
                JsonNodeFactory.instance.objectNode().put("n", 1),
                JsonNodeFactory.instance.pojoNode(new Object()),
                JsonNodeFactory.instance.numberNode(Double.NaN),
                new ByteArrayInputStream(new byte[] {'{', '}'}),
                new StringReader("secret"),
                Path.of("/no/such/file"),
                new FilePart("a\nb", null, "x"),
                new FilePart("a", "nonsense", "x"),
                Thread.State.NEW,
                String.class);
        return leaves.get(random.nextInt(leaves.size()));
    }
}
