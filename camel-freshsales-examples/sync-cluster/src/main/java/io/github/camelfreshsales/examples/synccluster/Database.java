// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synccluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL that all nodes share, with its tables. */
final class Database implements AutoCloseable {

    private final String url;
    private final HikariDataSource pool;

    private Database(String url, HikariDataSource pool) {
        this.url = url;
        this.pool = pool;
    }

    /** @param url of JDBC, with user and password if need be */
    static Database at(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        Database database = new Database(url, new HikariDataSource(config));
        database.makeTables();
        return database;
    }

    DataSource source() {
        return pool;
    }

    /** Connections outside the pool, which bear a name that PostgreSQL shows in {@code pg_stat_activity}. */
    DataSource connectionsOf(String node) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setApplicationName(node);
        source.setConnectTimeout(5);
        return source;
    }

    /** The ids of the live rows of a table, with their records as JSON text. */
    Map<Long, String> rows(String table) {
        try (Connection connection = pool.getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT id, record FROM " + table + " WHERE NOT deleted")) {
            Map<Long, String> all = new TreeMap<>();
            while (rows.next()) {
                all.put(rows.getLong(1), rows.getString(2));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of " + table + " cannot be read", e);
        }
    }

    /** Nodes that start at the same time wait for each other: two of them cannot make one table. */
    private void makeTables() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                InputStream tables = Database.class.getResourceAsStream("/sql/tables.sql")) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('tables', 0))");
            statement.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The tables cannot be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
