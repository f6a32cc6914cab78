package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.Sort;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.Answer;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.Call;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Updates the record that an identifier names, or creates one. */
final class UpsertRoutes {

    /** What may identify a record, beside any custom field. */
    private static final Map<String, Set<String>> IDENTIFIERS = Map.of(
            "contacts", Set.of("emails", "id", "external_id", "mobile_number"),
            "leads", Set.of("emails", "id", "mobile_number"),
            "sales_accounts", Set.of("name", "id"),
            "deals", Set.of("id"));

    private final CrmAccount account;
    private final Replies replies;
    private final RecordRoutes records;

    UpsertRoutes(CrmAccount account, Replies replies, RecordRoutes records) {
        this.account = account;
        this.replies = replies;
        this.records = records;
    }

    Answer upsert(ResourceType type, Call call) {
        Map.Entry<String, JsonNode> identifier =
                identifierIn(type, call.request().json());
        ObjectNode sent = RecordRoutes.recordIn(type, call.request());
        Set<String> include = call.request().include();
        RecordStore store = account.store(type.name());
        return store.atomically(() -> {
            Optional<StoredRecord> known =
                    find(type, identifier.getKey(), identifier.getValue().asText());
            if (known.isPresent()) {
                StoredRecord updated = account.writer().update(type, known.get().id(), sent, include);
                return Answer.ok(replies.one(type, updated, include));
            }
            ObjectNode complete = withIdentifier(sent, identifier.getKey(), identifier.getValue());
            return records.created(type, account.writer().create(type, complete, include), include);
        });
    }

    /** The live record that has the value; an id that no record has is an error. */
    Optional<StoredRecord> find(ResourceType type, String key, String value) {
        RecordStore store = account.store(type.name());
        boolean unique =
                key.equals("emails") || (key.equals("name") && type.name().equals("sales_accounts"));
        if (unique) {
            return store.holder(value.strip().toLowerCase(Locale.ROOT));
        }
        if (key.equals("id")) {
            return Optional.of(store.getLive(number(value)));
        }
        long[] ids = account.listings().ids(type, "live", record -> !record.deleted(), Sort.BY_ID);
        for (long id : ids) {
            Optional<StoredRecord> record = store.find(id).filter(one -> has(type, one, key, value));
            if (record.isPresent()) {
                return record;
            }
        }
        return Optional.empty();
    }

    private boolean has(ResourceType type, StoredRecord record, String key, String value) {
        return account.listings().values().of(type, record, key).stream()
                .anyMatch(one -> one.asText().equalsIgnoreCase(value));
    }

    private static Map.Entry<String, JsonNode> identifierIn(ResourceType type, ObjectNode body) {
        JsonNode identifiers = body.path("unique_identifier");
        if (!identifiers.isObject() || identifiers.size() != 1) {
            throw ApiError.badRequest("unique_identifier must hold exactly one attribute");
        }
        Map.Entry<String, JsonNode> one = identifiers.fields().next();
        boolean known = IDENTIFIERS.get(type.name()).contains(one.getKey())
                || one.getKey().startsWith("cf_");
        if (!known) {
            throw ApiError.badRequest(one.getKey() + " is not a unique attribute");
        }
        if (!one.getValue().isValueNode()
                || one.getValue().asText("").isBlank()
                || one.getValue().isNull()) {
            throw ApiError.badRequest("The value of " + one.getKey() + " must be a text or a number");
        }
        return one;
    }

    /** A client may name the value in the identifier only; a new record has it all the same. */
    private static ObjectNode withIdentifier(ObjectNode sent, String key, JsonNode value) {
        ObjectNode complete = sent.deepCopy();
        if (key.startsWith("cf_")) {
            ObjectNode fields = complete.get("custom_field") instanceof ObjectNode given
                    ? given
                    : complete.putObject("custom_field");
            fields.putIfAbsent(key, value);
        } else if (key.equals("emails")) {
            addEmail(complete, value);
        } else {
            complete.putIfAbsent(key, value);
        }
        return complete;
    }

    private static void addEmail(ObjectNode complete, JsonNode value) {
        if (!complete.has("emails") && !complete.has("email")) {
            complete.set("emails", value);
        }
    }

    private static long number(String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw ApiError.notFound();
        }
    }
}
