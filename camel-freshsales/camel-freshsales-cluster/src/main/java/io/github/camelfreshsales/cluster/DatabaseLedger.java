// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.remote.Request;
import io.github.bucket4j.distributed.versioning.Versions;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The bucket of an account in a row of a table. Used by one thread. */
final class DatabaseLedger implements Ledger {

    /** A statement that takes longer, perhaps since a node died with the row locked, is given up. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(5);

    private static final long CLOCK_HOLDS = TimeUnit.MINUTES.toNanos(10);

    /** Any number that nobody else locks: the table is made by one node at a time. */
    private static final long LOCK = 0x46726573_68736c71L;

    private final DataSource database;
    private final String table;
    private final String key;
    private final Budget budget;
    private final DatabaseClock clock = new DatabaseClock();
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private boolean prepared;
    private long preparedAt;

    DatabaseLedger(DataSource database, String table, String key, Budget budget) {
        this.database = database;
        this.table = table;
        this.key = key;
        this.budget = budget;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(table)
                .clientClock(clock)
                .requestTimeout(LONGEST_STATEMENT)
                .build();
    }

    @Override
    public Grant settle(Exchange exchange) {
        boolean done = false;
        try {
            prepare();
            Grant grant = buckets.execute(
                            key, new Request<>(new Settlement(budget, exchange), Versions.getLatest(), null, null))
                    .getData();
            done = true;
            return grant;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } finally {
            prepared = done;
        }
    }

    private void prepare() throws SQLException {
        if (prepared && System.nanoTime() - preparedAt < CLOCK_HOLDS) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            createTable(connection);
            clock.synchronize(connection);
        }
        preparedAt = System.nanoTime();
    }

    /** Looks first, since not every user may create tables. Of two nodes that start at the same time one waits here. */
    private void createTable(Connection connection) throws SQLException {
        if (isThere(connection)) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute("CREATE TABLE IF NOT EXISTS " + table + " (id VARCHAR(64) PRIMARY KEY, state BYTEA)");
            connection.commit();
        } finally {
            connection.setAutoCommit(true); // a pool would hand it on as it is
        }
    }

    private boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
