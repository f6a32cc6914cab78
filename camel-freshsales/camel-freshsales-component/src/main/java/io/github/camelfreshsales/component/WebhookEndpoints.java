// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesOperation;

/**
 * Creates the endpoints that workflows can push to. They need camel-webhook, which many applications do not have. Java loads a
 * class together with the types that its methods return, so only code that has camel-webhook may use this class.
 */
final class WebhookEndpoints {

    private WebhookEndpoints() {}

    static FreshsalesEndpoint make(
            String uri,
            FreshsalesComponent component,
            FreshsalesOperation operation,
            FreshsalesConfiguration configuration) {
        return new FreshsalesWebhookEndpoint(uri, component, operation, configuration);
    }
}
