// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.ApiError;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Updates the record that an identifier names, or creates one; alone or as one of many. */
final class Upserts {

    /** The record as it is now. */
    record Outcome(StoredRecord record, boolean created) {}

    private final CrmAccount account;

    Upserts(CrmAccount account) {
        this.account = account;
    }

    Outcome upsert(ResourceType type, Identifier identifier, ObjectNode sent, Set<String> include) {
        return account.store(type.name()).atomically(() -> {
            Optional<StoredRecord> known = find(type, identifier);
            if (known.isPresent()) {
                return new Outcome(account.writer().update(type, known.get().id(), sent, include), false);
            }
            return new Outcome(account.writer().create(type, identifier.addedTo(sent), include), true);
        });
    }

    /** The live record that has the value; an id that no record has is an error. */
    private Optional<StoredRecord> find(ResourceType type, Identifier identifier) {
        RecordStore store = account.store(type.name());
        String key = identifier.key();
        boolean unique =
                key.equals("emails") || (key.equals("name") && type.name().equals("sales_accounts"));
        if (unique) {
            return store.holder(identifier.text().strip().toLowerCase(Locale.ROOT));
        }
        if (key.equals("id")) {
            return Optional.of(store.getLive(number(identifier.text())));
        }
        return store.withValue(key, identifier.text());
    }

    private static long number(String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw ApiError.notFound();
        }
    }
}
