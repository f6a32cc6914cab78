// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

/** The plans of the vendor and the requests that they allow; those of the older product (Classic) also by the minute. */
public enum Plan {
    FREE(1_000, 0),
    GROWTH(1_000, 0),
    PRO(2_000, 0),
    ENTERPRISE(5_000, 0),
    BLOSSOM(1_000, 400),
    GARDEN(1_000, 400),
    ESTATE(2_000, 400),
    FOREST(5_000, 400);

    private final long perHour;
    private final long perMinute;

    Plan(long perHour, long perMinute) {
        this.perHour = perHour;
        this.perMinute = perMinute;
    }

    public long perHour() {
        return perHour;
    }

    /** Zero for as many as one likes. */
    public long perMinute() {
        return perMinute;
    }
}
