// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesOperation;
import java.util.List;
import org.apache.camel.Processor;
import org.apache.camel.component.webhook.WebhookCapableEndpoint;
import org.apache.camel.component.webhook.WebhookConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint whose records may also be pushed, by a workflow of Freshsales: {@code webhook:freshsales:changes}. Without
 * {@code webhook:} it polls as ever.
 */
final class FreshsalesWebhookEndpoint extends FreshsalesEndpoint implements WebhookCapableEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(FreshsalesWebhookEndpoint.class);

    private WebhookConfiguration webhook;

    FreshsalesWebhookEndpoint(
            String uri,
            FreshsalesComponent component,
            FreshsalesOperation operation,
            FreshsalesConfiguration configuration) {
        super(uri, component, operation, configuration);
    }

    @Override
    public Processor createWebhookHandler(Processor next) {
        OptionChecks.checkWebhook(getOperation(), getConfiguration());
        return new PushedRecordConsumer(this, next);
    }

    /** Freshsales has no call for it, so it is said to those who can do it. */
    @Override
    public void registerWebhook() throws Exception {
        LOG.info(
                "Workflows of Freshsales reach this route at {}, with the webhookVerifyToken in the header {}. An administrator"
                        + " puts both into the action Trigger webhook of a workflow; the host is the one that Freshsales sees",
                webhook.computeFullExternalUrl(),
                getConfiguration().getWebhookSecretHeader());
    }

    @Override
    public void unregisterWebhook() throws Exception {
        LOG.info(
                "Nothing answers at {} any more; the workflows of Freshsales that call it are not told",
                webhook.computeFullExternalUrl());
    }

    @Override
    public void setWebhookConfiguration(WebhookConfiguration webhookConfiguration) {
        this.webhook = webhookConfiguration;
    }

    @Override
    public List<String> getWebhookMethods() {
        return PushedRecordConsumer.METHODS;
    }
}
