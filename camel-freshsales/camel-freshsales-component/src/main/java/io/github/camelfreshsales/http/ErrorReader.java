// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the errors of the service in every form that clients have seen: the {@code errors} object with a text or a list, a list
 * of errors, a plain {@code message} or {@code error}, the failed login, an HTML page, an empty body. Reading an error never
 * fails.
 */
public final class ErrorReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXT_KEYS =
            List.of("message", "messages", "error", "error_description", "detail");
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int MOST_MESSAGES = 20;

    private ErrorReader() {}

    /**
     * What a response says.
     *
     * @param code     the vendor's code as text, or null
     * @param messages the messages of the service, in the language of the key's owner; empty if there are none
     */
    public record VendorError(String code, List<String> messages) {}

    public static VendorError read(Response response) {
        JsonNode tree = parse(response);
        if (tree == null) {
            return new VendorError(null, title(response));
        }
        Set<String> messages = new LinkedHashSet<>();
        collect(tree, messages);
        String code = code(tree);
        return new VendorError(
                code,
                messages.stream().limit(MOST_MESSAGES).map(ErrorReader::cut).toList());
    }

    /** Whether the JSON of a success contains an error all the same. */
    static boolean isError(Object content) {
        return content instanceof Map<?, ?> map
                && (isPresent(map.get("errors"))
                        || isPresent(map.get("error"))
                        || "failed".equals(map.get("login"))
                        || map.get("success") != null
                                && "false".equalsIgnoreCase(map.get("success").toString()));
    }

    private static boolean isPresent(Object error) {
        if (error instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (error instanceof List<?> list) {
            return !list.isEmpty();
        }
        return error != null && !error.equals(false) && !error.toString().isBlank();
    }

    private static JsonNode parse(Response response) {
        try {
            JsonNode tree = JSON.readTree(response.body());
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (IOException e) {
            return null; // not JSON: the status and the media type have to do
        }
    }

    private static void collect(JsonNode node, Set<String> messages) {
        if (node.isTextual()) {
            if (!node.textValue().isBlank()) {
                messages.add(node.textValue().trim());
            }
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, messages));
        } else if (node.isObject()) {
            collectFromObject(node, messages);
        }
    }

    private static void collectFromObject(JsonNode node, Set<String> messages) {
        int before = messages.size();
        for (String key : TEXT_KEYS) {
            collect(node.path(key), messages);
        }
        collect(node.path("errors"), messages);
        if (messages.size() == before && node.path("login").isTextual()) {
            messages.add("login " + node.path("login").textValue());
        }
        if (messages.size() == before) {
            // {"errors":{"email":["is not unique"]}}: the field belongs to the message
            node.properties().forEach(field -> fieldMessage(field.getKey(), field.getValue(), messages));
        }
    }

    private static void fieldMessage(String field, JsonNode value, Set<String> messages) {
        if (field.contains("code") || field.equals("status")) {
            return;
        }
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(text -> {
            if (text.isTextual()) {
                texts.add(text.textValue());
            }
        });
        texts.forEach(text -> messages.add(field + " " + text));
    }

    private static String code(JsonNode node) {
        for (JsonNode place :
                List.of(node.path("errors"), node, node.path("errors").path(0))) {
            for (String key : List.of("code", "error_code")) {
                if (place.path(key).isValueNode() && !place.path(key).isNull()) {
                    return place.path(key).asText();
                }
            }
        }
        return null;
    }

    /** Only the title of an HTML page is useful. */
    private static List<String> title(Response response) {
        String text = response.text();
        int start = text.toLowerCase(Locale.ROOT).indexOf("<title>");
        int end = start < 0 ? -1 : text.toLowerCase(Locale.ROOT).indexOf("</title>", start);
        if (end < 0) {
            return List.of();
        }
        String title = text.substring(start + "<title>".length(), end).strip();
        return title.isEmpty() ? List.of() : List.of(cut(title));
    }

    private static String cut(String message) {
        String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
