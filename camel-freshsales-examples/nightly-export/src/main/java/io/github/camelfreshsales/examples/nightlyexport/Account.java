// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.time.Duration;
import java.util.Map;

/** Where the contacts go: the account that the environment names, or a simulator when it names none. */
final class Account implements AutoCloseable {

    static final String DOMAIN = "FRESHSALES_DOMAIN";
    static final String API_KEY = "FRESHSALES_API_KEY";

    /** In milliseconds; a simulator is faster than the service. */
    static final String JOB_POLL_INTERVAL = "FRESHSALES_JOB_POLL_INTERVAL";

    /** The first look at a job comes after half of it. At night nobody waits, and one that comes too early is a call. */
    private static final String WITHOUT_HURRY = "20000";

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
            throw new NightlyExportException((domain.isEmpty() ? DOMAIN : API_KEY) + " is missing: set both " + DOMAIN
                    + " and " + API_KEY + " to use an account, or neither to use the built-in simulator.");
        }
        return new Account(
                domain, apiKey, Long.parseLong(environment.getOrDefault(JOB_POLL_INTERVAL, WITHOUT_HURRY)), null);
    }

    private static Account simulated() {
        FreshsalesSimulator simulator = FreshsalesSimulator.builder()
                .journalLimit(0)
                .jobsTake(Duration.ZERO)
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

    /** Whether it is forgotten with this process. */
    boolean isSimulated() {
        return simulator != null;
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
