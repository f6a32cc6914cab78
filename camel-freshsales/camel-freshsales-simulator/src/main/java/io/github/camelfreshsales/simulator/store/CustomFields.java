package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * Custom fields that were defined. Only a defined field is checked and stands in the metadata; any other {@code cf_} name
 * is taken as it comes.
 */
public final class CustomFields {

    /** One choice of a drop-down field. */
    public record Choice(long id, String value) {}

    /** One defined field; {@code type} is the vendor's word, such as {@code text} or {@code dropdown}. */
    public record Field(long id, String name, String label, String type, boolean required, List<Choice> choices) {

        boolean accepts(JsonNode value) {
            return choices.isEmpty()
                    || (value.isTextual()
                            && choices.stream().anyMatch(one -> one.value().equals(value.textValue())))
                    || value.isArray();
        }
    }

    private final Map<String, List<Field>> byResource = new ConcurrentHashMap<>();
    private final LongSupplier ids;

    CustomFields(LongSupplier ids) {
        this.ids = ids;
    }

    public Field define(String resource, String name, String label, String type, boolean required, String... choices) {
        List<Choice> numbered = new ArrayList<>();
        for (String choice : choices) {
            numbered.add(new Choice(ids.getAsLong(), choice));
        }
        Field field = new Field(ids.getAsLong(), name, label, type, required, List.copyOf(numbered));
        byResource
                .computeIfAbsent(resource, any -> new CopyOnWriteArrayList<>())
                .add(field);
        return field;
    }

    /** Puts fields in place as they are. */
    public void restore(String resource, List<Field> fields) {
        byResource
                .computeIfAbsent(resource, any -> new CopyOnWriteArrayList<>())
                .addAll(fields);
    }

    /** All defined fields, by resource. */
    public Map<String, List<Field>> all() {
        return Map.copyOf(byResource);
    }

    public List<Field> of(String resource) {
        return byResource.getOrDefault(resource, List.of());
    }

    boolean accepts(ResourceType type, String name, JsonNode value) {
        Optional<Field> defined = of(type.name()).stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
        return name.startsWith("cf_")
                && defined.map(field -> field.accepts(value)).orElse(true);
    }
}
