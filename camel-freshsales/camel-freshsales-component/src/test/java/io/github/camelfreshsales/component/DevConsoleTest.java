// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.watch.CursorReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.Jsoner;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The dev console, found as an application finds it. The outputs are those that the manual shows. */
class DevConsoleTest extends WatchedAccountTest {

    private final Supplier<CursorReport> cursor =
            () -> new CursorReport("follow-deals", "deals", NOON.minusSeconds(72), Duration.ofSeconds(72));

    private Object console(DevConsole.MediaType form) {
        DevConsole console = context.getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("freshsales");
        return console.call(form, Map.of());
    }

    private String text() {
        return (String) console(DevConsole.MediaType.TEXT);
    }

    private List<Map<String, Object>> accounts() {
        return (List<Map<String, Object>>) ((Map<?, ?>) console(DevConsole.MediaType.JSON)).get("accounts");
    }

    private Map<String, Object> onlyAccount() {
        assertThat(accounts()).hasSize(1);
        return accounts().get(0);
    }

    private String withoutPort(String text) {
        return text.replace(simulator.apiRoot(), "https://acme.myfreshworks.com/crm/sales/api");
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = DevConsoleTest.class.getResourceAsStream("/manual/operating/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void live() throws Exception {
        simulator.turnOn(Switch.QUOTA_HEADERS_ABSENT);
        component.setRequestsPerHour(5_000);
        component.setRequestsPerMinute(400);
        route("contacts", "freshsales:create?resourceType=contacts");
        route("owners", "freshsales:selector?selectorName=owners");
        context.start();
        sendContact("contacts");
        send("owners", null);
        simulator.trouble().answer(422);
        turnClock(12);
        sendContact("contacts");
        component.accounts().acquire(component.getConfiguration()).watch().addCursor(cursor);
    }

    @Test
    void accountIsShownAsText() throws Exception {
        live();

        assertThat(withoutPort(text())).isEqualTo(sample("console.txt"));
    }

    @Test
    void accountIsShownAsJson() throws Exception {
        live();

        String json = Jsoner.serialize(console(DevConsole.MediaType.JSON)).replace("\\/", "/");

        assertThat(Jsoner.deserialize(withoutPort(json))).isEqualTo(Jsoner.deserialize(sample("console.json")));
    }

    @Test
    void consoleWithoutAccountsIsEmpty() {
        context.start();

        assertThat(text()).isEmpty();
        assertThat((Map<?, ?>) console(DevConsole.MediaType.JSON)).isEqualTo(Map.of("accounts", List.of()));
    }

    @Test
    void whatIsNotKnownIsSaidSo() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        context.start();

        assertThat(text()).isEqualTo("""
                Account: %s
                    Calls: 0
                    Errors: 0
                    Quota left: not known
                    Waiting calls: 0
                    Jobs under way: 0
                    Last success: none
                    Last failure: none
                """.formatted(simulator.apiRoot()));
        assertThat(onlyAccount()).doesNotContainKeys("quotaLeft", "blockedUntil", "lastSuccess", "lastFailure");
    }

    @Test
    void accountsAndComponentsAreShownApart() throws Exception {
        addFreshsales("crm");
        route("contacts", "freshsales:create?resourceType=contacts");
        route("others", "freshsales:create?resourceType=contacts&apiKey=" + OTHER_KEY);
        route("deals", "crm:create?resourceType=deals");
        context.start();
        sendContact("others");

        assertThat(accounts()).extracting(account -> account.get("calls")).containsExactlyInAnyOrder(0L, 1L, 0L);
        assertThat(text().split("Account: ")).hasSize(4);
    }

    @Test
    void missingAnswersAndABlockedQuotaAreShown() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        component.setMaxQuotaWait(0);
        context.start();
        simulator.trouble().dropConnection().then().answer(429).retryAfter("90");
        sendContact("contacts");
        sendContact("contacts");

        assertThat(text())
                .contains("Calls: 2 (429: 1, no response: 1)\n")
                .contains("Quota left: 0 until 2026-03-01T12:02:00Z\n")
                .contains("Last failure: 429 at 2026-03-01T12:00:30Z\n");
        assertThat(onlyAccount())
                .containsEntry("callsWithoutResponse", 1L)
                .containsEntry("blockedUntil", "2026-03-01T12:02:00Z")
                .containsEntry("lastFailure", Map.of("at", "2026-03-01T12:00:30Z", "status", 429));
    }

    @Test
    void jobIsUnderWayUntilItHasEnded() throws Exception {
        List<Object> underWay = new CopyOnWriteArrayList<>();
        route("bulk", "freshsales:bulkUpsert?resourceType=contacts&jobPollInterval=100");
        simulator.jobsTakeLooks(2).trouble().answer(503).when(request -> {
            if (request.method().equals("GET")) {
                underWay.add(onlyAccount().get("jobsUnderWay"));
            }
            return false;
        });
        context.start();

        assertThat(send("bulk", List.of(Map.of("email", EMAIL))).getException()).isNull();

        assertThat(underWay).isNotEmpty().containsOnly(1L);
        assertThat(onlyAccount()).containsEntry("jobsUnderWay", 0L);
    }

    @Test
    void jobsOfACallThatBrokeAreNotUnderWayAnyMore() throws Exception {
        context.start();
        List<Object> underWay = new ArrayList<>();
        Iterator<Object> broken = Stream.<Object>generate(() -> Map.of("email", EMAIL))
                .limit(3)
                .peek(record -> {
                    if (simulator.requestCount() == 2) {
                        underWay.add(onlyAccount().get("jobsUnderWay"));
                        throw new AssertionError("not what a call expects of a body");
                    }
                })
                .iterator();

        Throwable thrown = catchThrowable(() -> context.createProducerTemplate()
                .requestBody("freshsales:bulkUpsert?resourceType=contacts&batchSize=1", broken));

        assertThat(thrown).hasStackTraceContaining("not what a call expects of a body");
        assertThat(underWay).containsExactly(2L);
        assertThat(onlyAccount()).containsEntry("jobsUnderWay", 0L);
    }

    @Test
    void callThatWaitsForItsTurnIsCounted() throws Exception {
        simulator.turnOn(Switch.QUOTA_HEADERS_ABSENT);
        component.setRequestsPerMinute(1);
        component.setMaxQuotaWait(600_000);
        route("contacts", "freshsales:create?resourceType=contacts");
        context.start();
        sendContact("contacts");
        assertThat(onlyAccount()).containsEntry("waitingCalls", 0L);

        CompletableFuture<Exchange> waiting = CompletableFuture.supplyAsync(() -> sendContact("contacts"));

        Awaitility.await().until(() -> onlyAccount().get("waitingCalls").equals(1L));
        assertThat(text()).contains("Waiting calls: 1\n");
        context.getRouteController().stopRoute("contacts");
        assertThat(waiting.get(10, TimeUnit.SECONDS).getException()).isNotNull();
        assertThat(component.accounts().reports())
                .as("the account goes with its last user")
                .isEmpty();
    }

    @Test
    void cursorThatWasRemovedIsNotShown() throws Exception {
        live();
        component.accounts().acquire(component.getConfiguration()).watch().removeCursor(cursor);

        assertThat(text()).doesNotContain("Cursor");
        assertThat((List<?>) onlyAccount().get("cursors")).isEmpty();
    }

    @Test
    void cursorBeforeTheFirstPollHasNoTime() throws Exception {
        live();
        component.accounts().acquire(component.getConfiguration()).watch().removeCursor(cursor);
        component
                .accounts()
                .acquire(component.getConfiguration())
                .watch()
                .addCursor(() -> new CursorReport("new", "leads", null, null));

        assertThat(text()).contains("    Cursor new: leads at before the first poll\n");
        assertThat((List<?>) onlyAccount().get("cursors"))
                .isEqualTo(List.of(Map.of("name", "new", "resourceType", "leads")));
    }
}
