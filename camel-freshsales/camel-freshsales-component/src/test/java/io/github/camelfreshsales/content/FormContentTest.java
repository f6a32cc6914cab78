// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.ContentFormat.form;
import static io.github.camelfreshsales.content.Samples.LI;
import static io.github.camelfreshsales.content.Samples.ZOE;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormContentTest {

    @Test
    void wrapperStandsAroundTheNames() {
        RequestBody body = Written.wrapped(form, ZOE);

        assertThat(Written.text(body)).isEqualTo("contact%5Bfirst_name%5D=Zo%C3%AB&contact%5Bage%5D=41");
        assertThat(body.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(body.length()).isEqualTo(Written.bytes(body).length);
        assertThat(body.repeatable()).isTrue();
    }

    @Test
    void recordThatIsWrappedAlreadyLooksTheSame() {
        assertThat(Written.text(Written.contact(form, map("contact", ZOE))))
                .isEqualTo(Written.text(Written.wrapped(form, ZOE)));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments(null, "x="),
                arguments("", "x="),
                arguments(false, "x=false"),
                arguments(70041234567L, "x=70041234567"),
                arguments(new BigDecimal("0.123456789012345678901"), "x=0.123456789012345678901"),
                arguments(new BigDecimal("1E+2"), "x=100"),
                arguments("1500.0", "x=1500.0"),
                arguments("a&b=c d+e%", "x=a&b=c d+e%"),
                arguments("line\r\nbreak", "x=line\r\nbreak"),
                arguments("😀 李 שלום é", "x=😀 李 שלום é"),
                arguments(map("y", map("z", 1)), "x[y][z]=1"),
                arguments(List.of("a", "b"), "x[]=a|x[]=b"),
                arguments(Arrays.asList("a", null), "x[]=a|x[]="),
                arguments(List.of(List.of(1), 2), "x[][]=1|x[]=2"),
                arguments(
                        List.of(map("value", "a", "is_primary", true), map("value", "b")),
                        "x[][value]=a|x[][is_primary]=true|x[][value]=b"),
                arguments(new byte[] {1, 2, 3}, "x=AQID"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void valuesAreFields(Object value, String expected) {
        assertThat(decoded(Written.body(form, map("x", value)))).isEqualTo(expected);
    }

    @Test
    void whatCannotStandInAFormIsPercentEncoded() {
        assertThat(Written.text(Written.body(form, map("a b", "c+d&e=f%😀"))))
                .isEqualTo("a+b=c%2Bd%26e%3Df%25%F0%9F%98%80");
    }

    @Test
    void emptyListAndObjectLeaveNoTrace() {
        assertThat(Written.text(Written.body(form, map("a", List.of(), "b", map(), "c", 1))))
                .isEqualTo("c=1");
        assertThat(Written.text(Written.body(form, map()))).isEmpty();
        assertThat(Written.text(Written.body(form, List.of()))).isEmpty();
    }

    @Test
    void manyRecordsStandUnderThePlural() {
        String expected = "contacts[][first_name]=Zoë|contacts[][age]=41|contacts[][first_name]=李|contacts[][age]=7";

        RequestBody held = Written.contact(form, List.of(ZOE, LI));
        RequestBody streamed = Written.contact(form, List.of(ZOE, LI).iterator());

        assertThat(decoded(held)).isEqualTo(expected);
        assertThat(held.repeatable()).isTrue();
        assertThat(streamed.repeatable()).isFalse();
        assertThat(streamed.length()).isEqualTo(-1);
        assertThat(decoded(streamed)).isEqualTo(expected);
    }

    @Test
    void longFormIsJoinedAcrossItsPieces() {
        Stream<Object> records = IntStream.range(0, 5_000).mapToObj(i -> map("n", i));

        String[] fields = decoded(Written.contact(form, records)).split("\\|");

        assertThat(fields).hasSize(5_000).startsWith("contacts[][n]=0").endsWith("contacts[][n]=4999");
    }

    static Stream<List<Object>> unclear() {
        return Stream.of(
                List.of(map("a", "secret"), map("b", 2)),
                List.of(map("a", 1), map("b", 2, "a", 3)),
                List.of(map("a", 1), map()),
                List.of(map("a", List.of(1)), map("a", List.of(2))),
                List.of(map("a", List.of(1), "b", 2)));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void objectsThatWouldRunTogetherAreRefused(List<Object> objects) {
        assertThatThrownBy(() -> Written.body(form, map("people", objects)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A form cannot keep the objects of the list 'people' apart: each must begin with a plain field"
                                + " that the one before has as well. Use contentFormat=json, or give all of them the"
                                + " same fields"
                                + " in the same order");
        assertThatThrownBy(() -> Written.contact(form, objects))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A form cannot keep the objects of the list 'contacts[]' apart: ");
    }

    private static String decoded(RequestBody body) {
        return Stream.of(Written.text(body).split("&"))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .collect(Collectors.joining("|"));
    }
}
