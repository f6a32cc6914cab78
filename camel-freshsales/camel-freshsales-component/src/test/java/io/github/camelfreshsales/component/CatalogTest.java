// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generated catalog, which tools and the manual read, tells the truth. */
class CatalogTest {

    /** What every Camel component has, or every one with health checks, in Camel's words. */
    private static final Set<String> OF_CAMEL = Set.of(
            "lazyStartProducer",
            "autowiredEnabled",
            "configuration",
            "healthCheckConsumerEnabled",
            "healthCheckProducerEnabled");

    private static JsonNode catalog;
    private static String tests;

    @BeforeAll
    static void readCatalogAndTests() throws IOException {
        try (InputStream in = CatalogTest.class.getResourceAsStream(
                "/META-INF/io/github/camelfreshsales/component/freshsales.json")) {
            catalog = new ObjectMapper().readTree(in);
        }
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> !file.endsWith("CatalogTest.java"))
                    .map(CatalogTest::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    /** What every endpoint has, or every one that polls. */
    private static boolean isOfCamel(String option) {
        return OF_CAMEL.contains(option)
                || Stream.of(DefaultEndpoint.class, ScheduledPollEndpoint.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                        .anyMatch(field -> field.getName().equals(option));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyOptionHasATestThatNamesIt() {
        assertThat(catalog.path("properties").properties()).hasSizeGreaterThan(20);
        Stream.concat(
                        catalog.path("componentProperties").properties().stream(),
                        catalog.path("properties").properties().stream())
                .filter(option -> !isOfCamel(option.getKey()))
                .forEach(option -> assertThat(isNamed(option.getKey(), option.getValue()))
                        .as("a test naming the option " + option.getKey())
                        .isTrue());
    }

    private static boolean isNamed(String name, JsonNode option) {
        String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String prefix = option.path("prefix").asText();
        return option.path("kind").asText().equals("path")
                || Pattern.compile("[?&\"]" + name + "=").matcher(tests).find()
                || tests.contains(setter + "(")
                || !prefix.isEmpty() && tests.contains(prefix);
    }

    @Test
    void everyHeaderHasATestThatNamesIt() {
        assertThat(catalog.path("headers").properties()).hasSizeGreaterThan(20);
        for (Map.Entry<String, JsonNode> header : catalog.path("headers").properties()) {
            String constant = header.getValue().path("constantName").asText();
            String name = "FreshsalesConstants." + constant.substring(constant.indexOf('#') + 1);
            assertThat(Pattern.compile(Pattern.quote(name) + "\\b")
                                    .matcher(tests)
                                    .find()
                            || tests.contains("\"" + header.getKey() + "\""))
                    .as("a test naming the header " + header.getKey())
                    .isTrue();
        }
    }

    @Test
    void everyConstantIsInTheCatalogUnderItsValue() throws IllegalAccessException {
        for (Field constant : FreshsalesConstants.class.getFields()) {
            assertThat(catalog.path("headers").has((String) constant.get(null)))
                    .as(constant.getName())
                    .isTrue();
        }
    }

    @Test
    void everyDocumentedDefaultIsTheRealOne() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            FreshsalesComponent component = new FreshsalesComponent(context);
            for (Map.Entry<String, JsonNode> option :
                    catalog.path("componentProperties").properties()) {
                if (!isOfCamel(option.getKey())) {
                    boolean nested = option.getValue().has("configurationField");
                    checkDefault(option, nested ? component.getConfiguration() : component);
                }
            }
        }
        for (Map.Entry<String, JsonNode> option : catalog.path("properties").properties()) {
            boolean path = option.getValue().path("kind").asText().equals("path");
            if (!path && !isOfCamel(option.getKey())) {
                checkDefault(option, new FreshsalesConfiguration());
            }
        }
    }

    private static void checkDefault(Map.Entry<String, JsonNode> option, Object bean)
            throws ReflectiveOperationException {
        Field field = bean.getClass().getDeclaredField(option.getKey());
        field.setAccessible(true);
        Object real = field.get(bean);
        JsonNode documented = option.getValue().path("defaultValue");
        String name = option.getKey();
        if (documented.isMissingNode()) {
            assertThat(real).as("the default of " + name).isIn(null, false);
        } else if (option.getValue().path("type").asText().equals("duration")) {
            assertThat(Duration.ofMillis((Long) real))
                    .as("the default of " + name)
                    .isEqualTo(Duration.parse("PT" + documented.asText()));
        } else {
            assertThat(String.valueOf(real)).as("the default of " + name).isEqualTo(documented.asText());
        }
    }

    @Test
    void secretsAreMarked() {
        for (String name : Set.of("apiKey", "proxyUser", "proxyPassword")) {
            assertThat(catalog.path("componentProperties")
                            .path(name)
                            .path("secret")
                            .asBoolean())
                    .as(name)
                    .isTrue();
        }
        assertThat(catalog.path("properties").path("apiKey").path("secret").asBoolean())
                .isTrue();
    }

    @Test
    void everyOptionAndHeaderIsDescribedInSentences() {
        Stream.of("componentProperties", "properties", "headers")
                .flatMap(group -> catalog.path(group).properties().stream())
                .filter(entry -> !isOfCamel(entry.getKey()))
                .forEach(
                        entry -> assertThat(entry.getValue().path("description").asText())
                                .as(entry.getKey())
                                .hasSizeGreaterThan(20)
                                .matches("(?s).*[.)]$"));
    }
}
