package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an account has left, in simulated hours. */
class QuotaTest {

    private static final Instant NINE = Instant.parse("2026-03-05T09:00:00Z");
    private static final Duration FOREVER = Duration.ofDays(9);

    private static Response answer(int status, String... headers) {
        List<NameValue> all = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(new NameValue(headers[i], headers[i + 1]));
        }
        return new Response(status, all, new byte[0]);
    }

    private static Duration delay(Quota quota, Instant now) {
        return quota.next(now, FOREVER).delay();
    }

    @Test
    void nothingIsHeldBackWhileNothingIsKnown() {
        Quota quota = new Quota(0, 0, 0);

        for (int i = 0; i < 10_000; i++) {
            assertThat(delay(quota, NINE)).isZero();
            quota.learn(NINE, answer(200));
        }
    }

    @Test
    void callBeyondTheLimitWaitsForTheWindowToPass() {
        Quota quota = new Quota(0, 3, 0);

        assertThat(delay(quota, NINE)).isZero();
        assertThat(delay(quota, NINE.plusSeconds(10))).isZero();
        assertThat(delay(quota, NINE.plusSeconds(20))).isZero();

        assertThat(delay(quota, NINE.plusSeconds(30))).isEqualTo(Duration.ofSeconds(31));
        assertThat(delay(quota, NINE.plusSeconds(31)))
                .as("behind the one that asked before")
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void reserveIsLeftToOthers() {
        Quota quota = new Quota(0, 3, 2);

        assertThat(delay(quota, NINE)).isZero();
        assertThat(delay(quota, NINE)).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void turnThatIsTooFarAwayIsNotTaken() {
        Quota quota = new Quota(1, 0, 0);
        quota.next(NINE, FOREVER);

        Quota.Turn refused = quota.next(NINE, Duration.ofMinutes(1));

        assertThat(refused).isEqualTo(new Quota.Turn(Duration.ofSeconds(3_601), false));
        assertThat(quota.next(NINE.plusSeconds(3_601), Duration.ZERO).granted()).isTrue();
    }

    @Test
    void hourAndMinuteBothCount() {
        Quota quota = new Quota(3, 2, 0);
        quota.next(NINE, FOREVER);
        quota.next(NINE, FOREVER);

        assertThat(delay(quota, NINE)).isEqualTo(Duration.ofSeconds(61));
        assertThat(delay(quota, NINE)).isEqualTo(Duration.ofSeconds(3_601));
    }

    @ParameterizedTest
    @CsvSource({
        "X-RateLimit-Reset, 300,           300",
        "X-RateLimit-Reset, 1772702100,    900",
        "X-RateLimit-Reset, 050326091000,  600",
        "X-RateLimit-Reset, 2026-03-05T09:20:00Z, 1200",
        "RateLimit-Reset,   42,            42",
        "X-RateLimit-Reset, soon,          3601",
        "X-RateLimit-Reset, 010120000000,  3601",
        "X-Other,           1,             3601"
    })
    void usedUpWindowIsWaitedFor(String header, String reset, long seconds) {
        Quota quota = new Quota(0, 0, 0);
        String family = header.startsWith("RateLimit") ? "RateLimit-" : "x-ratelimit-";

        quota.learn(NINE, answer(200, family + "Limit", "1000", family + "Remaining", "0", header, reset));

        assertThat(delay(quota, NINE)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void limitOfTheAnswersIsKept() {
        Quota quota = new Quota(0, 0, 0);
        quota.learn(NINE, answer(200, "X-RateLimit-Limit", "400", "X-RateLimit-Remaining", "399"));

        for (int i = 0; i < 400; i++) {
            assertThat(delay(quota, NINE)).isZero();
        }
        assertThat(delay(quota, NINE)).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void retryAfterHoldsEverybodyBack() {
        Quota quota = new Quota(0, 0, 0);
        quota.next(NINE, FOREVER);

        quota.learn(NINE, answer(429, "Retry-After", "120"));

        assertThat(delay(quota, NINE.plusSeconds(20))).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void refusalAfterFewCallsTeachesNothingForOthersHaveUsedTheAccountUp() {
        Quota quota = new Quota(0, 0, 0);
        quota.next(NINE, FOREVER);

        quota.learn(NINE, answer(429));

        assertThat(delay(quota, NINE)).isZero();
    }

    @Test
    void callThatFindsNoQuotaFailsWithoutARequest() {
        List<Request> sent = new ArrayList<>();
        Transport paced = new PacingTransport(
                request -> {
                    sent.add(request);
                    return answer(200);
                },
                new Quota(1, 0, 0),
                Duration.ofSeconds(60),
                () -> NINE,
                time -> true);
        Request request = Request.to("GET", List.of("x")).build();

        assertThat(catchThrowableOfType(TransportException.class, () -> {
                    paced.send(request);
                    paced.send(request);
                }))
                .hasMessageContaining("the next one is free in 3601 s, beyond maxQuotaWait")
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(3_601)));
        assertThat(sent).hasSize(1);
    }

    // --- a simulated day

    /** A service with windows that begin at the top of the minute and the hour. */
    private static final class Service implements Transport {

        private final int perHour;
        private final int perMinute;
        private final Duration offset;
        private final Clock clock;
        private Instant hour = Instant.EPOCH;
        private Instant minute = Instant.EPOCH;
        private int inHour;
        private int inMinute;
        private int answered;
        private int refused;

        Service(int perHour, int perMinute, Duration offset, Clock clock) {
            this.perHour = perHour;
            this.perMinute = perMinute;
            this.offset = offset;
            this.clock = clock;
        }

        @Override
        public Response send(Request request) {
            Instant now = clock.now.plus(offset);
            if (!now.truncatedTo(ChronoUnit.HOURS).equals(hour)) {
                hour = now.truncatedTo(ChronoUnit.HOURS);
                inHour = 0;
            }
            if (!now.truncatedTo(ChronoUnit.MINUTES).equals(minute)) {
                minute = now.truncatedTo(ChronoUnit.MINUTES);
                inMinute = 0;
            }
            if (perHour > 0 && inHour >= perHour || perMinute > 0 && inMinute >= perMinute) {
                refused++;
                return answer(429);
            }
            inHour++;
            inMinute++;
            answered++;
            return answer(200);
        }
    }

    private static final class Clock {
        private Instant now = NINE;
    }

    /** A route that wants to call again some time after its last call. */
    private record Caller(String name, Duration pause, Instant at) {}

    /** Lets routes call for a day. A caller that cannot go now comes back when its turn is. */
    private static void day(Quota quota, Service service, Clock clock, List<Caller> callers, List<String> log) {
        PriorityQueue<Caller> agenda = new PriorityQueue<>(Comparator.comparing(Caller::at));
        agenda.addAll(callers);
        Instant end = NINE.plus(Duration.ofDays(1));
        while (agenda.peek().at().isBefore(end)) {
            Caller caller = agenda.poll();
            Instant now = caller.at();
            Quota.Turn turn = quota.next(now, Duration.ofSeconds(60));
            Instant next = now.plus(turn.delay());
            if (turn.granted()) {
                clock.now = next;
                Response response = service.send(null);
                quota.learn(next, response);
                log.add(response.status() == 200 ? caller.name() : "refused");
            }
            agenda.add(new Caller(caller.name(), caller.pause(), next.plus(caller.pause())));
        }
    }

    private static List<Caller> routes() {
        return List.of(
                new Caller("bulk", Duration.ofMillis(20), NINE),
                new Caller("steady", Duration.ofSeconds(5), NINE),
                new Caller("rare", Duration.ofMinutes(7), NINE));
    }

    @ParameterizedTest
    @CsvSource({"1000, 0, 0", "5000, 400, 0", "1000, 400, 1234", "0, 400, 30", "2000, 400, 3599"})
    void knownLimitsAreNeverExceededOnADay(int perHour, int perMinute, int offsetSeconds) {
        Clock clock = new Clock();
        Service service = new Service(perHour, perMinute, Duration.ofSeconds(offsetSeconds), clock);
        List<String> log = new ArrayList<>();

        day(new Quota(perHour, perMinute, 0), service, clock, routes(), log);

        assertThat(service.refused).isZero();
        int most = perHour > 0 ? 24 * perHour : 24 * 60 * perMinute;
        assertThat(service.answered).as("what the account has is used").isGreaterThan(most * 9 / 10);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "5000, 0", "0, 400", "2000, 400"})
    void unknownLimitsAreLearnedFromTheFirstRefusals(int perHour, int perMinute) {
        Clock clock = new Clock();
        Service service = new Service(perHour, perMinute, Duration.ZERO, clock);
        List<String> log = new ArrayList<>();

        day(new Quota(0, 0, 0), service, clock, routes(), log);

        assertThat(service.refused).as("refusals of a whole day").isBetween(1, 3);
        int most = perHour > 0 ? 24 * perHour : 24 * 60 * perMinute;
        assertThat(service.answered).isGreaterThan(most * 8 / 10);
    }

    @Test
    void routeThatSendsMuchDoesNotStarveTheOthers() {
        Clock clock = new Clock();
        List<String> log = new ArrayList<>();

        day(new Quota(0, 400, 0), new Service(0, 400, Duration.ZERO, clock), clock, routes(), log);

        assertThat(log.stream().filter("steady"::equals).count()).isGreaterThan(1_000);
        assertThat(log.stream().filter("rare"::equals).count()).isGreaterThan(150);
    }

    @Test
    void whatWasLearnedIsForgottenAfterADay() {
        Quota quota = new Quota(0, 0, 0);
        quota.learn(NINE, answer(200, "X-RateLimit-Limit", "1"));
        delay(quota, NINE);
        assertThat(delay(quota, NINE)).isPositive();

        Instant nextDay = NINE.plus(Duration.ofDays(1));
        delay(quota, nextDay);
        assertThat(delay(quota, nextDay)).isZero();
    }
}
