// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.ContentFormat.multipart;
import static io.github.camelfreshsales.content.Samples.LI;
import static io.github.camelfreshsales.content.Samples.ZOE;
import static io.github.camelfreshsales.content.Samples.bytes;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartContentTest {

    @TempDir
    Path folder;

    @Test
    void fieldsAndFilesAreParts() {
        RequestBody body = Written.body(
                multipart,
                map(
                        "file",
                        new FilePart("über \"uns\".pdf", "application/pdf", bytes("%PDF")),
                        "targetable_id",
                        70041234567L,
                        "is_shared",
                        false,
                        "note",
                        null));

        assertThat(parts(body)).isEqualTo("""
                        --B
                        Content-Disposition: form-data; name="file"; filename="über \\"uns\\".pdf"
                        Content-Type: application/pdf

                        %PDF
                        --B
                        Content-Disposition: form-data; name="targetable_id"

                        70041234567
                        --B
                        Content-Disposition: form-data; name="is_shared"

                        false
                        --B
                        Content-Disposition: form-data; name="note"


                        --B--
                        """);
        assertThat(body.contentType()).matches("multipart/form-data; boundary=[0-9a-f-]{36}");
        assertThat(body.length()).isEqualTo(Written.bytes(body).length);
        assertThat(body.repeatable()).isTrue();
    }

    @Test
    void namesAreThoseOfAForm() {
        RequestBody body = Written.wrapped(
                multipart,
                map("name", "李 😀", "emails", List.of(map("value", "a"), map("value", "b")), "tags", List.of(1, 2)));

        assertThat(parts(body).lines().filter(line -> line.contains("name=")))
                .containsExactly(
                        "Content-Disposition: form-data; name=\"contact[name]\"",
                        "Content-Disposition: form-data; name=\"contact[emails][][value]\"",
                        "Content-Disposition: form-data; name=\"contact[emails][][value]\"",
                        "Content-Disposition: form-data; name=\"contact[tags][]\"",
                        "Content-Disposition: form-data; name=\"contact[tags][]\"");
        assertThat(parts(body)).contains("\n\n李 😀\n");
    }

    @Test
    void manyRecordsStandUnderThePlural() {
        RequestBody body = Written.contact(multipart, List.of(ZOE, LI).iterator());

        assertThat(parts(body).lines().filter(line -> line.contains("name=")))
                .containsExactly(
                        "Content-Disposition: form-data; name=\"contacts[][first_name]\"",
                        "Content-Disposition: form-data; name=\"contacts[][age]\"",
                        "Content-Disposition: form-data; name=\"contacts[][first_name]\"",
                        "Content-Disposition: form-data; name=\"contacts[][age]\"");
    }

    static Stream<Arguments> files() {
        Path file = Samples.file("hello");
        return Stream.of(
                arguments(bytes("hello"), "file", true),
                arguments(ByteBuffer.wrap(bytes("hello")), "file", true),
                arguments(file, file.getFileName().toString(), true),
                arguments(file.toFile(), file.getFileName().toString(), true),
                arguments(new ByteArrayInputStream(bytes("hello")), "file", false),
                arguments(new StringReader("hello"), "file", false),
                arguments(new FilePart(null, null, "hello"), "file", true),
                arguments(new FilePart(null, null, file), file.getFileName().toString(), true),
                arguments(new FilePart("a.txt", null, file), "a.txt", true));
    }

    @ParameterizedTest
    @MethodSource("files")
    void valueThatHoldsBytesIsAFile(Object value, String name, boolean repeatable) {
        RequestBody body = Written.body(multipart, map("f", value));

        assertThat(body.repeatable()).isEqualTo(repeatable);
        assertThat(body.length() >= 0).isEqualTo(repeatable);
        assertThat(parts(body))
                .isEqualTo("--B\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name
                        + "\"\nContent-Type: application/octet-stream\n\nhello\n--B--\n");
    }

    @Test
    void fileInsideAListAndABeanIsAFile() {
        record Upload(byte[] content, String title) {}

        String parts = parts(Written.body(multipart, new Upload(bytes("x"), "t")));
        String listed = parts(Written.body(multipart, map("files", List.of(bytes("a"), bytes("b")))));

        assertThat(parts).contains("name=\"content\"; filename=\"file\"").contains("name=\"title\"\n\nt\n");
        assertThat(listed.split("name=\"files\\[]\"; filename=\"file\"")).hasSize(3);
    }

    @Test
    void otherValuesAreWrittenAsJacksonSeesThem() {
        record Inner(String a) {}

        String parts = parts(Written.body(
                multipart,
                map(
                        "bean",
                        new Inner("x"),
                        "unit",
                        RefusedBodyTest.Shape.ROUND,
                        "node",
                        Samples.MAPPER.valueToTree(ZOE))));

        assertThat(parts)
                .contains("name=\"bean[a]\"\n\nx\n")
                .contains("name=\"unit[name]\"\n\nsecret\n")
                .contains("name=\"node[first_name]\"\n\nZoë\n");
    }

    @Test
    void boundaryIsNewEachTime() {
        assertThat(Written.body(multipart, ZOE).contentType())
                .isNotEqualTo(Written.body(multipart, ZOE).contentType());
    }

    @Test
    void otherMediaTypeKeepsTheBoundary() {
        RequestBody body = Written.typed(multipart, ZOE, "multipart/related; type=\"text/xml\"");

        assertThat(body.contentType()).matches("multipart/related; type=\"text/xml\"; boundary=[0-9a-f-]{36}");
        assertThat(Written.text(body)).startsWith("--" + body.contentType().replaceAll(".*boundary=", "") + "\r\n");
        assertThatThrownBy(() -> Written.typed(multipart, ZOE, "multipart/form-data; boundary=x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The boundary of a multipart body is chosen when it is written. Leave it out of contentType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u0000", "a\u000Bb", "a\u0085b"})
    void nameWithALineBreakIsRefused(String name) {
        String message = "The name of a field or file holds a line break or another control character";

        assertThatThrownBy(() -> Written.body(multipart, map(name, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Written.body(multipart, map("f", new FilePart(name, null, "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain\r\nX-Evil: 1", "text", "text/pläin", "", "a b/c"})
    void mediaTypeOfAFileIsChecked(String type) {
        assertThatThrownBy(() -> Written.body(multipart, map("f", new FilePart("a", type, "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A content type ");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "text/html; charset=;,text/html",
                "text/html; charset=no-such,text/html",
                "text/html; charset=\"no-such\",text/html",
                "application/pdf; name=\"Ünïcode.pdf\",application/pdf",
                "image/png;,image/png",
                "text/plain; charset=ISO-8859-1,text/plain; charset=ISO-8859-1",
                "nonsense,application/octet-stream",
                "'',application/octet-stream",
                ";,application/octet-stream",
                "null,application/octet-stream"
            })
    void mediaTypeOfAReceivedFileIsNeverTrouble(String type, String sent) {
        FilePart file = FilePart.received("a", type, bytes("x"));

        assertThat(file.contentType()).isEqualTo(sent);
        assertThat(parts(Written.body(multipart, map("f", file)))).contains("Content-Type: " + sent + "\n");
    }

    @Test
    void quotesInNamesAreEscaped() {
        assertThat(parts(Written.body(multipart, map("a\"; filename=\"evil\\", 1))))
                .contains("name=\"a\\\"; filename=\\\"evil\\\\\"\n");
    }

    @Test
    void textOfAFileHasTheCharsetOfItsType() {
        byte[] written = Written.bytes(
                Written.body(multipart, map("f", new FilePart("a", "text/plain; charset=ISO-8859-1", "ë"))));

        assertThat(new String(written, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("Content-Type: text/plain; charset=ISO-8859-1\r\n\r\në\r\n");
    }

    @Test
    void contentOfAFilePartMustHoldBytes() {
        assertThatThrownBy(() -> new FilePart("a", null, LocalDate.now()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The content of a FilePart must be byte[], ByteBuffer, text, InputStream, Reader, File or"
                        + " Path");
        assertThatThrownBy(() -> new FilePart("a", null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void missingFileIsRefusedBeforeAnythingIsSent() {
        Throwable thrown = catchThrowable(() -> Written.body(multipart, map("f", folder.resolve("secret.txt"))));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The file to send is missing, is no ordinary file or may not be read");
    }

    @Test
    void largeFileIsNotLoaded() throws IOException {
        Path large = folder.resolve("large.bin");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        AtomicLong written = new AtomicLong();
        AtomicLong largestPiece = new AtomicLong();
        RequestBody body = Written.body(multipart, map("file", large));

        body.writeTo(
                Targets.counting(total -> largestPiece.accumulateAndGet(total - written.getAndSet(total), Math::max)));

        assertThat(written).hasValue(body.length());
        assertThat(largestPiece).hasValueLessThan(64 * 1024);
        assertThat(body.length()).isGreaterThan(Files.size(large));
        assertThat(body.repeatable()).isTrue();
    }

    @Test
    void streamsAreClosedWhetherSentOrNot() {
        WatchedStream sent = WatchedStream.of("a");
        WatchedStream reset = WatchedStream.of("b");
        WatchedStream neverReached = WatchedStream.of("c");
        WatchedStream refused = WatchedStream.of("d");
        WatchedStream unsent = WatchedStream.of("e");

        Written.bytes(Written.body(multipart, map("f", sent)));
        catchThrowable(() ->
                Written.body(multipart, map("f", reset, "g", neverReached)).writeTo(Targets.broken()));
        catchThrowable(() -> Written.body(multipart, map("f", refused, "a\nb", 1)));
        Written.body(multipart, map("f", unsent)).close();

        assertThat(List.of(sent, reset, neverReached, refused, unsent))
                .allSatisfy(stream -> assertThat(stream.closed).isEqualTo(1));
    }

    @Test
    void streamIsSentOnlyOnce() {
        RequestBody body = Written.body(multipart, map("f", WatchedStream.of("a")));
        Written.bytes(body);

        assertThatThrownBy(() -> body.writeTo(new ByteArrayOutputStream())).isInstanceOf(IllegalStateException.class);
    }

    private static String parts(RequestBody body) {
        String boundary = body.contentType().replaceAll(".*boundary=", "");
        return Written.text(body).replace(boundary, "B").replace("\r\n", "\n");
    }
}
