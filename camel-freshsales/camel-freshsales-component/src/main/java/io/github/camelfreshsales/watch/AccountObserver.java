// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.github.camelfreshsales.http.TrafficObserver;
import io.github.camelfreshsales.operation.Account;
import java.util.function.Supplier;

/** Looks on at an account from its first call until it is closed. */
public interface AccountObserver extends TrafficObserver, AutoCloseable {

    /** For those who want to know nothing. */
    AccountObserver NONE = new AccountObserver() {};

    /** The account is there; whatever it tells may be asked from now on. */
    default void opened(Account account) {}

    default void cursorAdded(Supplier<CursorReport> cursor) {}

    default void cursorRemoved(Supplier<CursorReport> cursor) {}

    /** The account is closed. What its last calls still tell is not wanted any more. */
    @Override
    default void close() {}
}
