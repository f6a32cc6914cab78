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
 * An endpoint to which a workflow of Freshsales can also push records: {@code webhook:freshsales:changes}. Without
 * {@code webhook:} it polls as usual.
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

    /** The API of Freshsales cannot do it, so this informs those who can. */
    @Override
    public void registerWebhook() throws Exception {
        LOG.info(
                "Workflows of Freshsales reach this route at {}, with the webhookVerifyToken in the header {}. An administrator"
                        + " enters both in the action Trigger webhook of a workflow, with the host as Freshsales sees it",
                webhook.computeFullExternalUrl(),
                getConfiguration().getWebhookSecretHeader());
    }

    @Override
    public void unregisterWebhook() throws Exception {
        LOG.info(
                "The route at {} no longer receives records; the workflows of Freshsales that call it do not notice",
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
