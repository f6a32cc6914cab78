// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.server;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory all requests together may take, so that many large ones at once cannot use up the heap. */
final class MemoryBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    MemoryBudget(long most) {
        this.most = most;
    }

    /** Takes so many bytes, if there is room for them. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
