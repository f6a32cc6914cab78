// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.watch.AccountReport;
import io.github.camelfreshsales.watch.ManagedAccount;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;

/** Create, update, read, search and follow records of Freshsales, the Freshworks CRM. */
@ManagedResource(description = "Managed Freshsales endpoint")
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "freshsales",
        title = "Freshsales",
        syntax = "freshsales:operation",
        category = {Category.CLOUD, Category.SAAS},
        headersClass = FreshsalesConstants.class)
public class FreshsalesEndpoint extends ScheduledPollEndpoint implements ManagedAccount, EndpointServiceLocation {

    /** The property of an exchange that says from which account its record comes; a Kamelet hides the endpoint. */
    public static final String ACCOUNT = "CamelFreshsalesAccount";

    private static final long DEFAULT_DELAY = 60_000;

    @UriPath(description = OperationDescriptions.ALL)
    @Metadata(required = true)
    private final FreshsalesOperation operation;

    @UriParam
    private final FreshsalesConfiguration configuration;

    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "" + DEFAULT_DELAY,
            javaType = "java.time.Duration",
            description = "The time between two polls. A poll without changes costs one call.")
    private long delay = DEFAULT_DELAY;

    public FreshsalesEndpoint(
            String uri,
            FreshsalesComponent component,
            FreshsalesOperation operation,
            FreshsalesConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
        setDelay(DEFAULT_DELAY);
    }

    @Override
    public Producer createProducer() {
        if (operation == FreshsalesOperation.changes) {
            throw new UnsupportedOperationException(
                    "The operation changes starts a route: from(\"freshsales:changes?...\")");
        }
        return new FreshsalesProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (operation != FreshsalesOperation.changes) {
            throw new UnsupportedOperationException("No route can start from freshsales:" + operation
                    + "; a route that follows records starts from freshsales:changes");
        }
        OptionChecks.checkConsumer(configuration);
        FreshsalesConsumer consumer = new FreshsalesConsumer(this, processor);
        configureConsumer(consumer);
        consumer.setMaxMessagesPerPoll(configuration.getMaxMessagesPerPoll());
        return consumer;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        OptionChecks.check(operation, configuration);
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getDomain() == null
                ? null
                : Accounts.root(configuration).toString();
    }

    @Override
    public String getServiceProtocol() {
        return "rest";
    }

    @Override
    public FreshsalesComponent getComponent() {
        return (FreshsalesComponent) super.getComponent();
    }

    public FreshsalesOperation getOperation() {
        return operation;
    }

    @Override
    public AccountReport report() {
        return getComponent().accounts().report(configuration);
    }

    public FreshsalesConfiguration getConfiguration() {
        return configuration;
    }
}
