// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.github.bucket4j.distributed.remote.MutableBucketEntry;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** The bucket of an account without a database, which may be away or hang. */
final class MemoryLedger implements Ledger {

    private final Budget budget;
    private final LongSupplier nanos;
    private final List<Exchange> settled = new CopyOnWriteArrayList<>();
    private RemoteBucketState state;
    private volatile RuntimeException failure;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    MemoryLedger(Budget budget, LongSupplier nanos) {
        this.budget = budget;
        this.nanos = nanos;
    }

    @Override
    public Grant settle(Exchange exchange) {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure != null) {
            throw failure;
        }
        return settleNow(exchange);
    }

    private synchronized Grant settleNow(Exchange exchange) {
        MutableBucketEntry entry = new MutableBucketEntry(state);
        Grant grant = new Settlement(budget, exchange)
                .execute(entry, nanos.getAsLong())
                .getData();
        state = entry.get();
        settled.add(exchange);
        return grant;
    }

    synchronized RemoteBucketState state() {
        return state;
    }

    List<Exchange> settled() {
        return settled;
    }

    void fail(RuntimeException with) {
        failure = with;
    }

    void hang() {
        hanging = new CountDownLatch(1);
    }

    void recover() {
        failure = null;
        hanging.countDown();
    }
}
