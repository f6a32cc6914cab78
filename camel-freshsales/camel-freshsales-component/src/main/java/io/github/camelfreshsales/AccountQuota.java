// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.time.Duration;

/**
 * The calls of one account that this process can make. The component decides which caller goes first, and takes one call after
 * the other, in a fair order among routes.
 *
 * <p>No method may block, since all callers of the component wait while it runs. An implementation that needs to call somebody
 * does so in its own thread, and reports later that there is room.
 */
public interface AccountQuota extends AutoCloseable {

    /**
     * Takes one call, if it can go now.
     *
     * @return zero if the call is taken; otherwise the time after which to try again, unless the quota reports earlier that
     *     there is room
     */
    Duration take();

    /** About how long a call has to wait if this many calls of this process go before it. Takes no call. */
    Duration delay(int before);

    /** About how many calls can go now. */
    int left();

    /** A call was taken, but not sent. */
    void unused();

    /** A response contained the number of calls that the account has left. */
    void learn(RemainingCalls remaining);

    /** Releases everything that this process holds. */
    @Override
    void close();
}
