// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record on its way into the store: what was sent, what was there before, and what will be kept. */
public final class Draft {

    private final CrmAccount account;
    private final ResourceType type;
    private final StoredRecord before;
    private final ObjectNode body;
    private final Set<String> include;
    private final boolean trusted;
    private final Map<String, JsonNode> values = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * @param before the record as it was, null for a create
     * @param trusted whether a test seeds the record, so that quirks and required attributes do not apply
     */
    Draft(
            CrmAccount account,
            ResourceType type,
            StoredRecord before,
            ObjectNode body,
            Set<String> include,
            boolean trusted) {
        this.account = account;
        this.type = type;
        this.before = before;
        this.body = body;
        this.include = include;
        this.trusted = trusted;
        if (before != null) {
            values.putAll(before.values());
        }
    }

    public CrmAccount account() {
        return account;
    }

    public ResourceType type() {
        return type;
    }

    StoredRecord before() {
        return before;
    }

    public boolean isNew() {
        return before == null;
    }

    public boolean isTrusted() {
        return trusted;
    }

    public boolean includes(String name) {
        return include.contains(name);
    }

    /** What the client sent for an attribute; missing when it sent nothing. */
    public JsonNode sent(String attribute) {
        JsonNode node = body.get(attribute);
        return node == null ? MissingNode.getInstance() : node;
    }

    public boolean has(String attribute) {
        return body.has(attribute);
    }

    public ObjectNode body() {
        return body;
    }

    public JsonNode value(String attribute) {
        return values.getOrDefault(attribute, MissingNode.getInstance());
    }

    /** Sets an attribute; null or JSON null clears it. */
    public void set(String attribute, JsonNode value) {
        if (value == null || value.isNull()) {
            values.remove(attribute);
        } else {
            values.put(attribute, value);
        }
    }

    /** Leaves the attribute as it was before. */
    public void ignore(String attribute) {
        set(attribute, before == null ? null : before.values().get(attribute));
    }

    public void refuse(String message) {
        problems.add(message);
    }

    public Map<String, JsonNode> values() {
        return values;
    }

    public List<String> problems() {
        return problems;
    }
}
