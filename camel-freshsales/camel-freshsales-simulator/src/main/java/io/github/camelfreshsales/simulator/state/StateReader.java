// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Job;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.ApiError;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** Fills a new account with a state that {@link StateWriter} wrote. Whatever is wrong with it is an {@link IllegalArgumentException}. */
public final class StateReader {

    private final CrmAccount account;

    public StateReader(CrmAccount account) {
        this.account = account;
    }

    public Surroundings read(InputStream in) {
        try (JsonParser json = StateJson.MAPPER.createParser(in)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, "a JSON object");
            expect("account".equals(json.nextFieldName()), "\"account\" first");
            json.nextToken();
            StateHeader header = StateJson.MAPPER.readValue(json, StateHeader.class);
            restore(header);
            expect("records".equals(json.nextFieldName()), "\"records\" after the account");
            expect(json.nextToken() == JsonToken.START_OBJECT, "an object of resources");
            for (String resource = json.nextFieldName(); resource != null; resource = json.nextFieldName()) {
                readRecords(json, type(resource));
            }
            expect(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null, "nothing after the records");
            return header.surroundings();
        } catch (ValueInstantiationException e) {
            throw unreadable("an object lacks a part" + place(e), e);
        } catch (JsonMappingException e) {
            throw unreadable(words(e.getOriginalMessage()) + place(e), e);
        } catch (JsonProcessingException e) {
            throw unreadable("it is not JSON" + place(e), e);
        } catch (ApiError | IOException | NoSuchElementException e) {
            throw unreadable(words(e.getMessage()), e);
        }
    }

    private void restore(StateHeader header) {
        expect(header.version() == StateHeader.VERSION, "version " + StateHeader.VERSION);
        if (header.classic() != account.settings().classic()) {
            throw new IllegalArgumentException("The state is of " + product(header.classic())
                    + ", but the simulator is " + product(account.settings().classic()));
        }
        expect(header.nextId() < Block.MOST, "an id that can be");
        account.continueIdsAt(header.nextId());
        List<Switch> on = header.switches().stream().map(StateReader::switchOf).toList();
        account.change(old -> old.minus(List.of(Switch.values())).plus(on));
        header.customModules().forEach(account.customModules()::put);
        header.customFields().forEach(account.fields()::restore);
        header.selectors().forEach(account.selectors()::restore);
        header.marketingLists().forEach(account.memberships()::add);
        header.teams().forEach(account.teams()::restore);
        header.documents().forEach(account.documents()::add);
        header.jobs().forEach(job -> expect(isWhole(job), "a job with all its parts"));
        account.jobs().restore(header.jobs());
    }

    private static boolean isWhole(Job job) {
        return job != null && job.id() > 0 && job.submittedAt() != null && job.time() != null && job.failures() != null;
    }

    private void readRecords(JsonParser json, ResourceType type) throws IOException {
        RecordStore store = account.store(type.name());
        expect(json.nextToken() == JsonToken.START_OBJECT, "an object with generated and stored " + type.name());
        for (String part = json.nextFieldName(); part != null; part = json.nextFieldName()) {
            expect(json.nextToken() == JsonToken.START_ARRAY, "a list of " + part + " " + type.name());
            switch (part) {
                case "generated" -> each(json, Block.class, block -> block.restore(type, store));
                case "stored" -> each(json, StoredRecord.class, record -> restore(type, store, record));
                default -> expect(false, "only generated and stored " + type.name() + ", not " + part);
            }
        }
    }

    private static <T> void each(JsonParser json, Class<T> type, Consumer<T> restore) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            T value = json.readValueAs(type);
            expect(value != null, "an object instead of null");
            restore.accept(value);
        }
    }

    private void restore(ResourceType type, RecordStore store, StoredRecord record) {
        check(type, record);
        account.continueIdsAt(record.id() + 1);
        if (store.find(record.id()).isPresent()) {
            store.replace(record.id(), generated -> record);
        } else {
            store.insert(record);
        }
    }

    /** A record that cannot be shown would break every list that it is in. */
    private void check(ResourceType type, StoredRecord record) {
        boolean complete =
                record.id() > 0 && record.id() < Block.MOST && record.createdAt() != null && record.updatedAt() != null;
        try {
            if (complete) {
                account.view().renderAll(type, record);
                return;
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The state has a record of " + type.name() + " with the id " + record.id()
                            + " whose values cannot be read",
                    e);
        }
        throw new IllegalArgumentException(
                "The state has a record of " + type.name() + " without id, createdAt or updatedAt");
    }

    private ResourceType type(String resource) {
        return account.type(resource)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The state has records of " + resource + ", which this account does not know"));
    }

    private static Switch switchOf(String name) {
        try {
            return Switch.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The state has the unknown switch " + name, e);
        }
    }

    private static String product(boolean classic) {
        return classic ? "the older product (Classic)" : "Freshsales Suite";
    }

    private static void expect(boolean fulfilled, String what) {
        if (!fulfilled) {
            throw new IllegalArgumentException("The state cannot be read: " + what + " was expected");
        }
    }

    private static IllegalArgumentException unreadable(String why, Exception cause) {
        return new IllegalArgumentException("The state cannot be read: " + why, cause);
    }

    /** The first sentence, without names of classes. */
    private static String words(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("`?(\\w+\\.)+(\\w+[.$])?(\\w+)`?", "$3")
                .replaceAll(" \\(.*", "");
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
