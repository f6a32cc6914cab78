// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import io.github.camelfreshsales.simulator.web.ApiHandler;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.ErrorResponses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Lets the account have so many requests an hour and a minute. Every request counts, whatever its key and whatever
 * becomes of it; one that is refused uses nothing up.
 */
final class RequestQuota implements ApiHandler {

    /** One request: whether it may pass, the windows after it, and how to tell. */
    private record Admission(boolean granted, List<QuotaWindow> windows, QuotaSettings settings) {

        /** The window that a client has to heed: the one with the least left, or the full one that ends last. */
        QuotaWindow decisive() {
            return granted
                    ? tightest(windows).orElseThrow()
                    : windows.stream()
                            .filter(QuotaWindow::isFull)
                            .max(Comparator.comparing(QuotaWindow::end))
                            .orElseThrow();
        }
    }

    private final ApiHandler next;
    private final InstantSource clock;
    private final ErrorResponses errors;
    private final QuotaHeaders headers;
    private QuotaSettings settings;
    private List<QuotaCounter> counters;
    private long refused;

    RequestQuota(ApiHandler next, QuotaSettings settings, InstantSource clock, Predicate<Switch> switches) {
        this.next = next;
        this.clock = clock;
        this.errors = new ErrorResponses(switches);
        this.headers = new QuotaHeaders(switches);
        this.settings = settings;
        this.counters = countersOf(settings);
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        Instant now = clock.instant();
        Admission admission = admit(now);
        if (admission.windows().isEmpty()) {
            return next.handle(request);
        }
        QuotaWindow window = admission.decisive();
        if (admission.granted()) {
            return headers.addTo(next.handle(request), window, admission.settings(), now);
        }
        ApiResponse answer = headers.addTo(errors.quotaExceeded(), window, admission.settings(), now);
        return headers.addRetryAfter(answer, window, admission.settings(), now);
    }

    /** Changes how the quota is told. */
    synchronized void change(UnaryOperator<QuotaSettings> change) {
        settings = change.apply(settings);
    }

    /** Changes limits and windows; nothing of them is used yet. */
    synchronized void restart(UnaryOperator<QuotaSettings> change) {
        settings = change.apply(settings);
        counters = countersOf(settings);
    }

    synchronized long remaining() {
        return tightest(windowsAt(clock.instant())).map(QuotaWindow::remaining).orElse(Long.MAX_VALUE);
    }

    synchronized long refused() {
        return refused;
    }

    synchronized QuotaSettings settings() {
        return settings;
    }

    /** The windows as they are now; none without a limit. */
    synchronized List<QuotaWindow> current() {
        return windowsAt(clock.instant());
    }

    /** Uses up so many requests of each window, or all that are left. */
    synchronized void use(long requests) {
        Instant now = clock.instant();
        counters.forEach(counter -> counter.use(now, requests));
    }

    private synchronized Admission admit(Instant now) {
        List<QuotaWindow> before = windowsAt(now);
        boolean granted = before.stream().noneMatch(QuotaWindow::isFull);
        if (granted) {
            counters.forEach(counter -> counter.use(now, 1));
        } else {
            refused++;
        }
        return new Admission(granted, windowsAt(now), settings);
    }

    private List<QuotaWindow> windowsAt(Instant now) {
        return counters.stream().map(counter -> counter.at(now)).toList();
    }

    private static List<QuotaCounter> countersOf(QuotaSettings settings) {
        List<QuotaCounter> counters = new ArrayList<>();
        if (settings.perHour() > 0) {
            counters.add(new QuotaCounter(settings.hour(), settings.perHour(), settings.windows()));
        }
        if (settings.perMinute() > 0) {
            counters.add(new QuotaCounter(Duration.ofMinutes(1), settings.perMinute(), settings.windows()));
        }
        return counters;
    }

    private static Optional<QuotaWindow> tightest(List<QuotaWindow> windows) {
        return windows.stream().min(Comparator.comparing(QuotaWindow::remaining));
    }
}
