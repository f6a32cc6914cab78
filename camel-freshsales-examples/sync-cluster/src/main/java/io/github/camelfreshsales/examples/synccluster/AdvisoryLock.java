// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synccluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** An advisory lock of PostgreSQL, on a connection of its own. */
final class AdvisoryLock implements AutoCloseable {

    private static final int SECONDS_TO_RESPOND = 3;

    /** PostgreSQL finds out within ten seconds that the machine of a leader has vanished without a word. */
    private static final String KEEP_ALIVE =
            "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 5";

    private final String name;
    private final DataSource connections;
    private Connection connection;
    private boolean held;

    AdvisoryLock(String name, DataSource connections) {
        this.name = name;
        this.connections = connections;
    }

    /** Whether it is held, now or still: while its connection lives, nobody else can have it. */
    boolean hold() throws SQLException {
        if (connection != null && !connection.isValid(SECONDS_TO_RESPOND)) {
            close();
        }
        if (!held) {
            held = tryLock();
        }
        return held;
    }

    private boolean tryLock() throws SQLException {
        if (connection == null) {
            connection = connections.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute(KEEP_ALIVE);
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        held = false;
        Connection closed = connection;
        connection = null;
        try {
            if (closed != null) {
                closed.close();
            }
        } catch (SQLException e) {
            // it is broken, so PostgreSQL has let go of the lock or will soon
        }
    }
}
