// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesOperation;

/**
 * Makes the endpoints that workflows can push to. What it makes needs camel-webhook, which many applications do not have. A
 * class is loaded with what its methods return, so this one stands alone, and only who has camel-webhook may touch it.
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
