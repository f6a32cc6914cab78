// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import io.github.camelfreshsales.benchmarks.ServerProcess;
import io.github.camelfreshsales.benchmarks.server.FastServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many records through bulkUpsert, beside a call for each, at a server whose responses take their time. */
public final class BulkMeasurement implements Measurement {

    private static final int IN_FLIGHT = 4;

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        int records = arguments.number("records", 10_000);
        int single = arguments.number("single", 1_000);
        int latency = arguments.number("latency", 50);
        int job = arguments.number("job", 500);
        List<String> intervals = arguments.list("intervals", "2000,500");
        arguments.refuseOthers();
        FastServer.Settings settings = new FastServer.Settings(latency, job, 0);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Way", "Records", "Calls", "Records a second", "Times one call a record", "Bound", "Reached of it"));
        try (ServerProcess server = ServerProcess.start(settings)) {
            TransferFork one = TransferFork.run(TransferKind.ONE_CALL_EACH, server, single, "");
            double base = one.transferred().perSecond();
            rows.add(row("`upsert`, one call a record", one, base, 1000.0 / latency));
            for (String interval : intervals) {
                TransferFork bulk =
                        TransferFork.run(TransferKind.BULK_UPSERT, server, records, "&jobPollInterval=" + interval);
                rows.add(row(
                        "`bulkUpsert`, `jobPollInterval=" + interval + "`",
                        bulk,
                        base,
                        new BulkBound(latency / 1000.0, job / 1000.0, IN_FLIGHT).recordsPerSecond()));
            }
            TransferFork sent = TransferFork.run(TransferKind.BULK_UPSERT, server, records, "&waitForJob=false");
            rows.add(row("`bulkUpsert`, `waitForJob=false`", sent, base, BulkBound.withoutChecks(latency / 1000.0)));
        }
        results.table("bulk", rows);
        return true;
    }

    private static List<String> row(String way, TransferFork fork, double base, double bound) {
        double perSecond = fork.transferred().perSecond();
        return List.of(
                way,
                String.format(Locale.ROOT, "%,d", fork.transferred().records()),
                String.format(Locale.ROOT, "%,d", fork.calls()),
                String.format(Locale.ROOT, "%,.1f", perSecond),
                String.format(Locale.ROOT, "%.1f", perSecond / base),
                String.format(Locale.ROOT, "%,.1f", bound),
                String.format(Locale.ROOT, "%.0f %%", 100 * perSecond / bound));
    }
}
