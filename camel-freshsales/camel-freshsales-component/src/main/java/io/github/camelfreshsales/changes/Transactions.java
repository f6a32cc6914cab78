// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work on a database in one step, and once more when another writer was in the way. */
final class Transactions {

    private static final int MOST_ATTEMPTS = 20;
    private static final String BROKEN_CONSTRAINT = "23";
    private static final String ROLLED_BACK = "40";

    /** What is done on a connection. It may be done more than once. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T> T run(Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS || !anotherWasInTheWay(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                connection.setAutoCommit(autoCommit);
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, autoCommit, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, boolean autoCommit, Exception reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** It has inserted the same key, or it holds what this one wants. */
    private static boolean anotherWasInTheWay(SQLException e) {
        for (Throwable one : e) {
            if (one instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith(BROKEN_CONSTRAINT)
                            || sql.getSQLState().startsWith(ROLLED_BACK))) {
                return true;
            }
        }
        return false;
    }
}
