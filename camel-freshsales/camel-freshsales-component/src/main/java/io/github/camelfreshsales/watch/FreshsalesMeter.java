// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import java.util.List;

/** The meters of an account: a row for each. Each also has the tags {@code host} and {@code account}. */
public enum FreshsalesMeter {
    REQUESTS(
            "freshsales.requests",
            MeterKind.TIMER,
            "The requests that were sent, including retries, and how long Freshsales took. Without a response, the status is `none`. The outcome is Micrometer's word for the status, or `UNKNOWN` if the response is not readable.",
            "operation",
            "resource",
            "status",
            "outcome"),
    RETRIES("freshsales.retries", MeterKind.COUNTER, "The retries among them.", "operation", "resource"),
    RATE_LIMITED("freshsales.rate.limited", MeterKind.COUNTER, "The responses with the status 429."),
    QUOTA_REMAINING(
            "freshsales.quota.remaining",
            MeterKind.GAUGE,
            "The calls left in this `hour` or `minute`, less the `quotaReserve`. NaN if this is not known.",
            "window"),
    QUOTA_LIMIT(
            "freshsales.quota.limit",
            MeterKind.GAUGE,
            "The known or learned limit of each `hour` or `minute`, less the `quotaReserve`. NaN if this is not known.",
            "window"),
    WAITS(
            "freshsales.waits",
            MeterKind.TIMER,
            "The calls that waited, and how long: for `quota`, also after a 429; for a free `connection`; or before a `retry` after any other failure.",
            "reason"),
    CALLS_WAITING("freshsales.calls.waiting", MeterKind.GAUGE, "The calls that wait now."),
    RECORDS(
            "freshsales.records",
            MeterKind.COUNTER,
            "With many records in the body: the records by their outcome in `RecordResult`.",
            "operation",
            "resource",
            "outcome"),
    JOBS(
            "freshsales.jobs",
            MeterKind.TIMER,
            "The bulk jobs, from their acceptance until a status check found them `finished`, or until the wait for them ended (`left`).",
            "operation",
            "resource",
            "outcome"),
    JOBS_ACTIVE("freshsales.jobs.active", MeterKind.GAUGE, "The bulk jobs that a call waits for now."),
    CURSOR_LAG(
            "freshsales.cursor.lag",
            MeterKind.TIME_GAUGE,
            "How far a consumer is behind, with its name as in the dev console. NaN before the first poll.",
            "cursor",
            "resource"),
    LAST_SUCCESS(
            "freshsales.last.success",
            MeterKind.TIME_GAUGE,
            "When a call last succeeded, since 1970. NaN before the first success.");

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

    /** The name, as Micrometer writes it. */
    public String meterName() {
        return meterName;
    }

    public MeterKind kind() {
        return kind;
    }

    /** A sentence or two, with code in backquotes. */
    public String description() {
        return description;
    }

    /** The keys of its own tags. */
    public List<String> tags() {
        return tags;
    }
}
