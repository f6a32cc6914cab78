// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

/**
 * The calls that a node has taken and not made yet. They keep for a while only, so that the time until the service counts
 * them is known. Not safe for threads; times are in nanoseconds.
 */
final class Hand {

    private final long keeps;
    private int calls;
    private long from;

    /** @param keeps how long calls may be held */
    Hand(long keeps) {
        this.keeps = keeps;
    }

    /** Puts in calls that may go from then on. */
    void fill(int more, long when) {
        calls += more;
        from = when;
    }

    boolean take(long now) {
        if (calls == 0 || delay(now) > 0 || isExpired(now)) {
            return false;
        }
        calls--;
        return true;
    }

    void putBack() {
        calls++;
    }

    /** Takes out all that is left. */
    int empty() {
        int left = calls;
        calls = 0;
        return left;
    }

    int calls() {
        return calls;
    }

    long delay(long now) {
        return calls == 0 ? 0 : Math.max(0, from - now);
    }

    /** Whether what is left has to be returned. */
    boolean isExpired(long now) {
        return calls > 0 && untilExpiry(now) <= 0;
    }

    long untilExpiry(long now) {
        return from + keeps - now;
    }
}
