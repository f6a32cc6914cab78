// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A resource as data: where it lives, how its records are wrapped, what it supports and what a record looks like.
 *
 * @param name the word that users know it by, such as {@code contacts}
 * @param path path below the API root
 * @param singular key of one record
 * @param plural key of a list
 * @param model what {@code targetable_type} calls it
 * @param attributes by name, in the order of answers
 * @param required attributes that a create must bring
 * @param links names of the record's {@code links}
 */
public record ResourceType(
        String name,
        String path,
        String singular,
        String plural,
        String model,
        Set<Feature> features,
        DeleteResponse deleteAnswer,
        List<String> required,
        List<String> links,
        RecordRules rules,
        Map<String, Attribute> attributes) {

    public static Builder resource(String name, String singular, String model) {
        return new Builder(name, singular, model);
    }

    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    /** Whether a delete only moves the record to the Recycle Bin. */
    public boolean hasRecycleBin() {
        return supports(Feature.FORGET) || supports(Feature.RESTORE);
    }

    /** Gathers the parts of one row. */
    public static final class Builder {
        private final String name;
        private final String singular;
        private final String model;
        private String path;
        private String plural;
        private Set<Feature> features = Set.of();
        private DeleteResponse deleteAnswer = DeleteResponse.TRUE;
        private List<String> required = List.of();
        private List<String> links = List.of();
        private RecordRules rules = RecordRules.NONE;

        private Builder(String name, String singular, String model) {
            this.name = name;
            this.singular = singular;
            this.model = model;
            this.path = name;
            this.plural = name;
        }

        Builder path(String value) {
            this.path = value;
            return this;
        }

        Builder plural(String value) {
            this.plural = value;
            return this;
        }

        Builder supports(Feature first, Feature... more) {
            this.features = Collections.unmodifiableSet(EnumSet.of(first, more));
            return this;
        }

        Builder deleteAnswers(DeleteResponse value) {
            this.deleteAnswer = value;
            return this;
        }

        Builder requires(String... names) {
            this.required = List.of(names);
            return this;
        }

        Builder links(String... names) {
            this.links = List.of(names);
            return this;
        }

        Builder rules(RecordRules value) {
            this.rules = value;
            return this;
        }

        /** Ends the row with its attributes, in the short form of {@link Attribute#parse}. */
        ResourceType attributes(String forms) {
            Map<String, Attribute> attributes = new LinkedHashMap<>();
            for (String form : forms.strip().split("\\s+")) {
                Attribute attribute = Attribute.parse(form);
                attributes.put(attribute.name(), attribute);
            }
            return new ResourceType(
                    name,
                    path,
                    singular,
                    plural,
                    model,
                    features,
                    deleteAnswer,
                    required,
                    links,
                    rules,
                    Collections.unmodifiableMap(attributes));
        }
    }
}
