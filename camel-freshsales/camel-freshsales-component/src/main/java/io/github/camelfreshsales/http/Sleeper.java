// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How a call waits before it is sent, perhaps again. Tests bring one that does not wait. */
public interface Sleeper {

    /**
     * Sleeps.
     *
     * @return whether the time has passed; false when the wait was ended because the route stops
     */
    boolean sleep(Duration time) throws InterruptedException;

    /**
     * Sleeps until something has happened, or the time has passed. Whoever makes it happen unparks the thread.
     *
     * @return false when the wait was ended because the route stops
     */
    default boolean sleep(Duration time, BooleanSupplier happened) throws InterruptedException {
        return happened.getAsBoolean() || sleep(time);
    }
}
