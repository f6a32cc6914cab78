// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.ContentFormat.raw;
import static io.github.camelfreshsales.content.Samples.bytes;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RawContentTest {

    private static final String TEXT = "{\"a\" : \"Zoë 李 😀\"}\r\n";

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(TEXT, true),
                arguments(new StringBuilder(TEXT), true),
                arguments(bytes(TEXT), true),
                arguments(ByteBuffer.wrap(bytes(TEXT)), true),
                arguments(Samples.file(TEXT), true),
                arguments(Samples.file(TEXT).toFile(), true),
                arguments(new ByteArrayInputStream(bytes(TEXT)), false),
                arguments(new StringReader(TEXT), false));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyIsSentAsItIs(Object content, boolean repeatable) {
        RequestBody body = Written.body(raw, content);

        assertThat(body.contentType()).isEqualTo("application/octet-stream");
        assertThat(body.length()).isEqualTo(repeatable ? bytes(TEXT).length : -1);
        assertThat(body.repeatable()).isEqualTo(repeatable);
        assertThat(Written.text(body)).isEqualTo(TEXT);
        if (repeatable) {
            assertThat(Written.text(body)).isEqualTo(TEXT);
        } else {
            assertThatThrownBy(() -> body.writeTo(new ByteArrayOutputStream()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    static Stream<Object> refused() {
        return Stream.of(map("a", "secret"), List.of("secret").iterator(), new Samples.Contact("secret", 1), 42);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatHasNoBytesIsRefused(Object content) {
        Throwable thrown = catchThrowable(() -> Written.body(raw, content));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A body of the Java type " + content.getClass().getTypeName() + " cannot be sent with"
                        + " contentFormat=raw. Accepted are: byte[], ByteBuffer, text, InputStream, Reader,"
                        + " File or Path");
        NoContent.in(thrown);
    }

    static Stream<Arguments> texts() {
        return Stream.of(arguments("Zoë"), arguments(new StringBuilder("Zoë")), arguments(new StringReader("Zoë")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textIsEncodedAsTheContentTypeSays(Object text) {
        RequestBody body = Written.typed(raw, text, "text/plain; charset=ISO-8859-1");

        assertThat(body.contentType()).isEqualTo("text/plain; charset=ISO-8859-1");
        assertThat(Written.bytes(body)).isEqualTo("Zoë".getBytes(StandardCharsets.ISO_8859_1));
    }

    static Stream<Arguments> unencodable() {
        return Stream.of(
                arguments("secret 李", "text/plain; charset=ISO-8859-1"),
                arguments(new StringReader("secret 李"), "text/plain; charset=ISO-8859-1"),
                arguments("secret \uD83D", null),
                arguments(new StringReader("secret \uD83D"), null));
    }

    @ParameterizedTest
    @MethodSource("unencodable")
    void textIsNeverSpoiledByACharset(Object text, String contentType) {
        Throwable thrown = catchThrowable(() -> Written.bytes(Written.typed(raw, text, contentType)));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The text holds a character that cannot be encoded in "
                        + (contentType == null ? "UTF-8" : "ISO-8859-1") + "; name another charset, like UTF-8");
        NoContent.in(thrown);
    }

    @Test
    void bytesAreNotTouchedByACharset() {
        assertThat(Written.text(Written.typed(raw, bytes("李"), "text/plain; charset=ISO-8859-1")))
                .isEqualTo("李");
    }

    @Test
    void streamIsClosedWhateverHappens() {
        WatchedStream sent = WatchedStream.of("a");
        WatchedStream reset = WatchedStream.of("b");
        WatchedStream failing = WatchedStream.failingAfter("c");
        WatchedStream refused = WatchedStream.of("d");
        WatchedStream unsent = WatchedStream.of("e");

        Written.bytes(Written.body(raw, sent));
        Throwable noConnection = catchThrowable(() -> Written.body(raw, reset).writeTo(Targets.broken()));
        Throwable noSource = catchThrowable(() -> Written.bytes(Written.body(raw, failing)));
        catchThrowable(() -> Written.typed(raw, refused, "a\r\nb"));
        Written.body(raw, unsent).close();

        assertThat(List.of(sent, reset, failing, refused, unsent))
                .allSatisfy(stream -> assertThat(stream.closed).isEqualTo(1));
        assertThat(noConnection).isInstanceOf(IOException.class).hasMessage("connection reset");
        assertThat(noSource)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The body cannot be read to its end")
                .hasRootCauseMessage("disk on fire");
    }

    @Test
    void readerIsClosedWhateverHappens() {
        AtomicLong closed = new AtomicLong();
        class Watched extends StringReader {
            Watched(String text) {
                super(text);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        }

        Written.bytes(Written.body(raw, new Watched("a")));
        catchThrowable(() -> Written.body(raw, new Watched("b")).writeTo(Targets.broken()));
        catchThrowable(() -> Written.bytes(Written.typed(raw, new Watched("李"), "text/plain; charset=US-ASCII")));

        assertThat(closed).hasValue(3);
    }

    @Test
    void longTextFromAReaderIsStreamed() throws IOException {
        AtomicLong written = new AtomicLong();
        Reader endless = new Reader() {
            private int left = 30_000_000;

            @Override
            public int read(char[] buffer, int offset, int length) {
                int count = Math.min(left, length);
                java.util.Arrays.fill(buffer, offset, offset + count, 'ë');
                left -= count;
                return count == 0 ? -1 : count;
            }

            @Override
            public void close() {}
        };

        Written.body(raw, endless).writeTo(Targets.counting(written::set));

        assertThat(written).hasValue(60_000_000);
    }

    @Test
    void folderAndMissingFileAreRefused() {
        assertThatThrownBy(() -> Written.body(raw, Path.of("/no/such/file")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The file to send is missing, is no ordinary file or may not be read");
        assertThatThrownBy(() -> Written.body(raw, Path.of("/tmp"))).isInstanceOf(IllegalArgumentException.class);
    }
}
