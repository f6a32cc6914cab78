// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The object that a request brings. A key that is not expected is refused: it would do nothing. */
record Body(ObjectNode json) {

    static Body of(ApiRequest request, String... known) {
        ObjectNode json = request.json();
        List<String> names = Arrays.asList(known);
        json.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("Unknown key " + name + "; " + Nearest.hint(name, names));
            }
        });
        return new Body(json);
    }

    Optional<String> text(String name) {
        return value(name).map(JsonNode::asText).filter(text -> !text.isBlank());
    }

    Optional<Duration> duration(String name) {
        return text(name).map(text -> Durations.parse(name, text));
    }

    /** A whole number from 0. */
    OptionalLong count(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.get().isIntegralNumber()
                || !value.get().canConvertToLong()
                || value.get().longValue() < 0) {
            throw new IllegalArgumentException(name + " must be a whole number from 0, not " + value.get());
        }
        return OptionalLong.of(value.get().longValue());
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(json.get(name)).filter(node -> !node.isNull());
    }
}
