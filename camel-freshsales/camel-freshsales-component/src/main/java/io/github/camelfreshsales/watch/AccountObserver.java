// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.github.camelfreshsales.http.TrafficObserver;
import io.github.camelfreshsales.operation.Account;
import java.util.function.Supplier;

/** Observes an account from its first call until it is closed. */
public interface AccountObserver extends TrafficObserver, AutoCloseable {

    /** Observes nothing. */
    AccountObserver NONE = new AccountObserver() {};

    /** The account is open; you can read its numbers from now on. */
    default void opened(Account account) {}

    default void cursorAdded(Supplier<CursorReport> cursor) {}

    default void cursorRemoved(Supplier<CursorReport> cursor) {}

    /** The account is closed. Ignore what its last calls still report. */
    @Override
    default void close() {}
}
