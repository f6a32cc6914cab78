// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hsqldb.jdbc.JDBCDataSource;

/** What the repository is tried on. */
enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            return h2("");
        }
    },
    H2_THAT_IGNORES_CASE {
        @Override
        DataSource empty() {
            return h2(";IGNORECASE=TRUE");
        }
    },
    HSQLDB {
        @Override
        DataSource empty() {
            JDBCDataSource source = new JDBCDataSource();
            source.setUrl("jdbc:hsqldb:mem:" + UUID.randomUUID());
            source.setUser("sa");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            return postgres("read committed");
        }
    },
    POSTGRESQL_SERIALIZABLE {
        @Override
        DataSource empty() {
            return postgres("serializable");
        }
    };

    /** A database of its own, without a table. */
    abstract DataSource empty();

    static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static DataSource h2(String settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings);
        source.setUser("sa");
        return source;
    }

    private static DataSource postgres(String isolation) {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "");
        execute(Postgres.SERVER.getPostgresDatabase(), "CREATE SCHEMA " + schema);
        String options = "-c default_transaction_isolation=" + isolation.replace(" ", "\\ ");
        return Postgres.SERVER.getPostgresDatabase(Map.of("currentSchema", schema, "options", options));
    }

    /** One server for all tests, made when the first one asks; it ends with this Java. */
    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
