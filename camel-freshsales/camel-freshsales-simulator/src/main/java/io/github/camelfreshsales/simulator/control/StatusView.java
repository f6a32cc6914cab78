// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.Sort;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** How the simulator stands, in one answer that is cheap enough to be asked for every second. */
final class StatusView {

    /** So many times as long as counting took, counts are not made again. */
    private static final long SPARED = 20;

    /** What a resource held when its store had this version. */
    private record Counts(long version, long live, long deleted, long goodUntil) {}

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
            Counts of = counts(current, name);
            all.addObject()
                    .put("name", name)
                    .put("live", of.live())
                    .put("deleted", of.deleted())
                    .put("version", RecordTable.version(current.store(name)));
        }
        return all;
    }

    /** Counting a million records takes a while: then a count serves for longer, however much is written meanwhile. */
    private synchronized Counts counts(CrmAccount current, String name) {
        RecordStore store = current.store(name);
        long version = store.version();
        Counts known = counts.get(store);
        long now = System.nanoTime();
        if (known == null || (known.version() != version && now - known.goodUntil() >= 0)) {
            long live = current.listings().live(current.type(name).orElseThrow(), Sort.BY_ID).length;
            long deleted = store.ids().length - live;
            long end = System.nanoTime();
            known = new Counts(version, live, Math.max(0, deleted), end + SPARED * (end - now));
            counts.put(store, known);
        }
        return known;
    }
}
