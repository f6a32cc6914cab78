// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;

/**
 * The limit of a plan that refusals reveal although no response reports it: they come when about as many calls were sent as
 * a plan has. One may be a coincidence, since others use the account too; two for the same limit are believed, and each
 * one only for a while.
 */
final class LimitGuess {

    /** Others may have used some of the calls, and our count includes refused calls. */
    private static final double FEWEST = 0.93;

    private static final double MOST = 1.03;

    private final int[] plans;
    private final long believed;
    private int plan;
    private int refusals;
    private long until = Long.MIN_VALUE;

    private LimitGuess(Duration believed, int... plans) {
        this.plans = plans;
        this.believed = believed.toMillis();
    }

    static LimitGuess ofMinute() {
        return new LimitGuess(Duration.ofHours(1), 400);
    }

    /** A wrong limit would delay all callers for long, so it is tested soon. */
    static LimitGuess ofHour() {
        return new LimitGuess(Duration.ofMinutes(10), 1_000, 2_000, 5_000);
    }

    /** Takes note of a refusal after so many calls, counted from each moment at which the window may have begun. */
    void refused(long now, int... calls) {
        for (int candidate : plans) {
            for (int count : calls) {
                if (count >= candidate * FEWEST && count <= candidate * MOST) {
                    refusals = candidate == plan ? refusals + 1 : 1;
                    plan = candidate;
                    until = refusals > 1 ? now + believed : until;
                    return;
                }
            }
        }
    }

    /** Whether an earlier refusal gave away a limit. */
    boolean isFounded() {
        return refusals > 1;
    }

    /** The limit, or 0. */
    int limit(long now) {
        return now < until ? plan : 0;
    }
}
