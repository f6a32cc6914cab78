package io.github.camelfreshsales.http;

import java.time.Duration;

/** How a call waits before it is sent again. Tests bring one that does not wait. */
public interface Sleeper {

    /**
     * StoppableSleepers.
     *
     * @return whether the time has passed; false when the wait was ended because the route stops
     */
    boolean sleep(Duration time) throws InterruptedException;
}
