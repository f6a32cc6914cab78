// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Turns what clients send into stored records: every create and update goes through here. */
public final class RecordWriter {

    private static final int MOST_CUSTOM_FIELDS = 1_000;

    private final CrmAccount account;

    RecordWriter(CrmAccount account) {
        this.account = account;
    }

    public StoredRecord create(ResourceType type, ObjectNode body, Set<String> include) {
        return create(new Draft(account, type, null, taken(type, body), include, false));
    }

    public StoredRecord update(ResourceType type, long id, ObjectNode body, Set<String> include) {
        RecordStore store = account.store(type.name());
        UnaryOperator<StoredRecord> change =
                before -> changed(new Draft(account, type, before, taken(type, body), include, false));
        if (!account.settings().storesNothing()) {
            return store.replace(id, change);
        }
        StoredRecord after = change.apply(store.get(id));
        store.checkUnique(after);
        return after;
    }

    /** Contacts have no description; in some accounts other fields vanished with it. */
    private ObjectNode taken(ResourceType type, ObjectNode body) {
        boolean spoiled = type.name().equals("contacts")
                && body.has("description")
                && account.has(Switch.DESCRIPTION_LOSES_THE_REST);
        if (!spoiled) {
            return body;
        }
        ObjectNode rest = Json.object();
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.equals("description")) {
                break;
            }
            rest.set(name, body.get(name));
        }
        return rest;
    }

    private StoredRecord changed(Draft draft) {
        if (draft.before().deleted() && !draft.isTrusted()) {
            throw ApiError.notFound();
        }
        fill(draft);
        check(draft);
        Instant now = account.now();
        return draft.before().with(draft.values(), draft.isTrusted() ? time(draft, "updated_at", now) : now);
    }

    /** Moves a record to the Recycle Bin, or removes it where there is none. */
    public void delete(ResourceType type, long id) {
        RecordStore store = account.store(type.name());
        if (type.hasRecycleBin()) {
            store.replace(id, before -> before.withDeleted(true, account.now()));
        } else {
            store.remove(id);
        }
    }

    public StoredRecord restore(ResourceType type, long id) {
        return account.store(type.name()).replace(id, before -> before.withDeleted(false, account.now()));
    }

    /** Changes a record as a test wants it: no quirk, {@code updated_at} and what else is read-only too. */
    public StoredRecord change(ResourceType type, long id, ObjectNode body) {
        return account.store(type.name())
                .replace(id, before -> changed(new Draft(account, type, before, body, Set.of(), true)));
    }

    /** Puts a record in place as a test wants it: no quirk, nothing mandatory, read-only attributes too. */
    public StoredRecord seed(ResourceType type, ObjectNode body) {
        return create(new Draft(account, type, null, body, Set.of(), true));
    }

    /** The account of a name, made when there is none. */
    public StoredRecord salesAccountNamed(String name) {
        RecordStore store = account.store("sales_accounts");
        ResourceType type = account.type("sales_accounts").orElseThrow();
        return store.atomically(() -> store.holder(SalesAccountRules.key(name))
                .orElseGet(() -> create(type, Json.object().put("name", name), Set.of())));
    }

    private StoredRecord create(Draft draft) {
        fill(draft);
        check(draft);
        Instant createdAt = time(draft, "created_at", account.now());
        Instant updatedAt = draft.isTrusted() ? time(draft, "updated_at", createdAt) : account.now();
        boolean deleted = draft.isTrusted() && draft.sent("is_deleted").asBoolean();
        long id = draft.isTrusted() && draft.has("id") ? draft.sent("id").asLong() : account.nextId();
        StoredRecord record = new StoredRecord(id, createdAt, updatedAt, deleted, draft.values());
        RecordStore store = account.store(draft.type().name());
        if (account.settings().storesNothing() && !draft.isTrusted()) {
            store.checkUnique(record);
            return record;
        }
        store.insert(record);
        Kind.ids(draft.sent("contact_list_ids"))
                .forEach(list -> account.memberships().add(list, List.of(record.id())));
        return record;
    }

    private void fill(Draft draft) {
        if (!draft.isTrusted() || !draft.has("updater_id")) {
            long user = account.selectors().firstId("owners");
            draft.set(draft.isNew() ? "creater_id" : "updater_id", Json.NODES.numberNode(user));
        }
        takeAttributes(draft);
        takeCustomFields(draft);
        draft.type().rules().apply(draft);
    }

    private void takeAttributes(Draft draft) {
        draft.body().fields().forEachRemaining(field -> {
            Attribute attribute = draft.type().attributes().get(field.getKey());
            if (attribute != null && (draft.isTrusted() || takesWrites(draft, attribute))) {
                JsonNode value = attribute.kind().read(field.getValue());
                if (value != null && (draft.isTrusted() || isKnown(attribute, value))) {
                    draft.set(attribute.name(), value);
                }
            }
        });
    }

    private boolean takesWrites(Draft draft, Attribute attribute) {
        return attribute.writable() && account.fields().takesWrites(draft.type(), attribute.name());
    }

    /** Whether a user, stage or the like of that id is there; it need not be, unless a switch says so. */
    private boolean isKnown(Attribute attribute, JsonNode value) {
        String selector = Selectors.REFERENCES.get(attribute.name());
        return selector == null
                || value.isNull()
                || !account.has(Switch.DROP_UNKNOWN_REFERENCES)
                || account.selectors().find(selector, value.asLong()).isPresent();
    }

    /** Written custom fields are merged into what is there; null takes one away. */
    private void takeCustomFields(Draft draft) {
        JsonNode sent = draft.sent("custom_field");
        if (!sent.isObject() || !draft.type().attributes().containsKey("custom_field")) {
            return;
        }
        ObjectNode merged = Json.object();
        draft.value("custom_field").fields().forEachRemaining(old -> merged.set(old.getKey(), old.getValue()));
        sent.fields().forEachRemaining(field -> {
            JsonNode value = account.fields().read(draft.type(), field.getKey(), field.getValue(), draft.isTrusted());
            if (value != null && value.isNull()) {
                merged.remove(field.getKey());
            } else if (value != null) {
                merged.set(field.getKey(), value);
            }
        });
        if (merged.size() > MOST_CUSTOM_FIELDS) {
            throw ApiError.badRequest("Only " + MOST_CUSTOM_FIELDS + " custom fields are allowed");
        }
        draft.set("custom_field", merged.isEmpty() ? null : merged);
    }

    private void check(Draft draft) {
        if (draft.isTrusted()) {
            return;
        }
        draft.type().required().stream()
                .filter(name -> isBlank(draft, name))
                .forEach(name -> draft.refuse(label(name) + " can't be empty"));
        Stream.concat(account.alsoRequired(draft.type()).stream(), account.fields().requiredOf(draft.type()).stream())
                .distinct()
                .filter(name -> isBlank(draft, name))
                .forEach(name -> draft.refuse("Need to fill this " + label(name)));
        if (!draft.problems().isEmpty()) {
            throw new ApiError(400, draft.problems());
        }
    }

    private static boolean isBlank(Draft draft, String name) {
        return Stream.of(
                        draft.value(name),
                        draft.value(name + "s"),
                        draft.value(name + "_id"),
                        draft.value("custom_field").path(name))
                .allMatch(value -> value.isMissingNode()
                        || (value.isTextual() && value.asText().isBlank()));
    }

    /** {@code due_date} is "Due date" to a reader of messages. */
    private static String label(String attribute) {
        String words = attribute.replaceFirst("_id$", "").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Instant time(Draft draft, String attribute, Instant otherwise) {
        return Timestamps.parse(draft.sent(attribute).asText(""))
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                .orElse(otherwise);
    }
}
