// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedBodyTest {

    private final RecordReader reader = new RecordReader(Samples.MAPPER);

    static Stream<Object> refused() throws Exception {
        return Stream.of(
                42,
                4.2,
                new BigDecimal("4.2"),
                true,
                'c',
                new Date(),
                Calendar.getInstance(),
                Instant.now(),
                LocalDate.now(),
                UUID.randomUUID(),
                URI.create("http://localhost/secret"),
                Locale.ROOT,
                Optional.of(Map.of("a", 1)),
                new AtomicReference<>(Map.of("a", 1)),
                CompletableFuture.completedFuture("secret"),
                Map.entry("secret", 1),
                String.class,
                TimeUnit.DAYS,
                Shape.ROUND,
                new IllegalStateException("secret"),
                new OwnFailure(),
                new Object(),
                new Text("secret"),
                new Listed(List.of("secret")),
                new int[] {1},
                new long[] {1},
                new char[] {'a'},
                JsonNodeFactory.instance.numberNode(1),
                JsonNodeFactory.instance.nullNode(),
                JsonNodeFactory.instance.missingNode(),
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument());
    }

    @JsonFormat(shape = JsonFormat.Shape.OBJECT)
    enum Shape {
        ROUND;

        public String getName() {
            return "secret";
        }
    }

    static final class OwnFailure extends Exception {
        private static final long serialVersionUID = 1L;
    }

    record Text(@JsonValue String text) {}

    record Listed(@JsonValue List<String> items) {}

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoRecordIsRefusedWithTheListOfWhatIsAccepted(Object body) {
        Throwable thrown = catchThrowable(() -> reader.read(body));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The body of the Java type " + body.getClass().getTypeName() + " cannot be used: ")
                .hasMessageEndingWith(". Accepted are: a Map, a Java bean or record, a JsonNode, JSON as text, bytes,"
                        + " InputStream, Reader, File or Path, and for many records an Iterable, Iterator, array or"
                        + " Stream"
                        + " of these, or a JSON array");
        NoContent.in(thrown);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theSameIsRefusedAsAnElement(Object element) {
        Throwable thrown = catchThrowable(() -> reader.record(element));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The record of the Java type ");
        NoContent.in(thrown);
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                arguments("", "it is empty"),
                arguments(" \r\n\t", "it is empty"),
                arguments(new byte[0], "it is empty"),
                arguments(WatchedStream.of(""), "it is empty"),
                arguments(WatchedStream.of("  "), "it is empty"),
                arguments(new java.io.StringReader(""), "it is empty"),
                arguments("12", "its JSON is neither an object nor an array"),
                arguments("\"secret\"", "its JSON is neither an object nor an array"),
                arguments("true", "its JSON is neither an object nor an array"),
                arguments("null", "its JSON is neither an object nor an array"),
                arguments(WatchedStream.of("1.5"), "its JSON is neither an object nor an array"),
                arguments(new Text("secret"), "Jackson does not turn it into an object"),
                arguments(
                        new Empty(),
                        "Jackson cannot turn io.github.camelfreshsales.content.RefusedBodyTest$Empty into JSON: No"
                                + " serializer found for class"
                                + " io.github.camelfreshsales.content.RefusedBodyTest$Empty and no"
                                + " properties discovered to create BeanSerializer (to avoid exception, disable"
                                + " SerializationFeature.FAIL_ON_EMPTY_BEANS)"),
                arguments(
                        new Failing(),
                        "Jackson cannot turn io.github.camelfreshsales.content.RefusedBodyTest$Failing into JSON:"
                                + " java.lang.IllegalStateException"));
    }

    static final class Empty {}

    public static final class Failing {

        public String getName() {
            throw new IllegalStateException("the secret is out");
        }
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void refusalSaysWhy(Object body, String reason) {
        Throwable thrown = catchThrowable(() -> reader.read(body));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The body of the Java type "
                        + body.getClass().getTypeName() + " cannot be used: " + reason + ". Accepted are: ");
        NoContent.in(thrown);
    }

    @Test
    void refusedStreamIsClosed() {
        WatchedStream empty = WatchedStream.of("");
        WatchedStream number = WatchedStream.of("12");

        catchThrowable(() -> reader.read(empty));
        catchThrowable(() -> reader.read(number));

        assertThat(empty.closed).isPositive();
        assertThat(number.closed).isPositive();
    }
}
