// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import io.github.camelfreshsales.benchmarks.Arguments;
import io.github.camelfreshsales.benchmarks.Measurement;
import io.github.camelfreshsales.benchmarks.Results;
import java.util.List;

/** A million records in and out in a process that has 64 MB of heap. It fails where these are not enough. */
public final class HeapMeasurement implements Measurement {

    @Override
    public boolean run(Arguments arguments, Results results) throws Exception {
        List<Integer> sizes = List.of(arguments.number("records", 1_000_000));
        String heap = arguments.text("heap", "64m");
        arguments.refuseOthers();
        results.table(
                "heap",
                Growth.table(
                        Growth.run(TransferKind.BULK_UPSERT, sizes, heap),
                        Growth.run(TransferKind.STREAM, sizes, heap)));
        return true;
    }
}
