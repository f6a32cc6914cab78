// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.state;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.GeneratedRecords;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes what an account knows as JSON, record after record, so that a million of them need no memory. */
public final class StateWriter {

    private final CrmAccount account;

    public StateWriter(CrmAccount account) {
        this.account = account;
    }

    public void write(OutputStream out, Surroundings surroundings) throws IOException {
        try (JsonGenerator json = StateJson.MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writePOJOField("account", header(surroundings));
            json.writeObjectFieldStart("records");
            for (String resource : resources()) {
                json.writeObjectFieldStart(resource);
                writeRecords(account.store(resource), json);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** Those that have records. */
    private List<String> resources() {
        return account.resourcesInUse().stream()
                .filter(resource -> account.store(resource).version() > 0)
                .sorted()
                .toList();
    }

    private StateHeader header(Surroundings surroundings) {
        return new StateHeader(
                StateHeader.VERSION,
                account.settings().classic(),
                account.upcomingId(),
                surroundings,
                account.switches().on().stream().map(Switch::name).sorted().toList(),
                List.copyOf(account.customModules().all()),
                account.fields().allCustom(),
                account.selectors().changed(),
                account.memberships().all(),
                account.teams().all(),
                account.documents().all(),
                account.jobs().all(account));
    }

    private static void writeRecords(RecordStore store, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("generated");
        for (GeneratedRecords block : store.generated()) {
            json.writePOJO(Block.of(block, store));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stored");
        for (StoredRecord record : store.stored()) {
            json.writePOJO(record);
        }
        json.writeEndArray();
    }
}
