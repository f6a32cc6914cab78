// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.util.List;

/**
 * How a call got to its end.
 *
 * @param attempts how many requests it took
 * @param earlier  what became of those before the last
 * @param waits    how long it waited for them to go out
 */
public record History(int attempts, List<Exception> earlier, Waits waits) {

    static final History FIRST = new History(1, List.of(), Waits.NONE);

    public History {
        earlier = List.copyOf(earlier);
    }

    /** The same with a further wait. */
    History plus(Waits more) {
        return more == Waits.NONE ? this : new History(attempts, earlier, waits.plus(more));
    }
}
