// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The job of one bulk upsert, at one moment.
 *
 * @param time how long it is under way at least
 * @param looksUnderWay so many looks find it under way
 * @param looks how often it was asked for
 * @param finishedAt when it ended, null while it is under way
 */
public record Job(
        long id,
        Instant submittedAt,
        Duration time,
        int looksUnderWay,
        int succeeded,
        List<FailedItem> failures,
        int looks,
        Instant finishedAt) {

    /**
     * An item that was refused.
     *
     * @param index place in the call, from 0
     * @param identifier the attribute that identifies the record, null when the item has none
     */
    public record FailedItem(int index, String identifier, JsonNode item, List<String> messages) {}

    static Job submitted(long id, Instant at, Duration time, int looks, int succeeded, List<FailedItem> failures) {
        return new Job(id, at, time, looks, succeeded, List.copyOf(failures), 0, null);
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** The job as one more look finds it. A job that has ended stays so. */
    Job lookedAt(Instant now, boolean neverEnds) {
        Job seen = at(now, neverEnds);
        return new Job(id, submittedAt, time, looksUnderWay, succeeded, failures, looks + 1, seen.finishedAt());
    }

    /** The job as it is at a time, if nobody looks. */
    Job at(Instant now, boolean neverEnds) {
        Instant end = submittedAt.plus(time);
        boolean ends = !isFinished() && !neverEnds && looks >= looksUnderWay && !now.isBefore(end);
        Instant finished = isByTime() ? end : now;
        return ends ? new Job(id, submittedAt, time, looksUnderWay, succeeded, failures, looks, finished) : this;
    }

    /** How far it is, from 0 to 1; it is 1 at the end only. */
    public double progress(Instant now) {
        if (isFinished()) {
            return 1;
        }
        double part = isByTime()
                ? (double) Duration.between(submittedAt, now).toNanos() / time.toNanos()
                : looks / (looksUnderWay + 1.0);
        return Math.max(0, Math.min(0.99, part));
    }

    /** Whether looks have no part in it. */
    boolean endsByTime() {
        return looksUnderWay == 0;
    }

    private boolean isByTime() {
        return !time.isZero();
    }
}
