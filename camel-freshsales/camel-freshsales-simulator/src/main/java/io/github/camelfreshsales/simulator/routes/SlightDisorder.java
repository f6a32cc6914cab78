// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;

/** Rows that come slightly out of order, as a client saw them in filtered search: always the same ones. */
final class SlightDisorder {

    private static final Duration MOST_APART = Duration.ofSeconds(5);

    /** The first pair is row 1 and 2; by threes a pair stands across the border of pages of 10, 25 and 100 as well. */
    private static final int STEP = 3;

    private SlightDisorder() {}

    static long[] of(long[] ids, RecordStore store) {
        long[] disordered = ids.clone();
        for (int at = 0; at + 1 < ids.length; at += STEP) {
            Instant one = updatedAt(ids[at], store);
            Instant next = updatedAt(ids[at + 1], store);
            if (Duration.between(one, next).abs().compareTo(MOST_APART) <= 0) {
                disordered[at] = ids[at + 1];
                disordered[at + 1] = ids[at];
            }
        }
        return disordered;
    }

    /** A record that was forgotten meanwhile is in no row. */
    private static Instant updatedAt(long id, RecordStore store) {
        return store.find(id).map(StoredRecord::updatedAt).orElse(Instant.EPOCH);
    }
}
