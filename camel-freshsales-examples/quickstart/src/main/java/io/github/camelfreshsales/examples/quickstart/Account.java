// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorBuilder;
import java.util.Map;
import java.util.Optional;

/** Where the contacts go: the account that the environment names, or a simulator when it names none. */
final class Account implements AutoCloseable {

    private static final String DOMAIN = "FRESHSALES_DOMAIN";
    private static final String API_KEY = "FRESHSALES_API_KEY";
    private static final int REQUESTS_TO_SEE = 1_000;

    private final String domain;
    private final String apiKey;
    private final FreshsalesSimulator simulator;

    private Account(String domain, String apiKey, FreshsalesSimulator simulator) {
        this.domain = domain;
        this.apiKey = apiKey;
        this.simulator = simulator;
    }

    /** @param stays whether somebody will look at the simulator's page, which shows the latest requests */
    static Account of(Map<String, String> environment, boolean stays) {
        String domain = environment.getOrDefault(DOMAIN, "").strip();
        String apiKey = environment.getOrDefault(API_KEY, "").strip();
        if (domain.isEmpty() && apiKey.isEmpty()) {
            return simulated(stays);
        }
        if (domain.isEmpty() || apiKey.isEmpty()) {
            throw new QuickstartException((domain.isEmpty() ? DOMAIN : API_KEY) + " is missing: set both " + DOMAIN
                    + " and " + API_KEY + " to use an account, or neither to use the built-in simulator.");
        }
        return new Account(domain, apiKey, null);
    }

    private static Account simulated(boolean stays) {
        FreshsalesSimulator simulator =
                likeMany().journalLimit(stays ? REQUESTS_TO_SEE : 0).start();
        return new Account(simulator.domain(), simulator.apiKey(), simulator);
    }

    /** Like many an account, it wants a last name and an e-mail address of each contact, and has fields of its own. */
    static FreshsalesSimulatorBuilder likeMany() {
        return FreshsalesSimulator.builder()
                .requires("contacts", "last_name", "email")
                .prepare(account -> {
                    account.customField("contacts", "cf_region", "Region", "dropdown", "EMEA", "APAC", "North America");
                    account.customField("contacts", "cf_customer_since", "Customer since", "date");
                });
    }

    /** The key is set here, once for all endpoints, so that no URI and no log ever holds it. */
    FreshsalesComponent component() {
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(domain);
        component.getConfiguration().setApiKey(apiKey);
        return component;
    }

    String description() {
        return simulator == null
                ? "Account: " + domain
                : "No account configured: running on the built-in simulator at " + domain;
    }

    /** Where the simulator shows what it holds; nothing for a real account. */
    Optional<String> page() {
        return Optional.ofNullable(simulator).map(FreshsalesSimulator::pageUrl);
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
