package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.math.BigDecimal;
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
    TIME(node -> Timestamps.parse(node.asText())
            .<JsonNode>map(time -> TextNode.valueOf(time.toString()))
            .orElse(null)),
    /** Values joined by semicolons when read. */
    CHOICES(Kind::joined),
    TAGS(Kind::tags),
    LIST(node -> node.isArray() ? node.deepCopy() : null),
    OBJECT(node -> node.isObject() ? node.deepCopy() : null),
    /** Computed from the record or written under rules of its own. */
    SPECIAL(node -> null);

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
        node.forEach(one -> joined.add(one.asText()));
        return TextNode.valueOf(joined.toString());
    }

    private static JsonNode text(JsonNode node) {
        if (node.isTextual()) {
            return node;
        }
        return node.isValueNode() ? TextNode.valueOf(node.asText()) : null;
    }

    private static JsonNode number(JsonNode node) {
        if (node.isNumber()) {
            return node;
        }
        if (node.isArray() && node.size() == 1) {
            return number(node.get(0));
        }
        try {
            return node.isTextual()
                    ? Json.NODES.numberNode(new BigDecimal(node.textValue().strip()))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static JsonNode id(JsonNode node) {
        if (node.isIntegralNumber()) {
            return Json.NODES.numberNode(node.longValue());
        }
        try {
            return node.isTextual()
                    ? Json.NODES.numberNode(Long.parseLong(node.textValue().strip()))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static JsonNode bool(JsonNode node) {
        return switch (node.asText()) {
            case "true", "1" -> BooleanNode.TRUE;
            case "false", "0" -> BooleanNode.FALSE;
            default -> null;
        };
    }

    private static JsonNode tags(JsonNode node) {
        ArrayNode tags = Json.array();
        if (node.isArray()) {
            node.forEach(tag -> tags.add(tag.asText()));
        } else {
            for (String tag : node.asText().split(",")) {
                tags.add(tag.strip());
            }
        }
        return tags;
    }
}
