// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.LI;
import static io.github.camelfreshsales.content.Samples.ZOE;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import io.github.camelfreshsales.ContentFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads back with other people's parsers what was written. */
class RoundTripTest {

    private static final Map<ContentFormat, String> ONE = Map.of(
            ContentFormat.json, "{\"first_name\":\"Zoë\",\"age\":41}",
            ContentFormat.xml,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><contact><first_name>Zoë</first_name><age>41</age></contact>",
            ContentFormat.csv, "first_name,age\r\nZoë,41\r\n",
            ContentFormat.form, "first_name=Zo%C3%AB&age=41",
            ContentFormat.multipart,
                    "--B\r\nContent-Disposition: form-data; name=\"first_name\"\r\n\r\nZoë\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"age\"\r\n\r\n41\r\n--B--\r\n");
    private static final Map<ContentFormat, String> TWO = Map.of(
            ContentFormat.json, Samples.TWO,
            ContentFormat.xml,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><contacts>"
                            + "<contact><first_name>Zoë</first_name><age>41</age></contact>"
                            + "<contact><first_name>李</first_name><age>7</age></contact></contacts>",
            ContentFormat.csv, "first_name,age\r\nZoë,41\r\n李,7\r\n",
            ContentFormat.form,
                    "contacts%5B%5D%5Bfirst_name%5D=Zo%C3%AB&contacts%5B%5D%5Bage%5D=41"
                            + "&contacts%5B%5D%5Bfirst_name%5D=%E6%9D%8E&contacts%5B%5D%5Bage%5D=7",
            ContentFormat.multipart,
                    "--B\r\nContent-Disposition: form-data; name=\"contacts[][first_name]\"\r\n\r\nZoë\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"contacts[][age]\"\r\n\r\n41\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"contacts[][first_name]\"\r\n\r\n李\r\n"
                            + "--B\r\nContent-Disposition: form-data; name=\"contacts[][age]\"\r\n\r\n7\r\n--B--\r\n");

    static Stream<Arguments> oneByFormat() {
        return crossed(Samples.one());
    }

    static Stream<Arguments> manyByFormat() {
        return crossed(Samples.many());
    }

    private static Stream<Arguments> crossed(Stream<Arguments> bodies) {
        return bodies.flatMap(
                body -> ONE.keySet().stream().map(format -> Arguments.of(body.get()[0], format, body.get()[1])));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("oneByFormat")
    void everyBodyIsWrittenTheSame(String name, ContentFormat format, Supplier<Object> body) {
        Records.One one = (Records.One) new RecordReader(Samples.MAPPER).read(body.get());

        assertThat(written(format, one.record())).isEqualTo(ONE.get(format));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("manyByFormat")
    void everyBodyOfManyIsWrittenTheSame(String name, ContentFormat format, Supplier<Object> body) {
        RecordReader reader = new RecordReader(Samples.MAPPER);
        Records.Many many = (Records.Many) reader.read(body.get());
        List<Object> records = new ArrayList<>();
        many.elements().forEachRemaining(element -> records.add(reader.record(element)));

        assertThat(written(format, records)).isEqualTo(TWO.get(format));
    }

    private static String written(ContentFormat format, Object content) {
        var body = Written.contact(format, content);
        return Written.text(body).replace(body.contentType().replaceAll(".*boundary=", ""), "B");
    }

    private static final List<String> TEXTS = List.of(
            "plain",
            "Zoë Müller-Œuvre",
            "李小龍 ひらがな 한국어",
            "שלום עולם مرحبا",
            "😀👩‍👩‍👧‍👦🇩🇪",
            "quote \" and ' and \\ and ; and , and | and \t tab",
            "line\nbreak\r\nand more\n",
            "<tag attr=\"x\">&amp; ]]> </tag>",
            "a=b&c=d%20+%",
            " padded ",
            "=cmd|' /C calc'!A0",
            "x".repeat(50_000) + "😀");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void textOfEveryScriptComesBackFromXml(boolean jackson) throws Exception {
        List<Object> records =
                TEXTS.stream().map(text -> (Object) map("größe", text)).collect(Collectors.toList());

        byte[] xml = Written.bytes(Written.contact(ContentFormat.xml, records));

        assertThat(jackson ? withJackson(xml) : withTheParserOfJava(xml)).containsExactlyElementsOf(TEXTS);
    }

    private static List<String> withJackson(byte[] xml) throws IOException {
        List<String> texts = new ArrayList<>();
        JsonNode contacts = new XmlMapper().readTree(xml).get("contact");
        contacts.forEach(contact -> texts.add(contact.get("größe").asText()));
        return texts;
    }

    private static List<String> withTheParserOfJava(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        List<String> texts = new ArrayList<>();
        var nodes = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagName("größe");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void textOfEveryScriptComesBackFromCsv() throws IOException {
        List<Object> records =
                TEXTS.stream().map(text -> (Object) map("a,b", text, "c", "")).toList();

        byte[] csv = Written.bytes(Written.contact(ContentFormat.csv, records));

        assertThat(rows(csv)).isEqualTo(records);
    }

    private static List<Map<String, String>> rows(byte[] csv) throws IOException {
        return new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(csv)
                .readAll();
    }

    @Test
    void rowsOfEveryShapeComeBackFromCsv() throws IOException {
        Random random = new Random(7);
        String alphabet = "ab,\"\r\n ;='#\\\t😀";
        List<Object> records = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            records.add(map("a", text(random, alphabet), "b", text(random, alphabet), "c", text(random, alphabet)));
        }

        byte[] csv = Written.bytes(Written.body(ContentFormat.csv, records));

        assertThat(rows(csv)).isEqualTo(records);
    }

    private static String text(Random random, String alphabet) {
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void textOfEveryScriptComesBackFromJsonAndForm() throws IOException {
        Map<String, Object> record = map("texts", TEXTS, "größe 😀", 1L);

        byte[] json = Written.bytes(Written.body(ContentFormat.json, record));
        String form = Written.text(Written.body(ContentFormat.form, record));

        assertThat(new RecordReader(Samples.MAPPER).readJson(json)).isEqualTo(record);
        assertThat(Stream.of(form.split("&"))
                        .map(field -> URLDecoder.decode(field.split("=", 2)[1], StandardCharsets.UTF_8)))
                .startsWith(TEXTS.toArray(String[]::new))
                .endsWith("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "form", "xml", "multipart"})
    void halfACharacterIsRefused(ContentFormat format) {
        for (Map<String, Object> record : List.of(map("a", "secret \uD83D"), map("a", List.of("\uDE00 secret")))) {
            Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(() -> Written.body(format, record));

            assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
            NoContent.in(thrown);
        }
    }

    @Test
    void recordsOfTwoReadersAreTheSame() {
        assertThat(Written.text(Written.contact(ContentFormat.json, List.of(ZOE, LI))))
                .isEqualTo(Samples.TWO);
    }
}
