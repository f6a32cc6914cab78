// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.watch.FreshsalesMeter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The meters of accounts, in the registry where Camel's own meters are. */
@Timeout(60)
class MetersTest extends WatchedAccountTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private void start() throws Exception {
        context.getRegistry().bind("metricsRegistry", registry);
        context.start();
    }

    private double timed(FreshsalesMeter meter, String... tags) {
        return registry.get(meter.meterName()).tags(tags).timer().count();
    }

    private double counted(FreshsalesMeter meter, String... tags) {
        return registry.get(meter.meterName()).tags(tags).counter().count();
    }

    private double gauged(FreshsalesMeter meter, String... tags) {
        return registry.get(meter.meterName()).tags(tags).gauge().value();
    }

    private List<String> values(String tag) {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getTag(tag))
                .filter(value -> value != null)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void requestsAreTimedByOperationResourceAndStatus() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        start();
        sendContact("contacts");
        send("contacts", Map.of("last_name", "Moss", "email", "a@b.example"));
        simulator.trouble().answer(422);
        sendContact("contacts");
        simulator.trouble().dropConnection();
        sendContact("contacts");

        String[] create = {"operation", "create", "resource", "contacts", "host", simulatorHost()};
        assertThat(timed(FreshsalesMeter.REQUESTS, with(create, "status", "201", "outcome", "SUCCESS")))
                .isEqualTo(2);
        assertThat(timed(FreshsalesMeter.REQUESTS, with(create, "status", "422", "outcome", "CLIENT_ERROR")))
                .isEqualTo(1);
        assertThat(timed(FreshsalesMeter.REQUESTS, with(create, "status", "none", "outcome", "UNKNOWN")))
                .isEqualTo(1);
        assertThat(registry.get("freshsales.requests").timers())
                .allMatch(timer -> timer.totalTime(TimeUnit.NANOSECONDS) > 0);
    }

    private String simulatorHost() {
        return URI.create(simulator.apiRoot()).getAuthority();
    }

    private static String[] with(String[] tags, String... more) {
        return Stream.concat(Arrays.stream(tags), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void pageForPeopleIsNoSuccess() throws Exception {
        route("contact", "freshsales:get?resourceType=contacts&recordId=1");
        start();
        simulator.trouble().answer(200).body("text/html", "<h1>Log in</h1>");
        send("contact", null);

        assertThat(timed(FreshsalesMeter.REQUESTS, "status", "200", "outcome", "UNKNOWN"))
                .isEqualTo(1);
    }

    @Test
    void wordsThatAMessageBringsMakeFewTags() throws Exception {
        route("any", "freshsales:get?recordId=1");
        start();
        IntStream.range(0, 50).forEach(i -> {
            get("things_" + i);
            get("cm_module_" + i);
        });
        get("accounts");
        get("sales_accounts");

        assertThat(values("resource")).containsExactly("custom_module", "other", "sales_accounts");
    }

    private void get(String resourceType) {
        context.createFluentProducerTemplate()
                .withHeader("CamelFreshsalesResourceType", resourceType)
                .to("direct:any")
                .send();
    }

    @Test
    void refusalsRetriesAndTheWaitForQuotaAreMetered() throws Exception {
        runClock();
        route("contacts", "freshsales:create?resourceType=contacts");
        start();
        simulator.trouble().answer(429);
        sendContact("contacts");

        assertThat(counted("freshsales.rate.limited")).isEqualTo(1);
        assertThat(counted(FreshsalesMeter.RETRIES, "operation", "create", "resource", "contacts"))
                .isEqualTo(1);
        assertThat(timed(FreshsalesMeter.WAITS, "reason", "quota")).isEqualTo(1);
    }

    private double counted(String functionCounter) {
        return registry.get(functionCounter).functionCounter().count();
    }

    @Test
    void quotaIsGaugedByWindow() throws Exception {
        simulator.turnOn(Switch.QUOTA_HEADERS_ABSENT);
        component.setRequestsPerHour(1_000);
        component.setQuotaReserve(100);
        route("contacts", "freshsales:create?resourceType=contacts");
        start();
        sendContact("contacts");

        assertThat(gauged(FreshsalesMeter.QUOTA_LIMIT, "window", "hour")).isEqualTo(900);
        assertThat(gauged(FreshsalesMeter.QUOTA_REMAINING, "window", "hour")).isEqualTo(899);
        assertThat(gauged(FreshsalesMeter.QUOTA_REMAINING, "window", "minute")).isNaN();
        assertThat(gauged(FreshsalesMeter.QUOTA_LIMIT, "window", "minute")).isNaN();
    }

    @Test
    void bulkIsMeteredByRecordsAndJobs() throws Exception {
        route("bulk", "freshsales:bulkUpsert?resourceType=contacts&jobPollInterval=100&batchSize=2");
        start();
        send("bulk", List.of(Map.of("email", "a@b.example"), Map.of("email", "c@d.example"), Map.of("email", EMAIL)));

        String[] bulk = {"operation", "bulkUpsert", "resource", "contacts"};
        assertThat(counted(FreshsalesMeter.RECORDS, with(bulk, "outcome", "succeeded")))
                .isEqualTo(3);
        assertThat(timed(FreshsalesMeter.JOBS, with(bulk, "outcome", "finished")))
                .isEqualTo(2);
        assertThat(gauged(FreshsalesMeter.JOBS_ACTIVE)).isZero();
    }

    @Test
    void jobThatIsLeftIsNotAFinishedOne() throws Exception {
        route("bulk", "freshsales:bulkUpsert?resourceType=contacts&jobPollInterval=100");
        start();
        simulator
                .trouble()
                .answer(404)
                .when(request -> request.method().equals("GET"))
                .forever();
        send("bulk", List.of(Map.of("email", EMAIL)));

        assertThat(timed(FreshsalesMeter.JOBS, "outcome", "left")).isEqualTo(1);
        assertThat(counted(FreshsalesMeter.RECORDS, "outcome", "unknown")).isEqualTo(1);
    }

    @Test
    void recordsThatGoOneByOneAreCountedToo() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts&stopOnRecordError=false");
        start();
        simulator.trouble().answer(422).then().work();
        send("contacts", List.of(Map.of("email", "a@b.example"), Map.of("last_name", "Moss", "email", EMAIL)));

        assertThat(counted(FreshsalesMeter.RECORDS, "operation", "create", "outcome", "failed"))
                .isEqualTo(1);
        assertThat(counted(FreshsalesMeter.RECORDS, "operation", "create", "outcome", "succeeded"))
                .isEqualTo(1);
    }

    @Test
    void lastSuccessIsATimeSince1970() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        start();
        assertThat(gauged(FreshsalesMeter.LAST_SUCCESS)).isNaN();

        sendContact("contacts");

        assertThat(registry.get("freshsales.last.success").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(NOON.getEpochSecond());
    }

    @Test
    void consumerIsMeteredWithItsOwnNameAndLag() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("freshsales:changes?resourceType=deals&stateKey=follow-deals&delay=10")
                        .routeId("deals")
                        .to("mock:deals");
            }
        });
        start();

        Awaitility.await().untilAsserted(() -> assertThat(
                        gauged(FreshsalesMeter.CURSOR_LAG, "cursor", "follow-deals", "resource", "deals"))
                .isNotNaN());
        assertThat(timed(FreshsalesMeter.REQUESTS, "operation", "changes", "resource", "deals", "status", "200"))
                .isPositive();
        assertThat(values("operation")).containsExactly("changes");
        context.getRouteController().stopRoute("deals");
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void everyMeterHasTheTagsOfItsRow() throws Exception {
        bulkIsMeteredByRecordsAndJobs();

        Map<String, FreshsalesMeter> rows = Arrays.stream(FreshsalesMeter.values())
                .collect(Collectors.toMap(FreshsalesMeter::meterName, Function.identity()));
        assertThat(registry.getMeters()).allSatisfy(meter -> {
            FreshsalesMeter row = rows.get(meter.getId().getName());
            assertThat(meter.getId().getTags().stream().map(Tag::getKey))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("host", "account"), row.tags().stream())
                                    .toList());
            assertThat(meter.getId().getDescription()).isEqualTo(row.description());
        });
    }

    @Test
    void accountsOfOneHostAreToldApartWithoutTheirKeys() throws Exception {
        addFreshsales("second");
        route("contacts", "freshsales:create?resourceType=contacts");
        route("others", "freshsales:create?resourceType=contacts&apiKey=" + OTHER_KEY);
        route("thirds", "second:create?resourceType=contacts");
        start();

        assertThat(values("account")).containsExactly("freshsales", "freshsales-2", "second");
        assertThat(registry.getMetersAsString()).doesNotContain(KEY, OTHER_KEY);
    }

    @Test
    void metersOfAnAccountGoWithItAndComeBackUnderTheSameName() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        route("others", "freshsales:create?resourceType=contacts&apiKey=" + OTHER_KEY);
        start();
        sendContact("contacts");
        sendContact("others");

        context.getRouteController().stopRoute("contacts");
        assertThat(values("account")).containsExactly("freshsales-2");
        context.getRouteController().startRoute("contacts");
        assertThat(values("account")).containsExactly("freshsales", "freshsales-2");
        context.stop();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void onlyRegistryOfAnApplicationIsTakenWhateverItsName() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        context.getRegistry().bind("any", registry);
        context.start();

        assertThat(registry.getMeters()).isNotEmpty();
    }

    @Test
    void withoutARegistryNothingIsMetered() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        context.start();

        assertThat(sendContact("contacts").getException()).isNull();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void callThatWaitsIsSeenWaiting() throws Exception {
        simulator.turnOn(Switch.QUOTA_HEADERS_ABSENT);
        component.setRequestsPerMinute(1);
        component.setMaxQuotaWait(Duration.ofMinutes(10).toMillis());
        route("contacts", "freshsales:create?resourceType=contacts");
        start();
        sendContact("contacts");
        Thread waiting = new Thread(() -> sendContact("contacts"));
        waiting.start();

        Awaitility.await().untilAsserted(() -> assertThat(gauged(FreshsalesMeter.CALLS_WAITING))
                .isEqualTo(1));
        context.stop();
        waiting.join();
    }
}
