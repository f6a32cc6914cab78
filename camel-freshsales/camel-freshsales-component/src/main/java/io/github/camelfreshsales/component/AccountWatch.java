// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.operation.Account;
import io.github.camelfreshsales.watch.AccountObserver;
import io.github.camelfreshsales.watch.AccountProbe;
import io.github.camelfreshsales.watch.AccountReport;
import io.github.camelfreshsales.watch.CursorReport;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * The monitoring of one account. While a producer of the account runs, its health check is registered: one for all producers,
 * since all checks would be the same and each would use a call.
 */
final class AccountWatch {

    private final FreshsalesComponent component;
    private final String name;
    private final Account account;
    private final AccountObserver observer;
    private final Duration probeInterval;
    private final Transport probingWay;
    private final Set<Supplier<CursorReport>> cursors = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private int producers;
    private FreshsalesHealthCheck check;

    /**
     * @param name       the name of the account, unique in the context
     * @param observer   gets informed of cursors
     * @param probingWay a transport to the account that neither waits nor retries
     */
    AccountWatch(
            FreshsalesComponent component,
            String name,
            Account account,
            AccountObserver observer,
            Duration probeInterval,
            Transport probingWay) {
        this.name = name;
        this.component = component;
        this.account = account;
        this.observer = observer;
        this.probeInterval = probeInterval;
        this.probingWay = probingWay;
    }

    AccountReport report() {
        return AccountReport.of(account, cursors.stream().map(Supplier::get).toList());
    }

    void addCursor(Supplier<CursorReport> cursor) {
        cursors.add(cursor);
        observer.cursorAdded(cursor);
    }

    void removeCursor(Supplier<CursorReport> cursor) {
        cursors.remove(cursor);
        observer.cursorRemoved(cursor);
    }

    /** @param options what the producer sends its calls with, which the probe needs too */
    void producerStarted(FreshsalesConfiguration options) {
        lock.lock();
        try {
            if (producers++ == 0) {
                register(options);
            }
        } finally {
            lock.unlock();
        }
    }

    void producerStopped() {
        lock.lock();
        try {
            if (--producers == 0) {
                unregister();
            }
        } finally {
            lock.unlock();
        }
    }

    private void register(FreshsalesConfiguration options) {
        WritableHealthCheckRepository repository = repository();
        if (repository != null) {
            AccountProbe probe = new AccountProbe(account, probingWay, options);
            check = new FreshsalesHealthCheck("producer:" + name, account, probe, probeInterval);
            check.setEnabled(component.isHealthCheckProducerEnabled());
            repository.addHealthCheck(check);
        }
    }

    private void unregister() {
        WritableHealthCheckRepository repository = repository();
        if (check != null && repository != null) {
            repository.removeHealthCheck(check);
        }
        check = null;
    }

    private WritableHealthCheckRepository repository() {
        return HealthCheckHelper.getHealthCheckRepository(
                component.getCamelContext(), "producers", WritableHealthCheckRepository.class);
    }

    /** Ends with the account, whose last producers may be stopped later than the component. */
    void close() {
        lock.lock();
        try {
            unregister();
        } finally {
            lock.unlock();
        }
        observer.close();
    }
}
