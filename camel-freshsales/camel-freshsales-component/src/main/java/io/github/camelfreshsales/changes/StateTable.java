// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A table of states, and its SQL: only what every database knows. */
final class StateTable {

    /** Some databases take no more parameters than about a thousand. */
    private static final int MOST_IDS = 500;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    private final String name;

    StateTable(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a table of states is made of letters, digits and _, with the"
                            + " schema before it if need be, such as cursors or crm.cursors, not " + name);
        }
        this.name = name;
    }

    String name() {
        return name;
    }

    void makeUnlessThere(Connection connection) throws SQLException {
        connection.setAutoCommit(true); // a failed statement ends a transaction of PostgreSQL
        try {
            check(connection);
        } catch (SQLException missing) {
            make(connection, missing);
        }
    }

    private void check(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement()) {
            select.executeQuery("SELECT id, state_key, state_value FROM " + name + " WHERE 1 = 0")
                    .close();
        }
    }

    private void make(Connection connection, SQLException missing) throws SQLException {
        String sql = "CREATE TABLE " + name + " (id VARCHAR(64) NOT NULL PRIMARY KEY, state_key VARCHAR("
                + StateRow.LONGEST_KEY + ") NOT NULL, state_value " + text(connection) + " NOT NULL)";
        try (Statement create = connection.createStatement()) {
            create.execute(sql);
        } catch (SQLException notMade) {
            checkAgain(connection, sql, notMade, missing);
        }
    }

    /** Another node may have made it in this moment. */
    private void checkAgain(Connection connection, String sql, SQLException notMade, SQLException missing)
            throws SQLException {
        try {
            check(connection);
        } catch (SQLException e) {
            notMade.addSuppressed(missing);
            throw new SQLException(
                    "The table is missing, or has other columns, and cannot be created. Create it yourself: " + sql,
                    notMade);
        }
    }

    /** Text of any length has no common name. */
    private static String text(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> "TEXT";
            case "MySQL", "MariaDB" -> "LONGTEXT";
            case "Microsoft SQL Server" -> "NVARCHAR(MAX)";
            default -> "CLOB";
        };
    }

    /** The values that there are, by the ids of their rows. */
    Map<String, String> read(Connection connection, List<String> ids) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            List<String> some = ids.subList(from, Math.min(from + MOST_IDS, ids.size()));
            String marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            String sql = "SELECT id, state_value FROM " + name + " WHERE id IN (" + marks + ")";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < some.size(); i++) {
                    select.setString(i + 1, some.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        values.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
        }
        return values;
    }

    /** Fails with a duplicate key when another transaction has inserted one of the rows meanwhile. */
    void write(Connection connection, List<StateRow> rows) throws SQLException {
        List<StateRow> missing = update(connection, rows);
        if (!missing.isEmpty()) {
            insert(connection, missing);
        }
    }

    /** The rows that are not there yet. */
    private List<StateRow> update(Connection connection, List<StateRow> rows) throws SQLException {
        String sql = "UPDATE " + name + " SET state_value = ? WHERE id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (StateRow row : rows) {
                fill(update, row.value(), row.id());
                update.addBatch();
            }
            int[] counts = update.executeBatch();
            List<StateRow> missing = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                if (count(counts[i], update, rows.get(i)) == 0) {
                    missing.add(rows.get(i));
                }
            }
            return missing;
        }
    }

    /** Some drivers do not count in a batch. */
    private static int count(int inBatch, PreparedStatement update, StateRow row) throws SQLException {
        if (inBatch >= 0) {
            return inBatch;
        }
        fill(update, row.value(), row.id());
        return update.executeUpdate();
    }

    private void insert(Connection connection, List<StateRow> rows) throws SQLException {
        String sql = "INSERT INTO " + name + " (id, state_key, state_value) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (StateRow row : rows) {
                fill(insert, row.id(), row.key(), row.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void fill(PreparedStatement statement, String... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
    }
}
