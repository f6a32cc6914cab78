// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import io.github.camelfreshsales.simulator.web.ApiError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The ids of a filtered and sorted list. A list is kept until a record of its resource is written, so that walking through
 * the pages of a long one costs one pass and not one a page; and who asks for the same list at the same time waits for the
 * one that computes it.
 */
public final class Listings {

    private static final int MOST_LISTS = 32;

    /** Eight bytes each. */
    private static final long MOST_IDS =
            Math.min(8_000_000, Runtime.getRuntime().maxMemory() / 8 / 16);

    private record Key(String resource, String filter, Sort sort) {}

    private record Kept(long version, FutureTask<long[]> ids) {}

    private final CrmAccount account;
    private final RecordValues values;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    Listings(CrmAccount account) {
        this.account = account;
        this.values = new RecordValues(account);
    }

    public RecordValues values() {
        return values;
    }

    /** The ids of all records that are not in the Recycle Bin. */
    public long[] live(ResourceType type, Sort sort) {
        return ids(type, "live", RecordFilter.LIVE, sort);
    }

    /** @param filterKey two filters with the same key choose the same records */
    public long[] ids(ResourceType type, String filterKey, RecordFilter filter, Sort sort) {
        RecordStore store = account.store(type.name());
        Key key = new Key(type.name(), filterKey, sort);
        long version = store.version();
        Kept list = kept.compute(
                key,
                (any, old) -> old != null && old.version() == version
                        ? old
                        : new Kept(
                                version, new FutureTask<>(() -> new SortedIds(type, store, values, sort).of(filter))));
        list.ids().run();
        long[] ids = result(key, list);
        forgetSome(key);
        return ids;
    }

    private long[] result(Key key, Kept list) {
        try {
            return list.ids().get();
        } catch (ExecutionException e) {
            kept.remove(key, list);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiError(503, List.of("The simulator stops"));
        }
    }

    private void forgetSome(Key latest) {
        long ids = kept.values().stream()
                .filter(list -> list.ids().isDone())
                .mapToLong(Listings::size)
                .sum();
        if (kept.size() > MOST_LISTS || ids > MOST_IDS) {
            kept.keySet().removeIf(key -> !key.equals(latest));
        }
    }

    private static long size(Kept list) {
        try {
            return list.ids().get().length;
        } catch (ExecutionException | InterruptedException e) {
            return 0;
        }
    }
}
