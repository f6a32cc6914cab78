// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static io.github.camelfreshsales.http.AccountSimulation.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelfreshsales.AccountQuota;
import io.github.camelfreshsales.QuotaLimits;
import io.github.camelfreshsales.RemainingCalls;
import io.github.camelfreshsales.SharedQuota;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An account whose calls somebody else counts. */
@Timeout(60)
class SharedQuotaTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final QuotaLimits LIMITS = new QuotaLimits(1_000, 400, 7);

    private final InstantSource clock = () -> AccountSimulation.NINE;
    private final List<String> woken = new ArrayList<>();
    private final Pot pot = new Pot();
    private final Quota quota = Quota.sharedBy(pot, "https://acme.example/api", LIMITS, clock);
    private final Dispatcher dispatcher = new Dispatcher(quota, 5, MINUTE, clock);

    /** So many calls, and nothing that comes back by itself. */
    private static final class Pot implements SharedQuota, AccountQuota {

        private final List<Object> opened = new ArrayList<>();
        private final List<RemainingCalls> learned = new ArrayList<>();
        private Runnable room;
        private int calls;
        private boolean closed;

        @Override
        public AccountQuota open(String apiRoot, QuotaLimits limits, Runnable whenRoomComes) {
            opened.addAll(List.of(apiRoot, limits));
            room = whenRoomComes;
            return this;
        }

        @Override
        public Duration take() {
            if (calls == 0) {
                return MINUTE;
            }
            calls--;
            return Duration.ZERO;
        }

        @Override
        public Duration delay(int before) {
            return before < calls ? Duration.ZERO : MINUTE;
        }

        @Override
        public int left() {
            return calls;
        }

        @Override
        public void unused() {
            calls++;
        }

        @Override
        public void learn(RemainingCalls remaining) {
            learned.add(remaining);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private Dispatcher.Waiting join(String route) throws TransportException {
        return dispatcher.join(route, MINUTE, () -> woken.add(route));
    }

    @Test
    void limitsAreForThoseWhoShareThem() {
        assertThat(pot.opened).containsExactly("https://acme.example/api", LIMITS);
        pot.calls = 2_000;

        for (int i = 0; i < 2_000; i++) {
            dispatcher.ended(dispatcher.tryNow(), response(200), SECOND);
        }

        assertThat(dispatcher.tryNow()).isNull();
    }

    @Test
    void callsGoInTurnWhenRoomComes() throws Exception {
        List<Dispatcher.Waiting> waiting = List.of(join("flood"), join("flood"), join("other"));
        assertThat(dispatcher.untilNextTry(waiting.get(0))).isEqualTo(MINUTE);

        pot.calls = 2;
        pot.room.run();

        assertThat(waiting).extracting(Dispatcher.Waiting::isGranted).containsExactly(true, false, true);
        assertThat(woken).contains("flood", "other");
    }

    @Test
    void callWhoseTurnComesTooLateFailsWithoutARequest() {
        TransportException e =
                catchThrowableOfType(TransportException.class, () -> dispatcher.join("x", SECOND, () -> {}));

        assertThat(e).hasMessageContaining("the next one is free in 60 s, beyond maxQuotaWait");
        assertThat(e.retryAfter()).isEqualTo(MINUTE);
    }

    @Test
    void callThatNeverWentOutIsGivenBack() {
        pot.calls = 1;

        dispatcher.unused(dispatcher.tryNow());

        assertThat(pot.calls).isEqualTo(1);
        assertThat(dispatcher.tryNow()).isNotNull();
    }

    @Test
    void callThatRestsAfterARefusalTakesNothingFromTheOthers() {
        pot.calls = 2;
        dispatcher.ended(dispatcher.tryNow(), response(429), SECOND);

        assertThat(dispatcher.tryNow()).isNull();

        assertThat(pot.calls).isEqualTo(1);
        assertThat(quota.delay(0)).isEqualTo(SECOND);
    }

    @Test
    void othersLearnWhatAResponseSaysOfTheHour() {
        pot.calls = 3;
        Permit permit = dispatcher.tryNow();
        dispatcher.tryNow();
        dispatcher.ended(permit, response(200, hour("900")), SECOND);
        dispatcher.ended(
                dispatcher.tryNow(),
                response(200, "X-RateLimit-Limit", "400", "X-RateLimit-Remaining", "9", "X-RateLimit-Reset", "30"),
                SECOND);

        assertThat(pot.learned).containsExactly(new RemainingCalls(900, Duration.ofSeconds(1_801), 1));
    }

    private static String[] hour(String remaining) {
        return new String[] {
            "X-RateLimit-Limit", "1000", "X-RateLimit-Remaining", remaining, "X-RateLimit-Reset", "1800"
        };
    }

    @Test
    void whatIsLeftIsWhatTheOthersLeave() {
        pot.calls = 41;

        assertThat(quota.left()).isEqualTo(new Quota.Left(41, null, null));
        assertThat(quota.limits()).isEqualTo(new Quota.Known(993, 393));
    }

    @Test
    void closesWithTheAccount() {
        quota.close();

        assertThat(pot.closed).isTrue();
    }
}
