// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The records that all calls of an account have under way. Those that share a key and differ may arrive in any order, so that
 * nobody knows what the service has after them.
 */
final class RecordsOnTheirWay {

    /** Stands for the digest of a record of which nobody knows what the service has. */
    static final String UNSURE = "unsure";

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Way> ways = new HashMap<>();

    /**
     * A record that is under way no longer.
     *
     * @param confirmed whether the service has it for certain
     */
    record Arrived(SentRecord sent, boolean confirmed) {}

    /** The records of one key. */
    private record Way(String digest, int records, boolean confirmed) {

        Way withOneMore(String other) {
            return new Way(digest.equals(other) ? digest : UNSURE, records + 1, confirmed);
        }

        Way withOneLess(boolean alsoConfirmed) {
            return new Way(digest, records - 1, confirmed || alsoConfirmed);
        }
    }

    /**
     * Takes note of both, and keeps what is known of their keys from now on. Nobody else does so at the same time: an older
     * digest never overwrites what was noted of a record that left after it.
     *
     * @param keep called before a record counts as under way; when it fails, none does
     */
    void note(Collection<Arrived> arrived, Collection<SentRecord> leaving, Consumer<Map<String, String>> keep) {
        lock.lock();
        try {
            Map<String, String> digests = new LinkedHashMap<>();
            arrived.forEach(one -> arrive(one, digests));
            leaving.forEach(one -> digests.put(one.key(), UNSURE));
            keep.accept(digests);
            leaving.forEach(this::leave);
        } finally {
            lock.unlock();
        }
    }

    private void leave(SentRecord sent) {
        Way way = ways.get(sent.key());
        ways.put(sent.key(), way == null ? new Way(sent.digest(), 1, false) : way.withOneMore(sent.digest()));
    }

    private void arrive(Arrived one, Map<String, String> digests) {
        String key = one.sent().key();
        Way way = ways.get(key).withOneLess(one.confirmed());
        if (way.records() > 0) {
            ways.put(key, way);
            return;
        }
        ways.remove(key);
        if (way.confirmed() && !way.digest().equals(UNSURE)) {
            digests.put(key, way.digest());
        }
    }
}
