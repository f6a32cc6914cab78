package io.github.camelfreshsales.changes;

import java.util.List;
import java.util.function.Consumer;

/** Takes changes to the route, and keeps the cursor. */
public interface Delivery {

    /**
     * Delivers new changes, oldest first.
     *
     * @param changes  at least one
     * @param complete is told which of them are done, as they are
     * @return whether to go on; false when the route stops or the poll has delivered enough
     * @throws Exception what an exchange failed with; nothing after it was delivered
     */
    boolean deliver(List<Change> changes, Consumer<Change> complete) throws Exception;

    /** Keeps the cursor: some changes are complete. */
    void save(Cursor cursor);
}
