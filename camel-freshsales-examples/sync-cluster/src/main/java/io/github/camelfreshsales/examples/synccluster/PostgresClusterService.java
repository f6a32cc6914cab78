// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synccluster;

import java.time.Duration;
import javax.sql.DataSource;
import org.apache.camel.support.cluster.AbstractCamelClusterService;

/**
 * Makes one node of many the leader of a namespace: the one that holds an advisory lock of the PostgreSQL that all of them
 * use anyway. The lock belongs to a connection, so it is free as soon as its node has ended, however it ended.
 */
final class PostgresClusterService extends AbstractCamelClusterService<PostgresClusterView> {

    private final DataSource connections;
    private final Duration interval;

    /**
     * @param connections gives a connection of its own each time, not one of a pool: closing it frees the lock
     * @param interval    how often a node tries to become the leader, and the leader makes sure that it still is
     */
    PostgresClusterService(String node, DataSource connections, Duration interval) {
        super(node);
        this.connections = connections;
        this.interval = interval;
    }

    @Override
    protected PostgresClusterView createView(String namespace) {
        return new PostgresClusterView(this, namespace, connections, interval);
    }
}
