// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.operation.RecordsOnTheirWay.Arrived;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the records of a bulk call that are unchanged, and sees to it that the others are known when their jobs have
 * confirmed them. It reads once for a group of records, and writes once for a chunk: what leaves with it, together with what
 * has arrived since.
 */
final class SentInBulk {

    private final SentRecords sent;
    private final boolean skips;
    private final Map<Integer, SentRecord> inChunk = new HashMap<>();
    private final Map<Integer, SentRecord> underWay = new HashMap<>();
    private final List<Arrived> arrived = new ArrayList<>();
    private Map<String, String> known = Map.of();

    /** @param sent null when nothing is kept of the records */
    SentInBulk(SentRecords sent, boolean skips) {
        this.sent = sent;
        this.skips = skips;
    }

    /** Looks up a group of records, before each of them is sorted. */
    void read(Collection<BulkItem> items) {
        if (sent == null || items.isEmpty()) {
            return;
        }
        Set<String> keys = items.stream().map(item -> item.sent().key()).collect(Collectors.toSet());
        known = sent.read(keys);
        inChunk.values().forEach(record -> known.remove(record.key()));
    }

    boolean isUnchanged(BulkItem item) {
        return skips && item.sent().digest().equals(known.get(item.sent().key()));
    }

    /** Takes note of a record that goes into the next chunk. One of the same key goes after it, whatever was known. */
    void add(BulkItem item) {
        if (sent != null) {
            known.remove(item.sent().key());
            inChunk.put(item.index(), item.sent());
        }
    }

    /** To be called before the chunk is sent. */
    void leave() {
        if (sent != null) {
            sent.note(arrived, inChunk.values());
            arrived.clear();
            underWay.putAll(inChunk);
            inChunk.clear();
        }
    }

    /** What became of a record, whether it was sent or not. */
    void ended(RecordResult result) {
        SentRecord record = underWay.remove(result.index());
        if (record != null) {
            arrived.add(new Arrived(record, result.outcome() == Outcome.SUCCEEDED));
        }
    }

    /** To be called at the end of the call, whatever became of it. */
    void finish() {
        if (sent != null) {
            underWay.values().forEach(record -> arrived.add(new Arrived(record, false)));
            sent.noteArrived(arrived);
        }
    }
}
