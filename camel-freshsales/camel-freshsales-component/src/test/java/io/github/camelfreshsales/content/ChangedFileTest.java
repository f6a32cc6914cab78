// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelfreshsales.ContentFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that changes between the moment its length is announced and the end of its sending. */
class ChangedFileTest {

    private static final int LENGTH = 100_000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("secret.bin");
        resize(LENGTH);
    }

    private void resize(int length) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(length);
        }
    }

    private interface Sent {
        RequestBody of(Path file);
    }

    static Stream<Sent> ways() {
        return Stream.of(
                file -> Written.body(ContentFormat.raw, file),
                file -> Written.body(ContentFormat.raw, file.toFile()),
                file -> Written.body(ContentFormat.multipart, map("f", file, "after", "x")),
                file -> Written.body(ContentFormat.multipart, map("f", new FilePart("a", null, file))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void fileThatStaysIsWrittenAgainAndAgain(Sent sent) {
        RequestBody body = sent.of(file);

        assertThat(Written.bytes(body)).hasSize((int) body.length()).isEqualTo(Written.bytes(body));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void fileThatHasShrunkLeavesTheBodyIncomplete(Sent sent) throws IOException {
        RequestBody body = sent.of(file);
        Written.bytes(body);
        resize(10_000);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Throwable thrown = catchThrowable(() -> body.writeTo(out));

        assertThat(thrown)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A file changed while it was being sent: it has fewer than the 100000 bytes that were"
                        + " announced. Send it when it is complete");
        assertThat((long) out.size()).isLessThan(body.length());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void fileThatHasGrownLeavesTheBodyIncomplete(Sent sent) throws IOException {
        RequestBody body = sent.of(file);
        resize(LENGTH + 1);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Throwable thrown = catchThrowable(() -> body.writeTo(out));

        assertThat(thrown)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it has more than the 100000");
        assertThat((long) out.size()).isLessThan(body.length());
    }

    /** At a multiple of the buffer, all that was announced is read before the file turns out to be longer. */
    @Test
    void fileThatGrowsWhileItIsWrittenIsNotTakenForComplete() throws IOException {
        resize(8192);
        RequestBody body = Written.body(ContentFormat.raw, file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Throwable thrown = catchThrowable(() -> body.writeTo(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                out.write(bytes, offset, count);
                resize(8193);
            }
        }));

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(out.size()).isEqualTo(8191);
    }

    @Test
    void fileThatIsGoneIsNoTroubleOfTheConnection() throws IOException {
        RequestBody body = Written.body(ContentFormat.raw, file);
        Files.delete(file);

        Throwable thrown = catchThrowable(() -> Written.bytes(body));

        assertThat(thrown)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The file to send cannot be opened any more");
    }

    @Test
    void emptyFileIsAnEmptyBody() throws IOException {
        resize(0);

        assertThat(Written.bytes(Written.body(ContentFormat.raw, file))).isEmpty();
    }
}
