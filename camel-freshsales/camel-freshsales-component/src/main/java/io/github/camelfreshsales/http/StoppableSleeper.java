package io.github.camelfreshsales.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Really waits, but no longer than until it is stopped. It holds no monitor, so a virtual thread can wait in it. */
public final class StoppableSleeper implements Sleeper {

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public boolean sleep(Duration time) throws InterruptedException {
        return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends all waits, those to come too. */
    public void stop() {
        stopped.countDown();
    }
}
