// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * At which age a bulk job of an account is usually done, learned from the requests that ask for it: one too early is a call
 * for nothing, one too late is time lost. The age moves a little with each first request for a job, up when the job was not
 * done and much less down when it was, so that it settles where few requests come too early. One job that takes unusually
 * long moves it once, and little. When many first requests in a row come too early, the jobs have become much longer: the age
 * moves to where they were seen done. When that does not help either, their end has nothing to do with time, and the age
 * moves back.
 */
final class JobDurations {

    private static final double FIRST_WHEN_UNKNOWN = 0.5;
    private static final double LATER_WHEN_UNKNOWN = 1.15;
    private static final double LATER = 1.12;
    /** The share of first requests that may come too early. */
    private static final double TOO_EARLY = 0.12;

    private static final double STEP = 0.04;
    private static final double STEP_OF_THE_FIRST = 0.2;
    private static final double MOST_AT_ONCE = 1.3;
    /** So many in time in a row mean that the jobs have become much shorter. */
    private static final int MANY_IN_TIME = 20;

    /** So many too early in a row mean that the jobs have become much longer. */
    private static final int MANY_TOO_EARLY = 10;
    /** So many mean that asking later does not help. */
    private static final int IN_VAIN = 20;
    /** After so many it is tried again. */
    private static final int TRY_AGAIN = 40;

    private static final double SHORTER = 0.95;

    private final ReentrantLock lock = new ReentrantLock();
    private double usualMillis;
    private int learned;
    private int inTime;
    private int tooEarly;
    private double usualBefore;
    private double shortestLate;

    /** Takes note of a job that is done. */
    void done(Duration lastNotDone, Duration doneAt) {
        lock.lock();
        try {
            if (usualMillis == 0) {
                long from = lastNotDone.isZero() ? doneAt.toMillis() : lastNotDone.toMillis();
                usualMillis = Math.max(1, (from + doneAt.toMillis()) / 2.0);
            } else if (lastNotDone.isZero()) {
                inTime++;
                tooEarly = 0;
                usualMillis *= inTime > MANY_IN_TIME ? SHORTER : 1 - step() * TOO_EARLY;
            } else {
                shortestLate = Math.min(shortestLate, doneAt.toMillis());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes note of a job that is not done at that age, although nobody had asked for it before. */
    void notDone(Duration age) {
        lock.lock();
        try {
            if (usualMillis > 0) {
                inTime = 0;
                tooEarly(age.toMillis());
            }
        } finally {
            lock.unlock();
        }
    }

    private void tooEarly(long age) {
        if (tooEarly == 0) {
            usualBefore = usualMillis;
            shortestLate = Double.MAX_VALUE;
        }
        tooEarly++;
        if (tooEarly == MANY_TOO_EARLY && shortestLate < Double.MAX_VALUE) {
            usualMillis = shortestLate;
        } else if (tooEarly < IN_VAIN) {
            double longer = age * (1 + step() * (1 - TOO_EARLY));
            usualMillis = Math.max(usualMillis, Math.min(longer, usualMillis * MOST_AT_ONCE));
        } else if (tooEarly == IN_VAIN) {
            usualMillis = usualBefore;
        } else if (tooEarly == TRY_AGAIN) {
            tooEarly = 0;
        }
    }

    /** The first few teach more than those that come later. */
    private double step() {
        learned++;
        return Math.max(STEP, STEP_OF_THE_FIRST / learned);
    }

    boolean isKnown() {
        return usual() > 0;
    }

    private double usual() {
        lock.lock();
        try {
            return usualMillis;
        } finally {
            lock.unlock();
        }
    }

    /** At which age to ask for a job first, and no later than the option says when nothing is known. */
    Duration firstCheck(Duration latestWhenUnknown) {
        double usual = usual();
        return Duration.ofMillis((long) (usual > 0 ? usual : latestWhenUnknown.toMillis() * FIRST_WHEN_UNKNOWN));
    }

    /** At which age to ask again for a job that was not done at the given one. */
    Duration nextCheck(Duration lastCheck) {
        double usual = usual();
        double later = lastCheck.toMillis() * (usual > 0 ? LATER : LATER_WHEN_UNKNOWN);
        boolean isAhead = lastCheck.toMillis() < usual;
        return Duration.ofMillis((long) Math.max(isAhead ? usual : later, lastCheck.toMillis() + 1));
    }
}
