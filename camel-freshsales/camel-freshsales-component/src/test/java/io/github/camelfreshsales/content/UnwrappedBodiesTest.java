// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.LI;
import static io.github.camelfreshsales.content.Samples.ZOE;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelfreshsales.ContentFormat;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies, elements and values that something is around, and whether a body can be read twice. */
class UnwrappedBodiesTest {

    private record Box(Object inside) {}

    private static Object open(Object value) {
        return value instanceof Box box ? open(box.inside()) : value;
    }

    private final RecordReader reader = new RecordReader(Samples.MAPPER, UnwrappedBodiesTest::open);

    static Stream<Object> boxed() {
        return Stream.of(
                List.of(new Box(ZOE), new Box(Samples.bytes("{\"first_name\":\"李\",\"age\":7}"))),
                List.of(new Box(ZOE), LI),
                new Box(new Object[] {ZOE, new Box(new Box(LI))}),
                Stream.of(new Box(Samples.ONE), new Box(LI)),
                List.of(new Box(ZOE), new Box(LI)).iterator(),
                new Box(List.of(new Box(ZOE), LI)),
                new Box(Samples.TWO));
    }

    @ParameterizedTest
    @MethodSource("boxed")
    void whatIsInsideIsTheRecord(Object body) {
        List<Map<String, Object>> records = new ArrayList<>();

        try (Records.Many many = (Records.Many) reader.read(body)) {
            many.elements().forEachRemaining(element -> records.add(reader.record(element)));
        }

        assertThat(records).containsExactly(ZOE, LI);
    }

    @Test
    void idsInsideAreHandedOutBare() {
        Records.Many many = (Records.Many) reader.read(List.of(new Box(7L), new Box("8"), 9L));

        assertThat(many.elements()).toIterable().containsExactly(7L, "8", 9L);
    }

    @Test
    void oneRecordAndItsValuesAreUnwrapped() {
        assertThat(reader.read(new Box(new Box(ZOE)))).isEqualTo(new Records.One(ZOE));
        assertThat(reader.read(new Box(null))).isEqualTo(new Records.None());
        assertThat(reader.record(map("a", new Box("x"), "b", List.of(new Box(map("c", new Box(1)))))))
                .isEqualTo(map("a", "x", "b", List.of(map("c", 1))));
    }

    @Test
    void elementThatCannotBeUnwrappedIsAnErrorOfItsOwn() {
        RecordReader picky = new RecordReader(Samples.MAPPER, value -> {
            if (value instanceof Box) {
                throw new IllegalArgumentException("was not downloaded");
            }
            return value;
        });
        Records.Many many = (Records.Many) picky.read(List.of(ZOE, new Box(ZOE), LI));
        List<Object> seen = new ArrayList<>();

        many.elements().forEachRemaining(element -> {
            Throwable thrown = catchThrowable(() -> seen.add(picky.record(element)));
            if (thrown != null) {
                seen.add(thrown.getMessage());
            }
        });

        assertThat(seen).containsExactly(ZOE, "was not downloaded", LI);
    }

    @Test
    void manyInsideOneElementAreRefused() {
        assertThat(catchThrowable(() -> reader.record(new Box(List.of(ZOE)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it holds many records, where one is expected");
    }

    @ParameterizedTest
    @EnumSource(names = {"json", "xml", "csv", "form", "multipart"})
    void documentOfManyIsUnwrappedToo(ContentFormat format) {
        Records.Many boxed = (Records.Many) reader.read(List.of(new Box(ZOE), new Box(LI)));
        RequestBody body = new ContentWriters(reader)
                .write(format, new Document(boxed.elements(), null, "contact", "contacts"), null);

        assertThat(text(body)).isEqualTo(text(Written.contact(format, List.of(ZOE, LI))));
    }

    private static String text(RequestBody body) {
        return Written.text(body).replace(body.contentType().replaceAll(".*boundary=", ""), "B");
    }

    @Test
    void jsonInTheCharsetOfItsSenderIsRead() {
        byte[] latin = Samples.ONE.getBytes(StandardCharsets.ISO_8859_1);

        for (Object bytes : List.of(latin, new ByteArrayInputStream(latin))) {
            assertThat(reader.record(new EncodedContent(bytes, StandardCharsets.ISO_8859_1)))
                    .isEqualTo(ZOE);
        }
        assertThat(reader.record(new EncodedContent(Samples.file('\uFEFF' + Samples.ONE), StandardCharsets.UTF_8)))
                .isEqualTo(ZOE);
    }

    @Test
    void bytesThatAreNotOfTheNamedCharsetAreRefused() {
        Object body =
                new EncodedContent("{\"a\":\"secret ë\"}".getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII);

        Throwable thrown = catchThrowable(() -> reader.read(body));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The body cannot be read. The JSON is not in the charset that was named");
        NoContent.in(thrown);
    }

    static Stream<Object> lasting() {
        return Stream.of(
                ZOE,
                List.of(ZOE, "x"),
                new Samples.ContactBean(),
                Samples.ONE,
                Samples.bytes(Samples.ONE),
                ByteBuffer.allocate(1),
                JsonNodeFactory.instance.objectNode(),
                Path.of("a"),
                new File("a"),
                new FilePart("a", null, new byte[0]),
                new EncodedContent(new byte[0], StandardCharsets.UTF_8),
                7L);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatLastsCanBeReadAgain(Object body) {
        assertThat(RecordReader.canBeReadAgain(body)).isTrue();
        assertThat(RecordReader.canBeReadAgain(null)).isTrue();
        assertThat(RecordReader.canBeReadAgain(new Object[] {body})).isTrue();
    }

    static Stream<Object> passing() {
        InputStream stream = InputStream.nullInputStream();
        return Stream.of(
                stream,
                Reader.nullReader(),
                List.of().iterator(),
                Stream.of(),
                IntStream.range(0, 1),
                (Iterable<Object>) () -> List.of().iterator(),
                map("file", stream),
                List.of(ZOE, stream),
                map("deep", List.of(map("file", stream))),
                new FilePart("a", null, stream),
                new EncodedContent(stream, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatIsUsedUpCannotBeReadAgain(Object body) {
        assertThat(RecordReader.canBeReadAgain(body)).isFalse();
    }
}
