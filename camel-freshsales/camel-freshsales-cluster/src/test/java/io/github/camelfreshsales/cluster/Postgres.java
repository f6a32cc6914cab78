// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** One server for all tests, made when the first one asks; it ends with this Java. */
final class Postgres {

    private static final EmbeddedPostgres SERVER = start();

    private final String schema = "s" + UUID.randomUUID().toString().replace("-", "");

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema of its own, without a table. */
    static Postgres empty() {
        Postgres database = new Postgres();
        database.execute("CREATE SCHEMA " + database.schema);
        return database;
    }

    DataSource source() {
        return SERVER.getPostgresDatabase(Map.of("currentSchema", schema));
    }

    DataSource sourceOf(String user) {
        return SERVER.getDatabase(user, "postgres", Map.of("currentSchema", schema));
    }

    /** Where another process finds it. */
    String url() {
        return SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    void execute(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> column(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
