// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How a custom field takes a written value. A drop-down takes the text of a choice, not its id; what is of the wrong kind, or
 * no choice, is ignored without a word.
 */
final class FieldValue {

    private FieldValue() {}

    /** What to store: JSON null clears the field, null leaves it as it was. */
    static JsonNode read(FieldDefinition field, JsonNode written) {
        if (written.isNull() || (written.isTextual() && written.textValue().isEmpty())) {
            return NullNode.getInstance();
        }
        return switch (field.type()) {
            case "dropdown", "radio" -> written.isTextual() && field.hasChoice(written.textValue()) ? written : null;
            case "multi_select_dropdown" -> choices(field, written);
            case "number" -> Kind.NUMBER.read(written);
            case "checkbox" -> Kind.BOOLEAN.read(written);
            case "date" -> Timestamps.parse(written.asText("")).isPresent() ? written : null;
            case "text", "textarea" -> written.isArray() ? null : any(written);
            default -> any(written);
        };
    }

    /** The value of a field that nobody defined. */
    static JsonNode any(JsonNode written) {
        if (written.isObject()) {
            return null;
        }
        return written.isNumber() || written.isBoolean() || written.isNull() ? written : Kind.joined(written);
    }

    private static JsonNode choices(FieldDefinition field, JsonNode written) {
        Stream<String> texts = written.isArray()
                ? StreamSupport.stream(written.spliterator(), false)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                : Stream.of(written.asText("").split(";"));
        List<String> known = texts.map(String::strip)
                .filter(field::hasChoice)
                .filter(text -> !text.isEmpty())
                .toList();
        return known.isEmpty() ? null : Kind.text(TextNode.valueOf(String.join(";", known)));
    }
}
