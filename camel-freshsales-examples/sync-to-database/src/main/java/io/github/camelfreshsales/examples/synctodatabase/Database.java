// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.synctodatabase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The database: H2 in a file of its own, with its tables. */
final class Database implements AutoCloseable {

    private final JdbcConnectionPool pool;

    private Database(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    static Database in(Path file) {
        Database database = new Database(JdbcConnectionPool.create("jdbc:h2:file:" + file.toAbsolutePath(), "sa", ""));
        database.execute(resource("sql/tables.sql"));
        return database;
    }

    DataSource source() {
        return pool;
    }

    /** The ids of the rows of a table, with their records as JSON text. */
    Map<Long, String> rows(String table) {
        try (Connection connection = pool.getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT id, record FROM " + table)) {
            Map<Long, String> all = new TreeMap<>();
            while (rows.next()) {
                all.put(rows.getLong(1), rows.getString(2));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of " + table + " cannot be read", e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The tables cannot be made", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Database.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
