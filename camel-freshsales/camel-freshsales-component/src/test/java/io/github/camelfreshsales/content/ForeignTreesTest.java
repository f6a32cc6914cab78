// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelfreshsales.ContentFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON trees of other libraries. Classes of their names and kinds are made here, so that no library is needed. */
class ForeignTreesTest {

    @TempDir
    Path folder;

    private final RecordReader reader = new RecordReader(Samples.MAPPER);

    public record Bean(Object value) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class org.json.JSONObject {}",
                "class org.json.JSONArray implements Iterable<Object> { public java.util.Iterator<Object> iterator() {"
                        + " return null; } }",
                "class com.google.gson.JsonElement {}",
                "class jakarta.json.JsonValue extends java.util.HashMap<String, Object> {}",
                "class javax.json.JsonValue extends java.util.ArrayList<Object> {}",
                "class tools.jackson.core.TreeNode implements Iterable<Object> { public java.util.Iterator<Object>"
                        + " iterator() { return null; } }",
                "class io.vertx.core.json.JsonObject {}",
                "class org.bson.BsonValue implements CharSequence { public int length() { return 0; } public char"
                        + " charAt(int i) { return 'x'; } public CharSequence subSequence(int a, int b) { return null; } }"
            })
    void foreignTreeIsRefusedWithTheListOfWhatIsAccepted(String source) throws Exception {
        for (Object tree : List.of(made(source, false), made(source, true))) {
            Throwable body = catchThrowable(() -> reader.read(tree));
            Throwable element = catchThrowable(() -> reader.record(tree));

            assertThat(body)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "The body of the Java type " + tree.getClass().getName())
                    .hasMessageContaining(
                            "it is the JSON of another library. Make text of it, or a Map. Accepted are: a"
                                    + " Map, a Java bean or record, a JsonNode, JSON as text");
            assertThat(element).hasMessageStartingWith("The record of the Java type ");
            for (Object record : List.of(map("a", tree), map("a", List.of(map("b", tree))), new Bean(tree))) {
                refusedInside(record);
            }
        }
    }

    private void refusedInside(Object record) {
        assertThat(catchThrowable(() -> reader.record(record)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "it is the JSON of another library. Make text of it, or a Map. Accepted are: text");
        for (ContentFormat format : ContentFormat.values()) {
            if (format != ContentFormat.raw) {
                assertThat(catchThrowable(() -> Written.body(format, record)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void nodesOfJacksonAreTaken() {
        Object node = JsonNodeFactory.instance.objectNode().put("a", 1);

        assertThat(reader.record(node)).isEqualTo(map("a", 1L));
        assertThat(reader.record(map("n", node, "l", List.of(node))))
                .isEqualTo(map("n", map("a", 1L), "l", List.of(map("a", 1L))));
    }

    @Test
    void mapsOfOtherLibrariesAreMaps() throws Exception {
        Object map = made(
                "class com.google.gson.internal.LinkedTreeMap extends java.util.HashMap<String, Object> {}", false);
        ((Map<?, ?>) map).clear();

        assertThat(reader.read(map)).isEqualTo(new Records.One(Map.of()));
    }

    /** An object of the class, or of a class below it. */
    private Object made(String source, boolean below) throws Exception {
        String name = source.split(" ")[1];
        String owner = name.substring(0, name.lastIndexOf('.'));
        String simple = name.substring(name.lastIndexOf('.') + 1);
        String text = "package " + owner + "; public " + source.replace(name, simple)
                + (below ? " class Below extends " + simple + " {}" : "");
        Path file =
                Files.createDirectories(folder.resolve(owner.replace('.', '/'))).resolve(simple + ".java");
        compile(Files.writeString(file, text));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            var constructor = loader.loadClass(below ? owner + ".Below" : name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        }
    }

    private static void compile(Path file) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            StringWriter trouble = new StringWriter();
            boolean done = compiler.getTask(
                            trouble, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file))
                    .call();
            assertThat(done).as(trouble.toString()).isTrue();
        }
    }
}
