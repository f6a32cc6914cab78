// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.util.List;

/**
 * The history of a call.
 *
 * @param attempts the number of requests
 * @param earlier  the failures of the requests before the last
 * @param waits    how long they waited before they were sent
 */
public record History(int attempts, List<Exception> earlier, WaitTimes waits) {

    static final History FIRST = new History(1, List.of(), WaitTimes.NONE);

    public History {
        earlier = List.copyOf(earlier);
    }

    /** The same with a further wait. */
    History plus(WaitTimes more) {
        return more == WaitTimes.NONE ? this : new History(attempts, earlier, waits.plus(more));
    }
}
