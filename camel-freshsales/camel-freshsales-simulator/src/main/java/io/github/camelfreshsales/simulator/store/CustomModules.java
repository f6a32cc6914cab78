// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

/** Custom modules: the defined ones, and any other {@code cm_} name that a client uses. */
public final class CustomModules {

    /** What an administrator says about a module. */
    public record Definition(
            long id, String entity, String singularName, String pluralName, String icon, String description) {}

    private final Map<Long, Definition> definitions = new ConcurrentSkipListMap<>();
    private final Map<String, ResourceType> types = new ConcurrentHashMap<>();
    private final LongSupplier ids;

    CustomModules(LongSupplier ids) {
        this.ids = ids;
    }

    public Definition define(String entity) {
        String words = entity.replaceFirst("^cm_", "").replace('_', ' ');
        String name = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return put(new Definition(ids.getAsLong(), entity, name, name + "s", "cube", null));
    }

    public Definition put(Definition definition) {
        definitions.put(definition.id(), definition);
        return definition;
    }

    public Optional<Definition> find(long id) {
        return Optional.ofNullable(definitions.get(id));
    }

    public void remove(long id) {
        definitions.remove(id);
    }

    public Collection<Definition> all() {
        return List.copyOf(definitions.values());
    }

    public long newId() {
        return ids.getAsLong();
    }

    /** What the module is called in the plural, for the names of its views. */
    public String pluralName(String entity) {
        return definitions.values().stream()
                .filter(one -> one.entity().equals(entity))
                .map(Definition::pluralName)
                .findFirst()
                .orElse(entity);
    }

    ResourceType type(String entity) {
        return types.computeIfAbsent(entity, ResourceTypes::customModule);
    }
}
