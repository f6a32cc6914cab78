// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import java.util.List;

/** The meters of an account: a row each. Every one has the tags {@code host} and {@code account} too. */
public enum FreshsalesMeter {
    REQUESTS(
            "freshsales.requests",
            MeterKind.TIMER,
            "The requests that were sent, retries included, and how long Freshsales took. Without a response, the status is `none`; the outcome is Micrometer's word for the status, and `UNKNOWN` for what could not be read.",
            "operation",
            "resource",
            "status",
            "outcome"),
    RETRIES("freshsales.retries", MeterKind.COUNTER, "The retries among them.", "operation", "resource"),
    RATE_LIMITED("freshsales.rate.limited", MeterKind.COUNTER, "The responses with the status 429."),
    QUOTA_REMAINING(
            "freshsales.quota.remaining",
            MeterKind.GAUGE,
            "The calls that may still go in the `hour` or `minute`, less the `quotaReserve`. NaN while nothing is known of that window.",
            "window"),
    QUOTA_LIMIT(
            "freshsales.quota.limit",
            MeterKind.GAUGE,
            "The known or learned calls of the `hour` or `minute`, less the `quotaReserve`. NaN while nothing is known of that window.",
            "window"),
    WAITS(
            "freshsales.waits",
            MeterKind.TIMER,
            "The calls that had to wait, and how long: for `quota`, also after a 429; for a free `connection`; before a `retry` after any other failure.",
            "reason"),
    CALLS_WAITING("freshsales.calls.waiting", MeterKind.GAUGE, "The calls that wait now."),
    RECORDS(
            "freshsales.records",
            MeterKind.COUNTER,
            "The records of bodies with many, and what became of them, in the words of `RecordResult`.",
            "operation",
            "resource",
            "outcome"),
    JOBS(
            "freshsales.jobs",
            MeterKind.TIMER,
            "The bulk jobs, from their acceptance until they were seen `finished`, or until the wait for them ended (`left`).",
            "operation",
            "resource",
            "outcome"),
    JOBS_ACTIVE("freshsales.jobs.active", MeterKind.GAUGE, "The bulk jobs whose end is awaited now."),
    CURSOR_LAG(
            "freshsales.cursor.lag",
            MeterKind.TIME_GAUGE,
            "How far a consumer is behind, by the name that the dev console shows. NaN before the first poll.",
            "cursor",
            "resource"),
    LAST_SUCCESS(
            "freshsales.last.success",
            MeterKind.TIME_GAUGE,
            "When a call last succeeded, since 1970. NaN before the first.");

    private final String meterName;
    private final MeterKind kind;
    private final String description;
    private final List<String> tags;

    FreshsalesMeter(String meterName, MeterKind kind, String description, String... tags) {
        this.meterName = meterName;
        this.kind = kind;
        this.description = description;
        this.tags = List.of(tags);
    }

    /** As Micrometer spells it. */
    public String meterName() {
        return meterName;
    }

    public MeterKind kind() {
        return kind;
    }

    /** A sentence or two; words of the code stand in backquotes. */
    public String description() {
        return description;
    }

    /** The keys of its own tags. */
    public List<String> tags() {
        return tags;
    }
}
