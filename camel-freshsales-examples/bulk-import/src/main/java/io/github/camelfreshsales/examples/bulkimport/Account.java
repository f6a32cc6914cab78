// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.time.Duration;
import java.util.Map;

/** Where the contacts go: the account that the environment names, or a simulator when it names none. */
final class Account implements AutoCloseable {

    static final String DOMAIN = "FRESHSALES_DOMAIN";
    static final String API_KEY = "FRESHSALES_API_KEY";

    /** Milliseconds before the first look at a job; a simulator is faster than the service. */
    static final String JOB_POLL_INTERVAL = "FRESHSALES_JOB_POLL_INTERVAL";

    /** A real one takes seconds. */
    private static final Duration JOB_TIME = Duration.ofMillis(100);

    private final String domain;
    private final String apiKey;
    private final long jobPollInterval;
    private final FreshsalesSimulator simulator;

    private Account(String domain, String apiKey, long jobPollInterval, FreshsalesSimulator simulator) {
        this.domain = domain;
        this.apiKey = apiKey;
        this.jobPollInterval = jobPollInterval;
        this.simulator = simulator;
    }

    static Account of(Map<String, String> environment) {
        String domain = environment.getOrDefault(DOMAIN, "").strip();
        String apiKey = environment.getOrDefault(API_KEY, "").strip();
        if (domain.isEmpty() && apiKey.isEmpty()) {
            return simulated();
        }
        if (domain.isEmpty() || apiKey.isEmpty()) {
            throw new BulkImportException((domain.isEmpty() ? DOMAIN : API_KEY) + " is missing: set both " + DOMAIN
                    + " and " + API_KEY + " to use an account, or neither to use the built-in simulator.");
        }
        return new Account(domain, apiKey, Long.parseLong(environment.getOrDefault(JOB_POLL_INTERVAL, "2000")), null);
    }

    private static Account simulated() {
        FreshsalesSimulator simulator = FreshsalesSimulator.builder()
                .requires("contacts", "last_name")
                .quota(5_000, 0)
                .jobsTake(JOB_TIME)
                .journalLimit(0)
                .start();
        return new Account(simulator.domain(), simulator.apiKey(), 100, simulator);
    }

    /** The key is set here, once for all endpoints, so that no URI and no log ever holds it. */
    FreshsalesComponent component() {
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(domain);
        component.getConfiguration().setApiKey(apiKey);
        component.getConfiguration().setJobPollInterval(jobPollInterval);
        return component;
    }

    String domain() {
        return domain;
    }

    String description() {
        return simulator == null
                ? "Account: " + domain
                : "No account configured: running on the built-in simulator at " + domain;
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
