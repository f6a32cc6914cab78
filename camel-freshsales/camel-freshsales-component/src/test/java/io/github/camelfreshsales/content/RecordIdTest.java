// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class RecordIdTest {

    static Stream<Object> sameId() {
        return Stream.of(
                70041234567L,
                7.0041234567E10,
                new BigDecimal("70041234567.0"),
                new BigDecimal("7.0041234567E+10"),
                BigInteger.valueOf(70041234567L),
                new AtomicLong(70041234567L),
                "70041234567",
                " 70041234567\n",
                "70041234567.0",
                "70041234567.00",
                "7.0041234567E10",
                "7.0041234567e+10",
                new StringBuilder("70041234567"));
    }

    @ParameterizedTest
    @MethodSource("sameId")
    void idIsTheSameInEveryForm(Object value) {
        RecordId id = RecordId.of(value);

        assertThat(id.text()).isEqualTo("70041234567");
        assertThat(id.asJson()).isEqualTo(70041234567L);
        assertThat(RecordId.isId(value)).isTrue();
    }

    static Stream<Object> small() {
        return Stream.of(
                (byte) 7, (short) 7, 7, 7L, 7f, 7d, new BigDecimal("7.000"), BigInteger.valueOf(7), "7", "7.0");
    }

    @ParameterizedTest
    @MethodSource("small")
    void everyTypeOfNumberIsAnId(Object value) {
        assertThat(RecordId.of(value).asJson()).isEqualTo(7L);
    }

    static Stream<Object> refused() {
        return Stream.of(
                7.5,
                7.5f,
                new BigDecimal("70041234567.25"),
                "70041234567.25",
                Double.NaN,
                Double.POSITIVE_INFINITY,
                1e17,
                7.0041234567E10f,
                new BigDecimal("1E+999999999"),
                new BigDecimal("1E-999999999"),
                "7.00412E+10");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void numberThatIsNotAllThereIsRefused(Object value) {
        Throwable thrown = catchThrowable(() -> RecordId.of(value));

        assertThat(thrown).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("An id is a number");
        assertThat(thrown.getMessage()).doesNotContain("7.0", "7.5", "25", "E+");
    }

    static Stream<Object> none() {
        return Stream.of("", "  ", "[1]", " {\"id\":1}", true, List.of(1), Map.of("id", 1));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("none")
    void otherValuesAreNoIds(Object value) {
        assertThat(RecordId.isId(value)).isFalse();
        assertThat(catchThrowable(() -> RecordId.of(value))).hasMessage("An id is missing: give a number or text");
    }

    @Test
    void textOfAnotherKindStaysAsItIs() {
        assertThat(RecordId.of(" a-1.5/e7 ").asJson()).isEqualTo("a-1.5/e7");
        assertThat(RecordId.of("007").text()).isEqualTo("007");
        assertThat(RecordId.of("12345678901234567890").asJson()).isEqualTo("12345678901234567890");
    }
}
