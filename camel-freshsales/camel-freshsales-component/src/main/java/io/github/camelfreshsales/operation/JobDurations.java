package io.github.camelfreshsales.operation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long the bulk jobs of an account usually take, learned from those that ended. A job is asked for when it is likely to
 * be done: a request too early is a call for nothing, one too late is time lost. What is remembered of a job is the age at
 * which it was seen done, and the last age at which it was not; one that took unusually long among others teaches little.
 */
final class JobDurations {

    private static final int REMEMBERED = 20;
    private static final double UNTIL_SEEN = 1.2;
    private static final double OVERDUE = 1.15;
    private static final double CLOSE_ENOUGH = 0.1;
    private static final double USUAL = 0.8;
    private static final int SHORTER_NOW_AND_THEN = 12;
    private static final double SHORTER = 0.85;

    private final Deque<Seen> seen = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private long notYet;
    private int asked;

    private record Seen(long notDoneAt, long doneAt) {}

    /** Takes note of a job that is done. */
    void done(Duration lastNotDone, Duration doneAt) {
        lock.lock();
        try {
            seen.addLast(new Seen(lastNotDone.toMillis(), doneAt.toMillis()));
            if (seen.size() > REMEMBERED) {
                seen.removeFirst();
            }
            notYet = seen.stream().mapToLong(Seen::notDoneAt).max().orElse(0);
        } finally {
            lock.unlock();
        }
    }

    /** Takes note of a job that is not done at that age. */
    void notDone(Duration age) {
        lock.lock();
        try {
            boolean isUsual = !seen.isEmpty() && age.toMillis() < earliestDone();
            notYet = isUsual ? Math.max(notYet, age.toMillis()) : notYet;
        } finally {
            lock.unlock();
        }
    }

    boolean isKnown() {
        lock.lock();
        try {
            return !seen.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** At which age to ask for a job first while something is known; the wait that the option names otherwise. */
    Duration firstLook(Duration whenUnknown) {
        lock.lock();
        try {
            if (seen.isEmpty()) {
                return whenUnknown;
            }
            long usual = usual();
            long earliest = earliestDone();
            boolean isVague = notYet < earliest && earliest - notYet > CLOSE_ENOUGH * earliest;
            if (isVague) {
                return Duration.ofMillis((notYet + earliest) / 2);
            }
            boolean tryShorter = ++asked % SHORTER_NOW_AND_THEN == 0;
            return Duration.ofMillis(tryShorter ? (long) (usual * SHORTER) : usual);
        } finally {
            lock.unlock();
        }
    }

    /** At which age to ask again for a job that was not done at the given one. */
    Duration nextLook(Duration lastLook) {
        lock.lock();
        try {
            long last = lastLook.toMillis();
            if (!seen.isEmpty() && last < usual()) {
                return Duration.ofMillis(Math.max(usual(), last + 1));
            }
            return Duration.ofMillis((long) (last * (seen.isEmpty() ? UNTIL_SEEN : OVERDUE)) + 1);
        } finally {
            lock.unlock();
        }
    }

    private long earliestDone() {
        return seen.stream().mapToLong(Seen::doneAt).min().orElse(0);
    }

    private long usual() {
        return percentile(seen.stream().map(Seen::doneAt).toList(), USUAL);
    }

    private static long percentile(Collection<Long> values, double share) {
        return values.stream()
                .sorted()
                .skip(Math.max(0, (long) Math.ceil(values.size() * share) - 1))
                .findFirst()
                .orElse(0L);
    }
}
