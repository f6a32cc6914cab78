package io.github.camelfreshsales.examples.synctodatabase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.spi.StateRepository;

/**
 * Keeps the cursors in the database that the rows are in, so that one backup holds both, and a cursor is never ahead of its
 * rows. To copy: it needs a table with the columns name and place.
 */
final class CursorTable implements StateRepository<String, String> {

    private final DataSource database;

    CursorTable(DataSource database) {
        this.database = database;
    }

    @Override
    public String getState(String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT place FROM cursors WHERE name = ?")) {
            select.setString(1, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The cursor " + key + " cannot be read", e);
        }
    }

    @Override
    public void setState(String key, String value) {
        try (Connection connection = database.getConnection()) {
            if (write(connection, "UPDATE cursors SET place = ? WHERE name = ?", key, value) == 0) {
                write(connection, "INSERT INTO cursors (place, name) VALUES (?, ?)", key, value);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The cursor " + key + " cannot be written", e);
        }
    }

    private static int write(Connection connection, String sql, String key, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.setString(2, key);
            return statement.executeUpdate();
        }
    }

    @Override
    public void start() {
        // the database is somebody else's
    }

    @Override
    public void stop() {
        // likewise
    }
}
