// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synccluster;

import io.github.camelfreshsales.changes.JdbcStateRepository;
import io.github.camelfreshsales.component.FreshsalesComponent;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** One node of the cluster. */
final class SyncNode implements AutoCloseable {

    private final CamelContext context;
    private final PostgresClusterService cluster;

    private SyncNode(CamelContext context, PostgresClusterService cluster) {
        this.context = context;
        this.cluster = cluster;
    }

    /** Starts it. The key is set on the component, so that no URI and no log ever holds it. */
    static SyncNode start(String name, Database database, String domain, String apiKey, String delay) throws Exception {
        FreshsalesComponent freshsales = new FreshsalesComponent();
        freshsales.getConfiguration().setDomain(domain);
        freshsales.getConfiguration().setApiKey(apiKey);
        Properties properties = new Properties();
        properties.setProperty("delay", delay);

        CamelContext context = new DefaultCamelContext();
        context.addComponent("freshsales", freshsales);
        context.getRegistry().bind("database", database.source());
        context.getPropertiesComponent().setInitialProperties(properties);
        // tag::cluster[]
        PostgresClusterService cluster =
                new PostgresClusterService(name, database.connectionsOf(name), Duration.ofMillis(500));
        context.addService(cluster);
        context.getRegistry().bind("cursors", new JdbcStateRepository(database.source(), "cursors"));
        // end::cluster[]
        context.addRoutes(new SyncRoutes());
        context.start();
        return new SyncNode(context, cluster);
    }

    boolean isLeader() {
        return cluster.isLeader("sync");
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
