// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.github.bucket4j.TimeMeter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** The time of the database, so that nodes whose clocks differ agree on what has flown into a bucket. */
final class DatabaseClock implements TimeMeter {

    private volatile long ahead;

    /** Asks the database for the time. */
    void synchronize(Connection connection) throws SQLException {
        long begin = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint")) {
            row.next();
            long middle = begin + (System.nanoTime() - begin) / 2;
            ahead = TimeUnit.MICROSECONDS.toNanos(row.getLong(1)) - middle;
        }
    }

    @Override
    public long currentTimeNanos() {
        return System.nanoTime() + ahead;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
