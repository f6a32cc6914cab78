// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import io.github.camelfreshsales.benchmarks.Fork;
import io.github.camelfreshsales.benchmarks.HeapWatch;

/** The program {@code TransferProgram kind domain records [options]}: transfers once, from a cold start. */
final class TransferProgram {

    private TransferProgram() {}

    public static void main(String[] args) throws Exception {
        Fork.tell(transfer(
                TransferKind.valueOf(args[0]), args[1], Long.parseLong(args[2]), args.length > 3 ? args[3] : ""));
        System.exit(0);
    }

    /** @param options further options of the endpoint, each with a {@code &} in front */
    static Transferred transfer(TransferKind kind, String domain, long records, String options) throws Exception {
        return switch (kind) {
            case BULK_UPSERT, ONE_CALL_EACH, OWN_WORDS, STREAM -> {
                try (ComponentTransfer transfer = new ComponentTransfer(kind, domain, options)) {
                    yield measured(records, transfer::run);
                }
            }
            case LOOP -> {
                try (PagingLoop loop = new PagingLoop(domain)) {
                    yield measured(records, ignored -> loop.run());
                }
            }
        };
    }

    /** Transfers so many records, and gives how many it saw arrive. */
    @FunctionalInterface
    private interface Transfer {
        long run(long records) throws Exception;
    }

    private static Transferred measured(long records, Transfer transfer) throws Exception {
        HeapWatch heap = new HeapWatch();
        long start = System.nanoTime();
        long arrived = transfer.run(records);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (arrived != records) {
            throw new IllegalStateException("Of " + records + " records " + arrived + " arrived");
        }
        long collections = heap.collectionsSince();
        long gcMillis = heap.millisSince();
        return new Transferred(seconds, records, heap.mostAfterGc(), collections, gcMillis);
    }
}
