// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static io.github.camelfreshsales.http.AccountSimulation.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a call waited for before its requests went out, with a sleeper that turns the clock. */
class WaitTimesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RetryLimits LIMITS = new RetryLimits(3, SECOND, MINUTE, MINUTE.multipliedBy(10), MINUTE);
    private static final Request REQUEST = Request.to("GET", List.of("x")).build();

    private final Deque<Response> responses = new ArrayDeque<>();
    private Instant now = AccountSimulation.NINE;
    private final InstantSource clock = () -> now;
    private final Sleeper sleeper = time -> {
        now = now.plus(time);
        return true;
    };

    private History send(Dispatcher dispatcher, Response... given) throws TransportException {
        responses.addAll(Arrays.asList(given));
        Transport service = request -> responses.poll();
        Transport paced = new PacingTransport(service, dispatcher, "route", LIMITS, sleeper);
        return new RetryingTransport(paced, LIMITS, clock, sleeper, RandomGenerator.of("L64X128MixRandom"))
                .send(REQUEST)
                .history();
    }

    private Dispatcher dispatcher(int perMinute, int connections) {
        return new Dispatcher(new Quota(0, perMinute, 0, clock), connections, MINUTE, clock);
    }

    @Test
    void callThatGoesAtOnceHasNotWaited() throws Exception {
        assertThat(send(dispatcher(0, 1), response(200))).isSameAs(History.FIRST);
    }

    @Test
    void waitForTheNextMinuteIsOneForQuota() throws Exception {
        Dispatcher dispatcher = dispatcher(1, 1);
        send(dispatcher, response(200));

        WaitTimes waits = send(dispatcher, response(200)).waits();

        assertThat(waits.quota()).isBetween(MINUTE, MINUTE.plus(SECOND));
        assertThat(waits).isEqualTo(new WaitTimes(waits.quota(), Duration.ZERO, Duration.ZERO));
    }

    @Test
    void waitThatEndsInVainIsCountedToo() throws Exception {
        Dispatcher dispatcher = dispatcher(1, 1);
        send(dispatcher, response(200));
        Sleeper stopping = time -> {
            now = now.plus(SECOND);
            return false;
        };
        Transport paced = new PacingTransport(request -> null, dispatcher, "route", LIMITS, stopping);

        TransportException e = catchThrowableOfType(TransportException.class, () -> paced.send(REQUEST));

        assertThat(e.history().waits()).isEqualTo(WaitTimes.ofQuota(SECOND));
    }

    @Test
    void waitForAConnectionIsNoneForQuota() throws Exception {
        Dispatcher dispatcher = dispatcher(0, 1);
        Permit held = dispatcher.tryNow();
        Sleeper untilFree = time -> {
            now = now.plus(SECOND);
            dispatcher.unused(held);
            return true;
        };

        Permit permit = dispatcher.acquire("route", MINUTE, untilFree);

        assertThat(permit.waits()).isEqualTo(WaitTimes.ofConnection(SECOND));
    }

    @Test
    void waitAfterARefusalIsOneForQuotaAndThatAfterAFailureIsNot() throws Exception {
        Dispatcher dispatcher = dispatcher(0, 1);
        Instant begin = now;

        History history = send(dispatcher, response(429), response(503), response(200));

        assertThat(history.attempts()).isEqualTo(3);
        assertThat(history.waits().quota()).isPositive();
        assertThat(history.waits().retry()).isPositive();
        assertThat(history.waits().quota().plus(history.waits().retry())).isEqualTo(Duration.between(begin, now));
    }

    @Test
    void waitBeforeARedirectIsNotForgotten() throws Exception {
        Response redirect = new Response(302, List.of(new NameValue("Location", "/crm/sales/api/y")), new byte[0]);
        Deque<Response> both =
                new ArrayDeque<>(List.of(redirect.after(History.FIRST.plus(WaitTimes.ofQuota(SECOND))), response(200)));
        ApiRoot root = ApiRoot.of("acme.myfreshworks.com", List.of());

        Response last = new RedirectingTransport(root, request -> both.poll()).send(REQUEST);

        assertThat(last.status()).isEqualTo(200);
        assertThat(last.history().waits()).isEqualTo(WaitTimes.ofQuota(SECOND));
    }
}
