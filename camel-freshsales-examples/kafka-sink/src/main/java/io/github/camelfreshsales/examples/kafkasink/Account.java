// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;

/**
 * Where the contacts go.
 *
 * @param jobPollInterval milliseconds before the first look at a job; a simulator is faster than the service
 */
record Account(String domain, String apiKey, long jobPollInterval) {

    static Account of(FreshsalesSimulator simulator) {
        return new Account(simulator.domain(), simulator.apiKey(), 100);
    }

    /** The key is set here, once for all endpoints, so that no URI and no log ever holds it. */
    FreshsalesComponent component() {
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(domain);
        component.getConfiguration().setApiKey(apiKey);
        component.getConfiguration().setJobPollInterval(jobPollInterval);
        return component;
    }

    @Override
    public String toString() {
        return domain;
    }
}
