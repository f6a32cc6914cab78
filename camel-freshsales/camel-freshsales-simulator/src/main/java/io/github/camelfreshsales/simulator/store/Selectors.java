package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What administrators set up: users, stages, currencies and the like, as {@code selectors.json} has it. Ids in that file
 * are short; the account's first id is added to each.
 */
public final class Selectors {

    private static final JsonNode TABLE = read();

    private final Map<String, ArrayNode> byName = new HashMap<>();

    Selectors(long firstId) {
        TABLE.fields().forEachRemaining(entry -> {
            ArrayNode items = entry.getValue().deepCopy();
            items.forEach(item -> moveIds((ObjectNode) item, firstId));
            byName.put(entry.getKey(), items);
        });
    }

    /** The items of a selector such as {@code deal_stages}. */
    public Optional<ArrayNode> items(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<JsonNode> find(String name, long id) {
        for (JsonNode item : byName.get(name)) {
            if (item.get("id").asLong() == id) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    public long firstId(String name) {
        return byName.get(name).get(0).get("id").asLong();
    }

    /** Items whose attribute has the value, such as the stages of one pipeline. */
    public ArrayNode where(String name, String attribute, long value) {
        ArrayNode found = Json.array();
        for (JsonNode item : byName.get(name)) {
            if (item.path(attribute).asLong() == value) {
                found.add(item);
            }
        }
        return found;
    }

    private static void moveIds(ObjectNode item, long by) {
        item.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().matches("id|\\w+_id") && value.isIntegralNumber()) {
                field.setValue(Json.NODES.numberNode(value.longValue() + by));
            } else if (field.getKey().endsWith("_ids")) {
                ArrayNode moved = Json.array();
                value.forEach(id -> moved.add(id.longValue() + by));
                field.setValue(moved);
            }
        });
    }

    private static JsonNode read() {
        try (InputStream table =
                Selectors.class.getResourceAsStream("/io/github/camelfreshsales/simulator/selectors.json")) {
            return Json.read(table.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
