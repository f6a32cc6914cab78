// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.http.AbortSignal;
import io.github.camelfreshsales.http.PacingTransport;
import io.github.camelfreshsales.http.ReadingTransport;
import io.github.camelfreshsales.http.RedirectingTransport;
import io.github.camelfreshsales.http.RetryLimits;
import io.github.camelfreshsales.http.RetryingTransport;
import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.operation.Account;
import io.github.camelfreshsales.watch.AccountObserver;
import io.github.camelfreshsales.watch.AccountReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** An account, its monitoring, and the transports to it. */
final class SharedAccount {

    private static final Duration SHARED_QUOTA_RESPONDS = Duration.ofSeconds(1);

    private final Account account;
    private final AccountWatch watch;
    private final InstantSource clock;
    private final Duration maxQuotaWait;
    private final Duration responseTimeout;
    private int users;

    SharedAccount(
            FreshsalesComponent component,
            String name,
            Account account,
            AccountObserver observer,
            InstantSource clock) {
        this.account = account;
        this.clock = clock;
        this.maxQuotaWait = Duration.ofMillis(component.getMaxQuotaWait());
        this.responseTimeout = Duration.ofMillis(component.getResponseTimeout());
        this.watch = new AccountWatch(
                component,
                name,
                account,
                observer,
                Duration.ofMillis(component.getHealthProbeInterval()),
                probingTransport(component.getConfiguration(), component.getSharedQuota() != null));
    }

    Account account() {
        return account;
    }

    AccountWatch watch() {
        return watch;
    }

    AccountReport report() {
        return watch.report();
    }

    void addUser() {
        users++;
    }

    /** Whether it was the last one. */
    boolean removeUser() {
        return --users == 0;
    }

    /**
     * The transport for one endpoint: it waits for turns and retries, while the endpoint runs.
     *
     * @param route  the key by which requests share turns: those of one route have the same
     * @param signal ends its requests
     */
    Transport transport(FreshsalesConfiguration options, Object route, Sleeper sleeper, AbortSignal signal) {
        RetryLimits limits = limits(options, maxQuotaWait);
        Sleeper counted = account.traffic().counted(sleeper);
        Transport ended = account.transport().abortedBy(List.of(signal));
        Transport paced = new PacingTransport(ended, account.dispatcher(), route, limits, counted);
        return new RetryingTransport(reading(paced), limits, clock, counted, () -> ThreadLocalRandom.current()
                .nextLong());
    }

    /**
     * The transport for a health check: its requests count like any call, but it does not retry, and waits only for the response of a
     * shared quota.
     */
    private Transport probingTransport(FreshsalesConfiguration options, boolean sharesQuota) {
        RetryLimits limits = limits(options, sharesQuota ? SHARED_QUOTA_RESPONDS : Duration.ZERO);
        Sleeper sleeper = sharesQuota ? new StoppableSleepers().of(Set.of()) : time -> false;
        return reading(new PacingTransport(account.transport(), account.dispatcher(), "health check", limits, sleeper));
    }

    private RetryLimits limits(FreshsalesConfiguration options, Duration longestQuotaWait) {
        return new RetryLimits(
                options.getMaxRetries(),
                Duration.ofMillis(options.getRetryDelay()),
                Duration.ofMillis(options.getMaxRetryDelay()),
                longestQuotaWait,
                responseTimeout);
    }

    private Transport reading(Transport next) {
        return new ReadingTransport(new RedirectingTransport(account.root(), next), account.reader());
    }

    void close() {
        watch.close();
        account.close();
    }
}
