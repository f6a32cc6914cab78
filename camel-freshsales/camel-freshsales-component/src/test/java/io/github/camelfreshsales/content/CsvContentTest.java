// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.ContentFormat.csv;
import static io.github.camelfreshsales.content.Samples.LI;
import static io.github.camelfreshsales.content.Samples.ZOE;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvContentTest {

    @Test
    void recordIsAHeaderAndARow() {
        RequestBody body = Written.contact(csv, ZOE);

        assertThat(Written.text(body)).isEqualTo("first_name,age\r\nZoë,41\r\n");
        assertThat(body.contentType()).isEqualTo("text/csv");
        assertThat(body.length()).isEqualTo(Written.bytes(body).length);
        assertThat(body.repeatable()).isTrue();
    }

    @Test
    void wrapperIsLeftOut() {
        assertThat(Written.text(Written.wrapped(csv, map("a", 1)))).isEqualTo("a\r\n1\r\n");
        assertThat(Written.text(Written.contact(csv, map("contact", map("a", 1)))))
                .isEqualTo("a\r\n1\r\n");
        assertThat(Written.text(Written.contact(csv, List.of(map("contact", map("a", 1)), map("a", 2)))))
                .isEqualTo("a\r\n1\r\n2\r\n");
    }

    @Test
    void nestedKeysAreJoinedByDots() {
        RequestBody body = Written.contact(
                csv, map("id", 7, "custom_field", map("cf_region", "North", "cf_more", map("deep", true))));

        assertThat(Written.text(body))
                .isEqualTo("id,custom_field.cf_region,\"custom_field.cf_more.deep\"\r\n7,North,true\r\n");
    }

    @Test
    void columnsAreAllKeysInTheOrderFirstSeen() {
        RequestBody body = Written.contact(
                csv, List.of(map("b", 1, "a", 2), map("c", 3, "a", 4), map()).iterator());

        assertThat(Written.text(body)).isEqualTo("b,a,c\r\n1,2,\r\n,4,3\r\n,,\r\n");
        assertThat(body.repeatable()).isTrue();
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                arguments(null, ""),
                arguments("", ""),
                arguments(true, "true"),
                arguments(70041234567L, "70041234567"),
                arguments(new BigDecimal("0.123456789012345678901"), "0.123456789012345678901"),
                arguments(new BigDecimal("1E+2"), "100"),
                arguments("1500.0", "1500.0"),
                arguments("a,b", "\"a,b\""),
                arguments("say \"hi\"", "\"say \"\"hi\"\"\""),
                arguments("a\nb", "\"a\nb\""),
                arguments("a\rb", "\"a\rb\""),
                arguments("a\r\nb", "\"a\r\nb\""),
                arguments(" padded ", "\" padded \""),
                arguments("=1+1", "\"=1+1\""),
                arguments("#x", "\"#x\""),
                arguments("😀李שלוםé", "😀李שלוםé"),
                arguments(List.of(2, 3, 5), "2;3;5"),
                arguments(Arrays.asList("a", null, "b"), "a;;b"),
                arguments(List.of(), ""),
                arguments(
                        List.of(map("value", "a@x.de", "n", null)),
                        "\"{\"\"value\"\":\"\"a@x.de\"\",\"\"n\"\":null}\""),
                arguments(List.of(List.of(1, 2), 3), "\"[1,2];3\""),
                arguments(new byte[] {1, 2, 3}, "AQID"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void valuesAreCells(Object value, String expected) {
        assertThat(Written.text(Written.body(csv, map("k", "v", "x", value))))
                .isEqualTo("k,x\r\nv," + expected + "\r\n");
    }

    @Test
    void headerIsQuotedLikeAnyRow() {
        assertThat(Written.text(Written.body(csv, map("a,b", 1, "say \"hi\"", 2))))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\"\r\n1,2\r\n");
    }

    @Test
    void longTextIsWrittenWhole() {
        String text = "Zoë \"x\", \r\n".repeat(20_000);

        assertThat(Written.text(Written.body(csv, map("a", text))))
                .isEqualTo("a\r\n\"" + text.replace("\"", "\"\"") + "\"\r\n");
    }

    @Test
    void emptyObjectHasNoColumnAndNoRecordsNoLine() {
        assertThat(Written.text(Written.body(csv, map("a", 1, "b", map())))).isEqualTo("a\r\n1\r\n");
        assertThat(Written.text(Written.body(csv, List.of()))).isEmpty();
        assertThat(Written.text(Written.body(csv, map()))).isEmpty();
    }

    @Test
    void recordWithOneEmptyColumnIsNotAnEmptyLine() {
        assertThat(Written.text(Written.body(csv, List.of(map("a", null), map("a", 1)))))
                .isEqualTo("a\r\n\"\"\r\n1\r\n");
    }

    @Test
    void twoFieldsInOneColumnAreRefused() {
        Throwable thrown = catchThrowable(() -> Written.body(csv, map("a", map("b", "secret"), "a.b", "secret")));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two fields of a record share the CSV column 'a.b'; rename the one with the dot");
    }

    @Test
    void manyRecordsFromAStreamAreClosed() {
        WatchedIterator records = new WatchedIterator(2, i -> i == 0 ? ZOE : LI);

        RequestBody body = Written.contact(csv, records);

        assertThat(Written.text(body)).isEqualTo("first_name,age\r\nZoë,41\r\n李,7\r\n");
        assertThat(records.closed).isEqualTo(1);
    }
}
