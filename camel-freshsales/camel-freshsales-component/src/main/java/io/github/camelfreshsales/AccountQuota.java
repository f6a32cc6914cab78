// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.time.Duration;

/**
 * The calls of one account that this process may make. Which of its callers goes first is not decided here: the component
 * asks for one call after the other, in a fair order among routes.
 *
 * <p>No method may block. The component calls them while all its callers wait, so an implementation that has to ask somebody
 * does so in a thread of its own, and says later that there is room.
 */
public interface AccountQuota extends AutoCloseable {

    /**
     * Takes one call, if it may go now.
     *
     * @return zero when the call is taken; otherwise how long it is not worth asking again, unless the quota says earlier
     *     that there is room
     */
    Duration take();

    /** About how long a call has to wait when so many of this process go before it. Takes nothing. */
    Duration delay(int before);

    /** About how many calls may go now. */
    int left();

    /** A call that was taken has not gone out. */
    void unused();

    /** A response said how many calls the account has left. */
    void learn(RemainingCalls remaining);

    /** Lets go of what this process holds. */
    @Override
    void close();
}
