// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The same contact, and the same two contacts, in every kind of body that is accepted. */
final class Samples {

    static final ObjectMapper MAPPER = new ObjectMapper();
    static final String ONE = "{\"first_name\":\"Zoë\",\"age\":41}";
    static final String TWO = "[" + ONE + ",{\"first_name\":\"李\",\"age\":7}]";
    static final Map<String, Object> ZOE = map("first_name", "Zoë", "age", 41L);
    static final Map<String, Object> LI = map("first_name", "李", "age", 7L);

    private Samples() {}

    record Contact(String first_name, long age) {}

    /** A bean with getters, whose order is up to the virtual machine. */
    @JsonPropertyOrder({"first_name", "age"})
    public static final class ContactBean {

        public String getFirst_name() {
            return "Zoë";
        }

        public int getAge() {
            return 41;
        }
    }

    static Stream<Arguments> one() {
        return Stream.of(
                kind("Map", () -> ZOE),
                kind("Java record", () -> new Contact("Zoë", 41)),
                kind("bean", ContactBean::new),
                kind("JsonNode", () -> MAPPER.valueToTree(ZOE)),
                kind("String", () -> ONE),
                kind("StringBuilder", () -> new StringBuilder(ONE)),
                kind("text with a byte order mark", () -> '\uFEFF' + ONE),
                kind("bytes", () -> bytes(ONE)),
                kind("UTF-16 bytes", () -> ONE.getBytes(StandardCharsets.UTF_16)),
                kind("bytes with a byte order mark", () -> bytes('\uFEFF' + ONE)),
                kind("ByteBuffer", () -> ByteBuffer.wrap(bytes("  " + ONE), 2, bytes(ONE).length)),
                kind("InputStream", () -> new ByteArrayInputStream(bytes(ONE))),
                kind("Reader", () -> new StringReader(ONE)),
                kind("Reader with a byte order mark", () -> new StringReader('\uFEFF' + ONE)),
                kind("Path", () -> file(ONE)),
                kind("File", () -> file(ONE).toFile()),
                kind("text among blanks", () -> "\r\n\t " + ONE + " \n"));
    }

    static Stream<Arguments> many() {
        return Stream.of(
                kind("List", () -> List.of(ZOE, LI)),
                kind("Iterable", () ->
                        (Iterable<Object>) () -> List.<Object>of(ZOE, LI).iterator()),
                kind("Iterator", () -> List.of(ZOE, LI).iterator()),
                kind("array", () -> new Object[] {ZOE, LI}),
                kind("array of records", () -> new Contact[] {new Contact("Zoë", 41), new Contact("李", 7)}),
                kind("Stream", () -> Stream.of(ZOE, LI)),
                kind("List of texts", () -> Arrays.asList(ONE, "{\"first_name\":\"李\",\"age\":7}")),
                kind("List of bytes and nodes", () -> List.of(bytes(ONE), MAPPER.valueToTree(LI))),
                kind("ArrayNode", () -> MAPPER.valueToTree(List.of(ZOE, LI))),
                kind("JSON array as String", () -> TWO),
                kind("JSON array as bytes", () -> bytes(TWO)),
                kind("JSON array as InputStream", () -> new ByteArrayInputStream(bytes(TWO))),
                kind("JSON array as Reader", () -> new StringReader(TWO)),
                kind("JSON array as Path", () -> file(TWO)),
                kind("JSON array as File", () -> file(TWO).toFile()));
    }

    private static Arguments kind(String name, Supplier<Object> body) {
        return Arguments.of(name, body);
    }

    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Path file(String content) {
        try {
            Path file = Files.createTempFile("contact", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
