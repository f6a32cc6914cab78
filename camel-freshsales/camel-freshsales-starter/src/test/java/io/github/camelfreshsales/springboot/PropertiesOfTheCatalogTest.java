// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.component.FreshsalesComponent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;

/** What an IDE knows of the properties, and what the class takes, against the catalog of the component. */
class PropertiesOfTheCatalogTest {

    private static final String PREFIX = "camel.component.freshsales.";
    private static final Map<String, JsonNode> METADATA = metadata();

    static Stream<Map.Entry<String, JsonNode>> options() {
        return read(FreshsalesComponent.class, "/META-INF/io/github/camelfreshsales/component/freshsales.json")
                .path("componentProperties")
                .properties()
                .stream()
                .filter(option -> !option.getKey().equals("configuration"));
    }

    @Test
    void everyOptionOfTheComponentIsAProperty() {
        Stream<String> switches = Stream.of("enabled", "customizer.enabled").map(PREFIX::concat);
        Stream<String> names = options().map(option -> name(option.getKey()));

        assertThat(METADATA.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(switches, names).toList());
    }

    @ParameterizedTest
    @MethodSource("options")
    void ideKnowsDescriptionAndDefault(Map.Entry<String, JsonNode> option) {
        JsonNode property = METADATA.get(name(option.getKey()));
        String description = option.getValue().path("description").asText().replaceAll(" This is a multi-value.*", "");

        assertThat(property.path("description").asText()).startsWith(description);
        assertThat(property.get("defaultValue")).isEqualTo(option.getValue().get("defaultValue"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void classTakesWhatTheIdeOffers(Map.Entry<String, JsonNode> option) {
        Class<?> type = BeanUtils.findPropertyType(option.getKey(), FreshsalesComponentConfiguration.class);
        JsonNode property = METADATA.get(name(option.getKey()));

        assertThat(property.path("type").asText()).startsWith(type.getName());
        assertThat(type == Duration.class)
                .isEqualTo(option.getValue().path("type").asText().equals("duration"));
    }

    /** The other spelling of the option, written down once more without looking at the generator. */
    private static String name(String option) {
        StringBuilder name = new StringBuilder(PREFIX);
        for (char letter : option.toCharArray()) {
            name.append(Character.isUpperCase(letter) ? "-" + Character.toLowerCase(letter) : letter);
        }
        return name.toString();
    }

    private static Map<String, JsonNode> metadata() {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        read(FreshsalesComponentConfiguration.class, "/META-INF/spring-configuration-metadata.json")
                .path("properties")
                .forEach(property -> properties.put(property.path("name").asText(), property));
        return properties;
    }

    /** From the jar of the class, as others have files of this name too. */
    private static JsonNode read(Class<?> jar, String file) {
        String code = jar.getProtectionDomain().getCodeSource().getLocation().toString();
        String place = code.endsWith(".jar") ? "jar:" + code + "!" + file : code + file.substring(1);
        try (InputStream in = URI.create(place).toURL().openStream()) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(place, e);
        }
    }
}
