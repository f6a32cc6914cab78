// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.util.List;
import java.util.function.Consumer;

/** The route, as a poll needs it. */
public interface Delivery {

    /** Whether the poll may go on; false when the route stops, or the poll has delivered enough. */
    boolean goesOn();

    /** The service has responded as it should. */
    void responded();

    /**
     * Delivers new changes, oldest first.
     *
     * @param changes  at least one
     * @param complete gets those that are done, as soon as they are
     * @return whether all of them are done; false when the route stops or the poll has delivered enough
     * @throws Exception what an exchange failed with; nothing after it was delivered
     */
    boolean deliver(List<Change> changes, Consumer<Change> complete) throws Exception;
}
