// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.start;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Fork;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.Spread;
import io.github.camelfreshsales.benchmarks.start.StartProgram.Started;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a context with one route takes to start, each time in a process of its own. */
public final class StartMeasurement implements Measurement {

    private static final Map<String, String> ROUTES = new LinkedHashMap<>();

    static {
        ROUTES.put(
                "`freshsales:create`", "freshsales:create?resourceType=contacts&domain=http://localhost:1&apiKey=key");
        ROUTES.put("`http:`", "http://localhost:1/crm/sales/api/contacts");
        ROUTES.put("`direct:`, which loads nothing", "direct:out");
    }

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        int rounds = arguments.number("rounds", 21);
        arguments.refuseOthers();
        Map<String, List<Started>> seen = new LinkedHashMap<>();
        ROUTES.keySet().forEach(name -> seen.put(name, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            List<String> order = new ArrayList<>(ROUTES.keySet());
            Collections.shuffle(order);
            for (String name : order) {
                seen.get(name).add(Fork.run(StartProgram.class, List.of(), List.of(ROUTES.get(name)), Started.class));
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("A route to", "Context started, ms", "Since the process began, ms"));
        seen.forEach((name, starts) -> rows.add(List.of(
                name,
                Spread.of(starts.stream().mapToDouble(Started::context)).whole(),
                Spread.of(starts.stream().mapToDouble(Started::process)).whole())));
        results.table("start", rows);
        return true;
    }
}
