package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.operation.Account;
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
import org.apache.camel.support.DefaultEndpoint;

/** Create, update, read and delete records of Freshsales, the Freshworks CRM. */
@ManagedResource(description = "Managed Freshsales endpoint")
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "freshsales",
        title = "Freshsales",
        syntax = "freshsales:operation",
        producerOnly = true,
        category = {Category.CLOUD, Category.SAAS},
        headersClass = FreshsalesConstants.class)
public class FreshsalesEndpoint extends DefaultEndpoint implements ManagedAccount, EndpointServiceLocation {

    @UriPath(description = "What the endpoint does.")
    @Metadata(required = true)
    private final FreshsalesOperation operation;

    @UriParam
    private final FreshsalesConfiguration configuration;

    public FreshsalesEndpoint(
            String uri,
            FreshsalesComponent component,
            FreshsalesOperation operation,
            FreshsalesConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new FreshsalesProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("No route can start from freshsales:" + operation);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        OptionChecks.check(operation, configuration);
    }

    /** What this endpoint shares with the others of its account. */
    Account account() {
        return getComponent().account(configuration);
    }

    @Override
    public String getServiceUrl() {
        ApiRoot root = FreshsalesComponent.root(configuration);
        return root == null ? null : root.toString();
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
    public FreshsalesConfiguration getConfiguration() {
        return configuration;
    }
}
