// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.http.Purpose;
import io.github.camelfreshsales.http.Quota;
import io.github.camelfreshsales.http.Traffic;
import io.github.camelfreshsales.http.WaitTimes;
import io.github.camelfreshsales.operation.Account;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Meters an account in a registry of Micrometer. Gauges read their values on demand. */
final class AccountMeters implements AccountObserver {

    private static final int TOO_MANY_REQUESTS = 429;

    private final RegisteredMeters meters;

    /** @param account the tags that distinguish it from other accounts */
    AccountMeters(MeterRegistry registry, Tags account) {
        this.meters = new RegisteredMeters(registry, account);
    }

    @Override
    public void opened(Account account) {
        Traffic traffic = account.traffic();
        Quota quota = account.dispatcher().quota();
        meters.count(FreshsalesMeter.RATE_LIMITED, () -> traffic.responses().getOrDefault(TOO_MANY_REQUESTS, 0L));
        meters.gauge(FreshsalesMeter.CALLS_WAITING, traffic::waiting);
        meters.gauge(FreshsalesMeter.JOBS_ACTIVE, traffic::jobs);
        meters.time(FreshsalesMeter.LAST_SUCCESS, () -> sinceEpoch(traffic.lastSuccess()));
        byWindow(FreshsalesMeter.QUOTA_REMAINING, quota::left, Quota.Left::hour, Quota.Left::minute);
        byWindow(FreshsalesMeter.QUOTA_LIMIT, quota::limits, Quota.Known::hour, Quota.Known::minute);
    }

    private static Duration sinceEpoch(Instant instant) {
        return instant == null ? null : Duration.between(Instant.EPOCH, instant);
    }

    private <T> void byWindow(
            FreshsalesMeter meter, Supplier<T> numbers, Function<T, Integer> hour, Function<T, Integer> minute) {
        meters.gauge(meter, () -> hour.apply(numbers.get()), "hour");
        meters.gauge(meter, () -> minute.apply(numbers.get()), "minute");
    }

    @Override
    public void cursorAdded(Supplier<CursorReport> cursor) {
        CursorReport report = cursor.get();
        meters.time(
                FreshsalesMeter.CURSOR_LAG,
                () -> cursor.get().lag(),
                report.name(),
                TagValues.resource(report.resourceType()));
    }

    @Override
    public void cursorRemoved(Supplier<CursorReport> cursor) {
        CursorReport report = cursor.get();
        meters.remove(FreshsalesMeter.CURSOR_LAG, report.name(), TagValues.resource(report.resourceType()));
    }

    @Override
    public void requestEnded(Purpose purpose, int status, boolean readable, long nanos) {
        meters.record(
                FreshsalesMeter.REQUESTS,
                Duration.ofNanos(nanos),
                TagValues.operation(purpose),
                TagValues.resource(purpose.resourceType()),
                TagValues.status(status),
                TagValues.outcome(status, readable));
    }

    @Override
    public void retried(Purpose purpose, int times) {
        meters.increment(
                FreshsalesMeter.RETRIES,
                times,
                TagValues.operation(purpose),
                TagValues.resource(purpose.resourceType()));
    }

    @Override
    public void waited(WaitTimes waits) {
        waited(waits.quota(), "quota");
        waited(waits.connection(), "connection");
        waited(waits.retry(), "retry");
    }

    private void waited(Duration time, String reason) {
        if (!time.isZero()) {
            meters.record(FreshsalesMeter.WAITS, time, reason);
        }
    }

    @Override
    public void recordEnded(Purpose purpose, RecordResult.Outcome outcome) {
        meters.increment(
                FreshsalesMeter.RECORDS,
                1,
                TagValues.operation(purpose),
                TagValues.resource(purpose.resourceType()),
                outcome.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void jobEnded(Purpose purpose, boolean finished, Duration age) {
        meters.record(
                FreshsalesMeter.JOBS,
                age,
                TagValues.operation(purpose),
                TagValues.resource(purpose.resourceType()),
                finished ? "finished" : "left");
    }

    @Override
    public void close() {
        meters.close();
    }
}
