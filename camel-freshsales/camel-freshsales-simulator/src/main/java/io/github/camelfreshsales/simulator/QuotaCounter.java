// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the requests of one hour or minute. Not safe for threads; {@link RequestQuota} takes care. */
final class QuotaCounter {

    private final Duration length;
    private final long limit;
    private final QuotaWindows form;
    private final Deque<Instant> latest = new ArrayDeque<>();
    private Instant start;
    private long used;

    QuotaCounter(Duration length, long limit, QuotaWindows form) {
        this.length = length;
        this.limit = limit;
        this.form = form;
    }

    /** The window as it is at a time. */
    QuotaWindow at(Instant now) {
        switch (form) {
            case FIXED -> startAt(beginningOf(now));
            case FROM_FIRST_REQUEST -> {
                if (start == null || used == 0 || !now.isBefore(start.plus(length))) {
                    startAt(now);
                }
            }
            default -> slideTo(now);
        }
        return new QuotaWindow(length, limit, start, used);
    }

    /** Uses up so many requests, or what is left. */
    void use(Instant now, long requests) {
        QuotaWindow window = at(now);
        long more = Math.min(requests, window.remaining());
        used += more;
        for (long one = 0; form == QuotaWindows.SLIDING && one < more; one++) {
            latest.addLast(now);
        }
    }

    /** A clock that steps back begins a window, too. */
    private void startAt(Instant time) {
        if (!time.equals(start)) {
            start = time;
            used = 0;
        }
    }

    private Instant beginningOf(Instant now) {
        long second = now.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, length.toSeconds()));
    }

    private void slideTo(Instant now) {
        while (!latest.isEmpty() && !latest.getFirst().plus(length).isAfter(now)) {
            latest.removeFirst();
        }
        used = latest.size();
        start = latest.isEmpty() ? now : latest.getFirst();
    }
}
