// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** How a written value is taken in. A value of the wrong kind gives null here and is ignored, as the service does. */
public enum Kind {
    TEXT(Kind::text),
    NUMBER(Kind::number),
    /** A number that is a string when read. */
    MONEY(Kind::number),
    ID(Kind::id),
    BOOLEAN(Kind::bool),
    TIME(node -> Timestamps.parse(node.asText(""))
            .<JsonNode>map(time -> TextNode.valueOf(time.toString()))
            .orElse(null)),
    /** Values joined by semicolons when read. */
    CHOICES(Kind::joined),
    TAGS(Kind::tags),
    LIST(Kind::list),
    OBJECT(node -> node.isObject() ? node.deepCopy() : null),
    /** Computed from the record or written under rules of its own. */
    SPECIAL(node -> null);

    private static final int MOST_CHARACTERS = 65_535;
    private static final int MOST_ITEMS = 1_000;

    private final Function<JsonNode, JsonNode> reader;

    Kind(Function<JsonNode, JsonNode> reader) {
        this.reader = reader;
    }

    /** The value to store, JSON null to clear, or null when the value is to be ignored. */
    public JsonNode read(JsonNode written) {
        if (written.isNull() || (written.isTextual() && written.textValue().isEmpty())) {
            return NullNode.getInstance();
        }
        return reader.apply(written);
    }

    /** Several choices are one text with semicolons. */
    static JsonNode joined(JsonNode node) {
        if (!node.isArray()) {
            return text(node);
        }
        StringJoiner joined = new StringJoiner(";");
        items(node).forEach(one -> {
            if (isText(one)) {
                joined.add(one.asText());
            }
        });
        return text(TextNode.valueOf(joined.toString()));
    }

    /** The ids in a list; what is none is left out. */
    public static List<Long> ids(JsonNode list) {
        List<Long> ids = new ArrayList<>();
        list.forEach(one -> {
            long id = idOf(one);
            if (id != 0) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** The id that a value is, 0 when it is none. */
    public static long idOf(JsonNode value) {
        JsonNode id = id(value);
        return id == null ? 0 : id.longValue();
    }

    private static Iterable<JsonNode> items(JsonNode list) {
        if (list.size() > MOST_ITEMS) {
            throw ApiError.badRequest("A list is too long (maximum is " + MOST_ITEMS + " items)");
        }
        return list;
    }

    /** Text, or what reads like one: a number or a truth value. */
    private static boolean isText(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank();
    }

    static JsonNode text(JsonNode node) {
        if (node.isTextual() && node.textValue().length() > MOST_CHARACTERS) {
            throw ApiError.badRequest("A text is too long (maximum is " + MOST_CHARACTERS + " characters)");
        }
        if (node.isTextual()) {
            return node;
        }
        return node.isValueNode() ? TextNode.valueOf(node.asText()) : null;
    }

    private static JsonNode number(JsonNode node) {
        if (node.isFloatingPointNumber() && !node.isBigDecimal() && !Double.isFinite(node.doubleValue())) {
            return null;
        }
        if (node.isNumber()) {
            return node;
        }
        if (node.isArray() && node.size() == 1) {
            return number(node.get(0));
        }
        try {
            return node.isTextual() ? Json.NODES.numberNode(new BigDecimal(shortText(node))) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static JsonNode id(JsonNode node) {
        boolean beyondAllIds = node.isNumber() ? !node.canConvertToLong() : isLongNumber(node);
        if (beyondAllIds) {
            throw ApiError.badRequest("An id is too long");
        }
        if (node.isIntegralNumber()) {
            return Json.NODES.numberNode(node.longValue());
        }
        try {
            return node.isTextual() ? Json.NODES.numberNode(Long.parseLong(shortText(node))) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isLongNumber(JsonNode node) {
        return node.isTextual() && node.textValue().strip().matches("-?\\d{19,}");
    }

    /** A text long enough for any number; reading a longer one would take its time. */
    private static String shortText(JsonNode node) {
        String text = node.textValue().strip();
        if (text.length() > 100) {
            throw new NumberFormatException();
        }
        return text;
    }

    private static JsonNode bool(JsonNode node) {
        return switch (node.asText("")) {
            case "true", "1" -> BooleanNode.TRUE;
            case "false", "0" -> BooleanNode.FALSE;
            default -> null;
        };
    }

    private static JsonNode tags(JsonNode node) {
        ArrayNode tags = Json.array();
        if (node.isArray()) {
            items(node).forEach(tag -> {
                if (isText(tag)) {
                    tags.add(text(tag).asText());
                }
            });
        } else if (isText(node)) {
            for (String tag : text(node).asText().split(",")) {
                if (!tag.isBlank()) {
                    tags.add(tag.strip());
                }
            }
        }
        return tags;
    }

    private static JsonNode list(JsonNode node) {
        if (!node.isArray()) {
            return null;
        }
        ArrayNode list = Json.array();
        items(node).forEach(one -> {
            if (!one.isNull()) {
                list.add(one);
            }
        });
        return list;
    }
}
