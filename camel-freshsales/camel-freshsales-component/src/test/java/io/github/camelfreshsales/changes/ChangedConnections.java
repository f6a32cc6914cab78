// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;

/** Sources whose connections behave as some in the world do. */
final class ChangedConnections {

    private ChangedConnections() {}

    /** They break when the statements of a transaction are done, as those of a process that is killed then. */
    static DataSource brokenBeforeCommit(DataSource database) {
        return changed(database, (connection, method, arguments) -> {
            if (method.getName().equals("commit")) {
                connection.close();
                throw new SQLException("The connection is broken", "08006");
            }
            return method.invoke(connection, arguments);
        });
    }

    /** They come from the pool in a transaction already, and are given back so. */
    static DataSource withoutAutoCommit(DataSource database) {
        return proxy(DataSource.class, database, (source, method, arguments) -> {
            Object result = method.invoke(source, arguments);
            if (result instanceof Connection connection) {
                connection.setAutoCommit(false);
            }
            return result;
        });
    }

    /** They do not tell how many rows each statement of a batch has changed. */
    static DataSource withoutCounts(DataSource database) {
        return changed(database, (connection, method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement
                    ? proxy(PreparedStatement.class, statement, ChangedConnections::withoutCounts)
                    : result;
        });
    }

    private static Object withoutCounts(PreparedStatement statement, Method method, Object[] arguments)
            throws ReflectiveOperationException {
        Object result = method.invoke(statement, arguments);
        if (result instanceof int[] counts) {
            Arrays.fill(counts, Statement.SUCCESS_NO_INFO);
        }
        return result;
    }

    private static DataSource changed(DataSource database, Call<Connection> call) {
        return proxy(DataSource.class, database, (source, method, arguments) -> {
            Object result = method.invoke(source, arguments);
            return result instanceof Connection connection ? proxy(Connection.class, connection, call) : result;
        });
    }

    private interface Call<T> {
        Object on(T real, Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Call<T> call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.on(real, method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
