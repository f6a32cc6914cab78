// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenJsonTest {

    private final RecordReader reader = new RecordReader(Samples.MAPPER);

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("{\"name\":\"secret\"", "is cut off at line 1, column 17"),
                arguments("{\n\"name\":\"sec", "is cut off at line 2, column 12"),
                arguments("{\"secret\"", "is cut off at line 1, column 10"),
                arguments("{\"secret\":", "is cut off at line 1, column 11"),
                arguments("{\"list\":[\"secret\",", "is cut off at line 1, column 19"),
                arguments("[{\"a\":1},", "is cut off at line 1, column 10"),
                arguments("[", "is cut off at line 1, column 2"),
                arguments("secret", "is not valid at line 1, column "),
                arguments("{secret:1}", "is not valid at line 1, column "),
                arguments("{\"a\":'secret'}", "is not valid at line 1, column "),
                arguments("{\"a\":1,}", "is not valid at line 1, column "),
                arguments("{\"a\":01}", "is not valid at line 1, column "),
                arguments("{\"a\":NaN}", "is not valid at line 1, column "),
                arguments("first_name,last_name\nTop,secret", "is not valid at line 1, column "),
                arguments("<contact>secret</contact>", "is not valid at line 1, column "),
                arguments("{\"a\":1} secret", "goes on after its end at line 1, column "),
                arguments("{\"a\":1}{\"a\":\"secret\"}", "goes on after its end at line 1, column 8"),
                arguments("{\"a\":1}\n{\"a\":\"secret\"}", "goes on after its end at line 2, column 1"),
                arguments("[{\"a\":1}]]", "goes on after its end at line 1, column 10"),
                arguments("[1] \"secret\"", "goes on after its end at line 1, column 5"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenTextIsRefusedWithThePlace(String json, String trouble) {
        Throwable thrown = catchThrowable(() -> reader.read(json));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(Pattern.quote("The body cannot be read. The JSON " + trouble)
                        + (trouble.endsWith(" ") ? "\\d+" : "")
                        + "\\. Text, bytes and streams must hold JSON: .*");
        NoContent.in(thrown);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenStreamIsRefusedAndClosed(String json, String trouble) {
        WatchedStream stream = WatchedStream.of(json);

        Throwable thrown = catchThrowable(() -> drain(stream));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The body cannot be read. The JSON " + trouble.replaceAll("\\d+$", ""));
        assertThat(stream.closed).isPositive();
        NoContent.in(thrown);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenAnswerIsCheckedAndShowsNothing(String json, String trouble) {
        Throwable thrown = catchThrowable(() -> reader.readJson(Samples.bytes(json)));

        assertThat(thrown)
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageStartingWith("The JSON " + trouble.replaceAll("\\d+$", ""))
                .hasNoCause();
        NoContent.in(thrown);
    }

    @Test
    void recordsBeforeTheBreakAreHandedOut() {
        Records.Many many = (Records.Many) reader.read(WatchedStream.of("[{\"a\":1},{\"a\":2},{\"a\":\"secret"));
        List<Object> seen = new ArrayList<>();

        Throwable thrown = catchThrowable(() -> many.elements().forEachRemaining(seen::add));

        assertThat(seen).containsExactly(Samples.map("a", 1L), Samples.map("a", 2L));
        assertThat(thrown)
                .hasMessageStartingWith("The body cannot be read. The JSON is cut off at line 1, column 30. ");
        assertThat(many.elements().hasNext()).isFalse();
    }

    @Test
    void garbageAfterAnArrayInAStreamShowsAtItsEnd() {
        Records.Many many = (Records.Many) reader.read(WatchedStream.of("[1,2] secret"));
        List<Object> seen = new ArrayList<>();

        Throwable thrown = catchThrowable(() -> many.elements().forEachRemaining(seen::add));

        assertThat(seen).containsExactly(1L, 2L);
        assertThat(thrown).hasMessageStartingWith("The body cannot be read. The JSON goes on after its end at line 1");
    }

    @Test
    void bytesThatAreNotUtf8AreCalledThat() {
        byte[] latin = "{\"name\":\"Zoë secret\"}".getBytes(StandardCharsets.ISO_8859_1);

        Throwable thrown = catchThrowable(() -> reader.read(latin));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The body cannot be read. The JSON is not encoded in UTF-8 at line 1, column ");
        NoContent.in(thrown);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "{\"a\":".repeat(100_000);

        Throwable thrown = catchThrowable(() -> reader.read(deep));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The body cannot be read. The JSON exceeds a limit of Jackson's" + " StreamReadConstraints");
    }

    @Test
    void numberThatIsTooLongIsRefused() {
        Throwable thrown = catchThrowable(() -> reader.read("{\"a\":" + "9".repeat(2000) + "}"));

        assertThat(thrown).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("exceeds a limit");
        NoContent.in(thrown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":1", "[{\"a\":1}", "[{\"a\":1},"})
    void streamThatFailsIsNotCalledBroken(String start) {
        WatchedStream stream = WatchedStream.failingAfter(start);

        Throwable thrown = catchThrowable(() -> drain(stream));

        assertThat(thrown)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The body cannot be read")
                .hasRootCauseMessage("disk on fire");
        assertThat(stream.closed).isPositive();
    }

    @Test
    void missingFileIsNamedInTheCause() {
        Throwable thrown = catchThrowable(() -> reader.read(Path.of("/no/such/file.json")));

        assertThat(thrown).isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(NoSuchFileException.class);
    }

    private void drain(Object body) {
        Records records = reader.read(body);
        if (records instanceof Records.Many many) {
            many.elements().forEachRemaining(element -> {});
        }
    }
}
