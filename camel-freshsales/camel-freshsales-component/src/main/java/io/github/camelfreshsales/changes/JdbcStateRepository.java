// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.BatchStateRepository;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps each state in a row of a table, in any database with JDBC, such as the one that your records go to. Each write is one
 * transaction, even of many states: a kill leaves all old values or all new ones. The repository reads the table for each value,
 * so the nodes of a cluster can share it.
 *
 * <p>The repository creates the table at its start if it is missing. A key has at most {@value StateRow#LONGEST_KEY} bytes; a
 * value can have any length.
 */
public final class JdbcStateRepository extends ServiceSupport implements BatchStateRepository {

    private DataSource dataSource;
    private StateTable table;

    /** For configurations that set the data source and the table later. */
    public JdbcStateRepository() {}

    /** @param table the name of the table, after its schema if necessary: {@code cursors} or {@code crm.cursors} */
    public JdbcStateRepository(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        setTable(table);
    }

    /** The source of the connections. Use one with a pool. */
    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The name of the table, after its schema if necessary: {@code cursors} or {@code crm.cursors}. */
    public void setTable(String table) {
        this.table = new StateTable(table);
    }

    @Override
    protected void doStart() throws Exception {
        if (dataSource == null || table == null) {
            throw new IllegalArgumentException("The JdbcStateRepository needs a dataSource and a table");
        }
        try (Connection connection = dataSource.getConnection()) {
            table.makeUnlessThere(connection);
        } catch (SQLException e) {
            throw new RuntimeCamelException("The table " + table.name() + " of states cannot be used", e);
        }
        super.doStart();
    }

    /** The latest value, from any process, or null. */
    @Override
    public String getState(String key) {
        return getStates(List.of(key)).get(key);
    }

    @Override
    public void setState(String key, String value) {
        setStates(Collections.singletonMap(key, value));
    }

    @Override
    public Map<String, String> getStates(Collection<String> keys) {
        Map<String, String> ids = new LinkedHashMap<>();
        keys.forEach(key -> ids.put(key, StateRow.id(key)));
        Map<String, String> values =
                inTransaction("read", connection -> table.read(connection, List.copyOf(ids.values())));
        ids.replaceAll((key, id) -> values.get(id));
        ids.values().removeIf(Objects::isNull);
        return ids;
    }

    @Override
    public void setStates(Map<String, String> states) {
        // all writers take the rows in the same order, so that they do not wait for each other in a circle
        List<StateRow> rows = states.entrySet().stream()
                .map(state -> StateRow.of(state.getKey(), state.getValue()))
                .sorted(Comparator.comparing(StateRow::id))
                .toList();
        if (!rows.isEmpty()) {
            inTransaction("written", connection -> {
                table.write(connection, rows);
                return null;
            });
        }
    }

    private <T> T inTransaction(String done, Transactions.Work<T> work) {
        try {
            return new Transactions(dataSource).run(work);
        } catch (SQLException e) {
            throw new RuntimeCamelException("The states in the table " + table.name() + " cannot be " + done, e);
        }
    }
}
