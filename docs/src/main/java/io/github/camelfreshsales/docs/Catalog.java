// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.docs.Snippets.Snippet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the component's generated catalog entry into tables. */
final class Catalog {

    private static final String RESULT = "result";
    private static final String ADVANCED = "advanced";

    /** Words of a label that name no group of their own. */
    private static final Set<String> NO_GROUP = Set.of("", "common", "producer", "consumer", "security");

    /** What stands first; a group that is not named here comes after these, but before the advanced one. */
    private static final List<String> FIRST =
            List.of("account", "record", "fields", "reading", "content", "manual", "batch", RESULT, "retry", "http");

    private final JsonNode json;

    Catalog(JsonNode json) {
        this.json = json;
    }

    static Catalog ofComponent() {
        String place = "/META-INF/io/github/camelfreshsales/component/freshsales.json";
        try (InputStream in = FreshsalesComponent.class.getResourceAsStream(place)) {
            return new Catalog(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a pom says to have the component, or with a name the module with that ending. The simulator is for tests. */
    Snippet dependency(String module) {
        JsonNode component = json.path("component");
        String artifact = component.path("artifactId").asText();
        List<String> xml = new ArrayList<>();
        xml.add("<dependency>");
        xml.add("    <groupId>" + component.path("groupId").asText() + "</groupId>");
        xml.add("    <artifactId>" + (module.isEmpty() ? artifact : artifact + "-" + module) + "</artifactId>");
        xml.add("    <version>" + component.path("version").asText() + "</version>");
        if (module.equals("simulator")) {
            xml.add("    <scope>test</scope>");
        }
        xml.add("</dependency>");
        return new Snippet("xml", xml);
    }

    /** What stands at the top of a component's page in Camel's own manual. */
    List<String> camelHeader() {
        JsonNode component = json.path("component");
        return List.of(
                ":doctitle: " + component.path("title").asText(),
                ":shortname: " + component.path("name").asText(),
                ":artifactid: " + component.path("artifactId").asText(),
                ":description: " + component.path("description").asText(),
                ":since: " + component.path("firstVersion").asText(),
                ":supportlevel: " + component.path("supportLevel").asText(),
                ":tabs-sync-option:",
                ":component-header: Both producer and consumer are supported");
    }

    /** The options that only the component has: they belong to the account, which all its endpoints share. */
    List<String> componentOptions(String group) {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        json.path("componentProperties").properties().stream()
                .filter(option -> !json.path("properties").has(option.getKey()))
                .forEach(option -> options.put(option.getKey(), option.getValue()));
        return tables("component-options", grouped(options), group);
    }

    /** The options of an endpoint, which are also the component's defaults for all its endpoints. */
    List<String> endpointOptions(String group) {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        json.path("properties").properties().stream()
                .filter(option -> !option.getValue().path("kind").asText().equals("path"))
                .forEach(option -> options.put(option.getKey(), option.getValue()));
        return tables("endpoint-options", grouped(options), group);
    }

    /** @param direction {@code in} for the headers that steer a call, {@code out} for those that tell about its result */
    List<String> headers(String direction) {
        Table table = new Table("9,4,12", "Header", "Type", "Description");
        for (Map.Entry<String, JsonNode> header : json.path("headers").properties()) {
            boolean out = words(header.getValue()).contains(RESULT);
            if (out == direction.equals("out")) {
                table.row(
                        Literal.of(header.getKey()),
                        header.getValue().path("javaType").asText().replaceAll("java\\.(lang|util)\\.", ""),
                        header.getValue().path("description").asText());
            }
        }
        return table.lines();
    }

    private static Map<String, Map<String, JsonNode>> grouped(Map<String, JsonNode> options) {
        Map<String, Map<String, JsonNode>> groups = new LinkedHashMap<>();
        FIRST.forEach(group -> groups.put(group, new LinkedHashMap<>()));
        Map<String, JsonNode> advanced = new LinkedHashMap<>();
        options.forEach((name, option) -> {
            String group = words(option).stream()
                    .filter(word -> !NO_GROUP.contains(word))
                    .findFirst()
                    .orElse(ADVANCED);
            Map<String, JsonNode> home =
                    group.equals(ADVANCED) ? advanced : groups.computeIfAbsent(group, key -> new LinkedHashMap<>());
            home.put(name, option);
        });
        groups.put(ADVANCED, advanced);
        groups.values().removeIf(Map::isEmpty);
        return groups;
    }

    private static List<String> words(JsonNode node) {
        return Arrays.asList(node.path("label").asText().split(","));
    }

    /** The table of one group; without a group all of them, each under its name. */
    private List<String> tables(String what, Map<String, Map<String, JsonNode>> groups, String group) {
        if (!group.isEmpty()) {
            if (!groups.containsKey(group)) {
                throw new IllegalStateException(
                        "There is no group '" + group + "' of " + what + ", but " + groups.keySet());
            }
            return table(groups.get(group));
        }
        List<String> lines = new ArrayList<>();
        groups.forEach((name, options) -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add("[#" + what + "-" + name + "]");
            lines.add("==== " + title(name));
            lines.add("");
            lines.addAll(table(options));
        });
        return lines;
    }

    private static String title(String group) {
        String word = group.equals("http") ? "HTTP" : Character.toUpperCase(group.charAt(0)) + group.substring(1);
        return word + " options";
    }

    private List<String> table(Map<String, JsonNode> options) {
        Table table = new Table("8,3,14", "Option", "Default", "Description");
        options.forEach((name, option) -> table.row(name(name, option), defaultOf(option), description(name, option)));
        return table.lines();
    }

    private static String name(String name, JsonNode option) {
        String prefix = option.path("prefix").asText();
        return prefix.isEmpty() ? Literal.of(name) : Literal.of(prefix + "*") + " or " + Literal.of(name);
    }

    private static String defaultOf(JsonNode option) {
        if (option.path("required").asBoolean()) {
            return "*required*";
        }
        return option.has("defaultValue")
                ? Literal.of(option.path("defaultValue").asText())
                : "";
    }

    private String description(String name, JsonNode option) {
        // Camel says in its own words what the name in the first column says already
        String text =
                option.path("description").asText().replaceAll(" This is a multi-value option with prefix: \\S+$", "");
        StringBuilder description = new StringBuilder(text);
        List<String> values = new ArrayList<>();
        option.path("enum").forEach(value -> values.add(Literal.of(value.asText())));
        if (!values.isEmpty()) {
            description.append(" One of ").append(String.join(", ", values)).append('.');
        }
        if (option.path("type").asText().equals("object")) {
            description.append(" A bean of the type ").append(type(option)).append('.');
        }
        if (option.path("secret").asBoolean()) {
            description.append(" Secret: it is masked wherever Camel shows it.");
        }
        String header = "CamelFreshsales" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        if (json.path("headers").has(header)) {
            description.append(" _Per message:_ ").append(Literal.of(header));
        }
        return description.toString();
    }

    private static String type(JsonNode option) {
        String type = option.path("javaType").asText().replaceAll("<.*", "");
        return Literal.of(type.substring(type.lastIndexOf('.') + 1));
    }
}
