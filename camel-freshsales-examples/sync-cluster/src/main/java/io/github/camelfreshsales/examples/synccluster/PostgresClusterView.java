// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synccluster;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.support.cluster.AbstractCamelClusterView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this node knows of a namespace: whether it is the leader itself. */
final class PostgresClusterView extends AbstractCamelClusterView {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresClusterView.class);

    private final CamelClusterMember self = new Self();
    private final AdvisoryLock lock;
    private final Duration interval;
    private volatile boolean leader;
    private ScheduledExecutorService clock;

    PostgresClusterView(PostgresClusterService service, String namespace, DataSource connections, Duration interval) {
        super(service, namespace);
        this.lock = new AdvisoryLock(namespace, connections);
        this.interval = interval;
    }

    @Override
    protected void doStart() {
        clock = getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "leader-of-" + getNamespace());
        clock.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        getCamelContext().getExecutorServiceManager().shutdownGraceful(clock);
        leader = false;
        lock.close();
    }

    private void look() {
        boolean holds = holds();
        if (holds != leader) {
            leader = holds;
            fireLeadershipChangedEvent(holds ? self : null);
        }
    }

    /** Without the database nobody leads: there is nothing to write to either. */
    private boolean holds() {
        try {
            return lock.hold();
        } catch (SQLException e) {
            LOG.warn("{} cannot tell whether it leads {}: {}", self.getId(), getNamespace(), e.getMessage());
            lock.close();
            return false;
        }
    }

    @Override
    public Optional<CamelClusterMember> getLeader() {
        return leader ? Optional.of(self) : Optional.empty();
    }

    @Override
    public CamelClusterMember getLocalMember() {
        return self;
    }

    @Override
    public List<CamelClusterMember> getMembers() {
        return List.of(self);
    }

    private final class Self implements CamelClusterMember {

        @Override
        public String getId() {
            return getClusterService().getId();
        }

        @Override
        public boolean isLeader() {
            return leader;
        }

        @Override
        public boolean isLocal() {
            return true;
        }
    }
}
