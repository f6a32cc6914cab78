// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.component.FreshsalesComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What tools read of a Kamelet: it is complete, and says the same as the catalog of the component. */
class KameletDefinitionsTest {

    private static final Path FOLDER = Path.of("src/main/resources/kamelets");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??(\\w+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> kamelets() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    private static JsonNode read(Path kamelet) throws IOException {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(kamelet)));
    }

    private static JsonNode catalog() throws IOException {
        try (InputStream in = FreshsalesComponent.class.getResourceAsStream(
                "/META-INF/io/github/camelfreshsales/component/freshsales.json")) {
            return JSON.readTree(in).path("properties");
        }
    }

    @Test
    void thereIsASinkOrASourceForEachTask() throws IOException {
        assertThat(kamelets().map(file -> file.getFileName().toString().replace(".kamelet.yaml", "")))
                .containsExactly(
                        "freshsales-bulk-upsert-sink",
                        "freshsales-create-sink",
                        "freshsales-delete-sink",
                        "freshsales-source",
                        "freshsales-upsert-sink",
                        "freshsales-webhook-source");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void nameAndTypeAreThoseOfTheFile(Path file) throws IOException {
        JsonNode kamelet = read(file);
        String name = file.getFileName().toString().replace(".kamelet.yaml", "");

        assertThat(kamelet.path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.path("kind").asText()).isEqualTo("Kamelet");
        assertThat(kamelet.at("/metadata/name").asText()).isEqualTo(name);
        assertThat(kamelet.path("metadata")
                        .path("labels")
                        .path("camel.apache.org/kamelet.type")
                        .asText())
                .isEqualTo(name.substring(name.lastIndexOf('-') + 1));
        assertThat(kamelet.path("metadata").path("annotations").propertyStream().map(a -> a.getKey()))
                .contains(
                        "camel.apache.org/kamelet.support.level",
                        "camel.apache.org/provider",
                        "camel.apache.org/kamelet.group",
                        "camel.apache.org/kamelet.icon");
        assertThat(kamelet.at("/spec/definition/title").asText()).isNotBlank();
        assertThat(kamelet.at("/spec/definition/description").asText()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void templateUsesWhatIsDeclaredAndNothingElse(Path file) throws IOException {
        JsonNode spec = read(file).path("spec");
        Set<String> declared = new TreeSet<>();
        spec.at("/definition/properties").fieldNames().forEachRemaining(declared::add);
        Set<String> used = PLACEHOLDER
                .matcher(spec.path("template").toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(declared);
        spec.at("/definition/required").forEach(name -> assertThat(declared).contains(name.asText()));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void propertiesAgreeWithTheOptionsOfTheComponent(Path file) throws IOException {
        JsonNode options = catalog();
        Set<String> ofCamel = Set.of("webhookPath", "webhookComponentName");

        read(file).at("/spec/definition/properties").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode declared = property.getValue();
            JsonNode option = options.path(name);
            assertThat(declared.path("title").asText()).as(name).isNotBlank();
            assertThat(declared.path("description").asText()).as(name).endsWith(".");
            assertThat(declared.path("format").asText().equals("password"))
                    .as(name)
                    .isEqualTo(option.path("secret").asBoolean());
            if (!ofCamel.contains(name)) {
                assertThat(option.isObject()).as(name).isTrue();
                assertThat(declared.path("type").asText().equals("boolean"))
                        .as(name)
                        .isEqualTo(option.path("type").asText().equals("boolean"));
                declared.path("enum")
                        .forEach(value ->
                                assertThat(option.path("enum")).as(name).contains(value));
            }
        });
    }
}
