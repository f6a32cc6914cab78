// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static io.github.camelfreshsales.http.AccountSimulation.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When calls go out, one after the other and with many threads. */
@Timeout(60)
class DispatcherTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Sleeper NO_TIME = time -> {
        throw new AssertionError("waits " + time);
    };

    private Instant now = AccountSimulation.NINE;
    private final InstantSource clock = () -> now;
    private final List<String> woken = new ArrayList<>();

    private Dispatcher dispatcher(int perMinute, int connections) {
        return new Dispatcher(new Quota(0, perMinute, 0, clock), connections, MINUTE, clock);
    }

    private Dispatcher.Waiting join(Dispatcher dispatcher, String route) throws TransportException {
        return dispatcher.join(route, MINUTE.multipliedBy(5), () -> woken.add(route));
    }

    private static RetryLimits limits(Duration maxQuotaWait) {
        return new RetryLimits(0, Duration.ofMillis(20), SECOND, maxQuotaWait, MINUTE);
    }

    private static Permit go(Dispatcher dispatcher) throws TransportException {
        return dispatcher.acquire("x", Duration.ZERO, NO_TIME);
    }

    private static Request request() {
        return Request.to("GET", List.of("x")).build();
    }

    @Test
    void callGoesAtOnceWhenNothingIsInItsWay() throws Exception {
        Dispatcher dispatcher = dispatcher(0, 2);
        for (int i = 0; i < 1_000; i++) {
            dispatcher.ended(go(dispatcher), response(200), SECOND);
        }
    }

    @Test
    void callThatFindsNoQuotaFailsWithoutARequest() throws Exception {
        List<Request> sent = new ArrayList<>();
        Transport next = request -> {
            sent.add(request);
            return response(200);
        };
        Transport paced = new PacingTransport(next, dispatcher(1, 5), "x", limits(Duration.ofSeconds(60)), NO_TIME);
        paced.send(request());

        TransportException e = catchThrowableOfType(TransportException.class, () -> paced.send(request()));

        assertThat(e).hasMessageContaining("the next one is free in 61 s, beyond maxQuotaWait");
        assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(61));
        assertThat(sent).hasSize(1);
    }

    @Test
    void callThatNeverReachedTheServiceCostsNothing() throws Exception {
        Transport next = request -> {
            throw new TransportException(TransportException.Stage.NOT_SENT, 0, true, "refused", null);
        };
        Transport paced = new PacingTransport(next, dispatcher(1, 1), "x", limits(Duration.ZERO), NO_TIME);

        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowableOfType(TransportException.class, () -> paced.send(request())))
                    .hasMessage("refused");
        }
    }

    @Test
    void routesWaitInTurns() throws Exception {
        Dispatcher dispatcher = dispatcher(0, 1);
        Permit first = go(dispatcher);
        List<Dispatcher.Waiting> waiting = new ArrayList<>();
        for (String route : List.of("flood", "flood", "flood", "other")) {
            waiting.add(join(dispatcher, route));
        }

        dispatcher.ended(first, response(200), SECOND);
        assertThat(waiting).extracting(Dispatcher.Waiting::isGranted).containsExactly(true, false, false, false);
        dispatcher.ended(waiting.get(0).permit(), response(200), SECOND);
        assertThat(waiting).extracting(Dispatcher.Waiting::isGranted).containsExactly(true, false, false, true);
    }

    @Test
    void callCountsWhenItGoesOutAndNotWhileItWaitsForAConnection() throws Exception {
        Dispatcher dispatcher = dispatcher(2, 1);
        Permit first = go(dispatcher);
        Dispatcher.Waiting second = join(dispatcher, "x");
        now = now.plusSeconds(50);

        dispatcher.ended(first, response(200), SECOND);
        assertThat(second.isGranted()).isTrue();
        dispatcher.ended(second.permit(), response(200), SECOND);

        assertThat(dispatcher.quota().delay(1)).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void callThatGivesUpLeavesNoHoleAndItsTurnIsNotLost() throws Exception {
        Dispatcher dispatcher = dispatcher(1, 5);
        dispatcher.ended(go(dispatcher), response(200), SECOND);
        Dispatcher.Waiting first = join(dispatcher, "first");
        Dispatcher.Waiting second = join(dispatcher, "second");
        assertThat(dispatcher.untilNextTry(first)).isEqualTo(Duration.ofSeconds(61));
        assertThat(dispatcher.untilNextTry(second))
                .as("the other one keeps the time")
                .isEqualTo(MINUTE.multipliedBy(5));

        dispatcher.leave(first);
        assertThat(woken).endsWith("second");
        assertThat(dispatcher.untilNextTry(second)).isEqualTo(Duration.ofSeconds(61));

        now = now.plusSeconds(61);
        Dispatcher.Waiting third = join(dispatcher, "third");
        dispatcher.untilNextTry(third);
        assertThat(second.isGranted()).isTrue();
        dispatcher.leave(second);
        assertThat(third.isGranted())
                .as("the second has stopped before it went out")
                .isTrue();
    }

    @Test
    void callThatFindsNoRoomAfterAllFailsWhenItHasWaitedLongEnough() throws Exception {
        Dispatcher dispatcher = dispatcher(2, 5);
        dispatcher.ended(go(dispatcher), response(200), SECOND);
        Permit slow = go(dispatcher);
        Dispatcher.Waiting waiting = dispatcher.join("x", Duration.ofSeconds(61), () -> {});
        now = now.plusSeconds(30);
        dispatcher.ended(slow, response(200, "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "60"), SECOND);
        now = now.plusSeconds(31);

        TransportException e = catchThrowableOfType(TransportException.class, () -> dispatcher.untilNextTry(waiting));

        assertThat(e).hasMessageContaining("the call has waited 61 s, the longest");
        assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void callThatFindsNoConnectionFailsInTheEndAndMayBeRepeated() throws Exception {
        Dispatcher dispatcher = dispatcher(0, 1);
        go(dispatcher);
        Dispatcher.Waiting waiting = dispatcher.join("x", Duration.ZERO, () -> {});
        assertThat(dispatcher.untilNextTry(waiting)).isEqualTo(MINUTE);
        now = now.plus(MINUTE);

        TransportException e = catchThrowableOfType(TransportException.class, () -> dispatcher.untilNextTry(waiting));

        assertThat(e).hasMessageContaining("no connection became free; raise maxConnections");
        assertThat(e.stage()).isEqualTo(TransportException.Stage.NOT_SENT);
        assertThat(e.retryAfter()).isNull();
    }

    @Test
    void waitEndsWithTheRoute() throws Exception {
        Dispatcher dispatcher = dispatcher(1, 5);
        dispatcher.ended(go(dispatcher), response(200), SECOND);

        TransportException e = catchThrowableOfType(
                TransportException.class, () -> dispatcher.acquire("x", MINUTE.multipliedBy(2), time -> false));

        assertThat(e).hasMessage("the route stopped while the call waited for its turn");
        assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void waitEndsWithAnInterruptWhichIsRestored() throws Exception {
        Dispatcher dispatcher = dispatcher(1, 5);
        dispatcher.ended(go(dispatcher), response(200), SECOND);
        Sleeper interrupted = time -> {
            throw new InterruptedException();
        };

        catchThrowableOfType(
                TransportException.class, () -> dispatcher.acquire("x", MINUTE.multipliedBy(2), interrupted));

        assertThat(Thread.interrupted()).isTrue();
    }

    /** Really waits, and is woken. */
    private static final class ParkingSleeper implements Sleeper {

        @Override
        public boolean sleep(Duration time) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean sleep(Duration time, BooleanSupplier happened) {
            long end = System.nanoTime() + time.toNanos();
            while (!happened.getAsBoolean() && System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
            return true;
        }
    }

    private static List<Callable<Void>> callers(int count, Dispatcher dispatcher, Transport next) {
        List<Callable<Void>> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Transport paced = new PacingTransport(
                    next, dispatcher, "route " + i % 5, limits(Duration.ofSeconds(50)), new ParkingSleeper());
            callers.add(() -> {
                for (int call = 0; call < 50; call++) {
                    paced.send(request());
                }
                return null;
            });
        }
        return callers;
    }

    @Test
    void manyThreadsShareFewConnectionsAndNoneIsForgotten() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        Transport next = request -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            Thread.yield();
            underWay.decrementAndGet();
            return response(sent.incrementAndGet() % 10 == 0 ? 503 : 200);
        };
        InstantSource real = new SteadyClock();
        Quota quota = new Quota(0, 1_000_000, 0, real);
        Dispatcher dispatcher = new Dispatcher(quota, 3, Duration.ofSeconds(50), real);
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            for (Future<Void> caller : threads.invokeAll(callers(40, dispatcher, next))) {
                caller.get();
            }
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(sent).hasValue(2_000);
        assertThat(most.get()).isLessThanOrEqualTo(3);
        assertThat(quota.left().minute()).isEqualTo(1_000_000 - 2_000);
    }

    @Test
    void timekeeperWakesUpByItselfAndLetsTheOthersGo() throws Exception {
        InstantSource real = new SteadyClock();
        Quota quota = new Quota(0, 0, 0, real);
        Dispatcher dispatcher = new Dispatcher(quota, 5, Duration.ofSeconds(50), real);
        AtomicInteger sent = new AtomicInteger();
        // every refusal makes everybody wait for a time that nothing but the clock ends
        Transport next = request -> response(sent.incrementAndGet() % 100 == 0 ? 429 : 200);
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            for (Future<Void> caller : threads.invokeAll(callers(10, dispatcher, next))) {
                caller.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(sent).hasValue(500);
    }
}
