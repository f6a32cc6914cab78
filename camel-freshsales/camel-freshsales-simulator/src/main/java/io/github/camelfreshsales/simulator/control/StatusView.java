package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** How the simulator stands, in one answer that is cheap enough to be asked for every second. */
final class StatusView {

    /** What a resource held when its store had this version. */
    private record Counts(long version, long live, long deleted) {}

    private final FreshsalesSimulator simulator;
    private final Supplier<CrmAccount> account;
    private final Map<RecordStore, Counts> counts = new WeakHashMap<>();

    StatusView(FreshsalesSimulator simulator, Supplier<CrmAccount> account) {
        this.simulator = simulator;
        this.account = account;
    }

    ObjectNode now() {
        ObjectNode status = Json.object();
        status.put("apiRoot", simulator.apiRoot()).put("apiKey", simulator.apiKey());
        status.set("clock", ClockRoutes.view(simulator));
        status.putObject("requests")
                .put("arrived", simulator.requestCount())
                .put("processed", simulator.processedCount());
        status.set("resources", resources());
        status.set("quota", QuotaRoutes.view(simulator));
        status.set("jobs", JobRoutes.view(simulator, account.get()));
        status.set("faults", FaultRoutes.view(simulator));
        status.set("switchesOn", switchesOn());
        return status;
    }

    private ArrayNode switchesOn() {
        ArrayNode names = Json.array();
        simulator.switches().on().stream().map(Switch::name).sorted().forEach(names::add);
        return names;
    }

    private ArrayNode resources() {
        ArrayNode all = Json.array();
        CrmAccount current = account.get();
        Set<String> names = new LinkedHashSet<>();
        current.types().stream().map(ResourceType::name).forEach(names::add);
        current.resourcesInUse().stream().sorted().forEach(names::add);
        for (String name : names) {
            Counts of = counts(current.store(name));
            all.addObject()
                    .put("name", name)
                    .put("live", of.live())
                    .put("deleted", of.deleted())
                    .put("version", of.version());
        }
        return all;
    }

    private synchronized Counts counts(RecordStore store) {
        long version = store.version();
        Counts known = counts.get(store);
        if (known == null || known.version() != version) {
            long[] ids = store.ids();
            long deleted = Arrays.stream(ids)
                    .filter(id ->
                            store.find(id).filter(record -> record.deleted()).isPresent())
                    .count();
            known = new Counts(version, ids.length - deleted, deleted);
            counts.put(store, known);
        }
        return known;
    }
}
