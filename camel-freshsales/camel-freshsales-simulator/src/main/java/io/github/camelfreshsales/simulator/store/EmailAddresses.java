// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A person's e-mail addresses, which clients write as a list of objects, a list of strings, one string, or as
 * {@code email}. Addresses that are not mentioned stay; one goes by {@code _destroy}. Exactly one is primary.
 */
final class EmailAddresses {

    private record Address(long id, String value, boolean primary, JsonNode label) {

        boolean is(String other) {
            return value.equalsIgnoreCase(other);
        }

        Address withPrimary(boolean isPrimary) {
            return new Address(id, value, isPrimary, label);
        }
    }

    private static final int MOST = 100;

    private final List<Address> addresses = new ArrayList<>();
    private final LongSupplier ids;

    EmailAddresses(JsonNode stored, LongSupplier ids) {
        this.ids = ids;
        stored.forEach(one -> addresses.add(new Address(
                one.path("id").asLong(),
                one.path("value").asText(),
                one.path("is_primary").asBoolean(),
                one.path("label"))));
    }

    /** The stored form of a single address. */
    static ArrayNode only(String value, long id) {
        return Json.array().add(node(new Address(id, value, true, Json.NODES.nullNode())));
    }

    /** Takes the attribute {@code emails} in any of its forms. */
    void write(JsonNode emails) {
        if (emails.size() > MOST) {
            throw ApiError.badRequest("Only " + MOST + " emails are allowed");
        }
        if (emails.isArray()) {
            emails.forEach(this::writeOne);
        } else {
            writeOne(emails);
        }
    }

    /** Takes the attribute {@code email}: it becomes the primary address in place of the one that was. */
    void writePrimary(JsonNode email) {
        String value = address(email);
        if (value.isEmpty()) {
            addresses.removeIf(Address::primary);
            return;
        }
        if (find(value).isEmpty()) {
            Optional<Address> old = addresses.stream().filter(Address::primary).findFirst();
            addresses.removeIf(Address::primary);
            addresses.add(
                    0,
                    new Address(
                            ids.getAsLong(),
                            value,
                            true,
                            old.map(Address::label).orElse(null)));
        }
        makePrimary(value);
    }

    ArrayNode stored() {
        if (!addresses.isEmpty() && addresses.stream().noneMatch(Address::primary)) {
            makePrimary(addresses.get(0).value());
        }
        ArrayNode nodes = Json.array();
        addresses.forEach(address -> nodes.add(node(address)));
        return nodes;
    }

    static List<String> keys(JsonNode stored) {
        List<String> keys = new ArrayList<>(stored.size());
        stored.forEach(one -> keys.add(one.path("value").asText().toLowerCase(Locale.ROOT)));
        return keys;
    }

    static Optional<String> primary(JsonNode stored) {
        for (JsonNode one : stored) {
            if (one.path("is_primary").asBoolean()) {
                return Optional.of(one.path("value").asText());
            }
        }
        return Optional.empty();
    }

    private void writeOne(JsonNode written) {
        String value = address(written.isObject() ? written.path("value") : written);
        long id = Kind.idOf(written.path("id"));
        if (written.path("_destroy").asBoolean()) {
            addresses.removeIf(address -> address.is(value) || address.id() == id);
            return;
        }
        Optional<Address> old = addresses.stream()
                .filter(address -> address.is(value) || (id != 0 && address.id() == id))
                .findFirst();
        if (value.isEmpty()) {
            return;
        }
        boolean primary = written.has("is_primary")
                ? written.path("is_primary").asBoolean()
                : old.map(Address::primary).orElse(false);
        JsonNode label = written.path("label").isTextual()
                ? Kind.text(written.get("label"))
                : old.map(Address::label).orElse(null);
        Address address = new Address(old.map(Address::id).orElseGet(ids::getAsLong), value, primary, label);
        old.ifPresentOrElse(before -> addresses.set(addresses.indexOf(before), address), () -> addresses.add(address));
        if (primary) {
            makePrimary(value);
        }
    }

    /** Only a text is an address, and neither null nor a number. */
    private static String address(JsonNode written) {
        return written.isTextual() ? Kind.text(written).textValue().strip() : "";
    }

    private Optional<Address> find(String value) {
        return addresses.stream().filter(address -> address.is(value)).findFirst();
    }

    private void makePrimary(String value) {
        addresses.replaceAll(address -> address.withPrimary(address.is(value)));
    }

    private static ObjectNode node(Address address) {
        ObjectNode node = Json.object().put("id", address.id()).put("value", address.value());
        node.put("is_primary", address.primary());
        node.set("label", address.label() == null || address.label().isMissingNode() ? null : address.label());
        return node.put("_destroy", false);
    }
}
