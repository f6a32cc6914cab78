// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.component.RecordedSpans.RecordedSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContextAware;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The spans of calls, as camel-telemetry makes them. */
class SpanTest extends WatchedAccountTest {

    private final RecordedSpans tracer = new RecordedSpans();

    @BeforeEach
    void trace() {
        CamelContextAware.trySetCamelContext(tracer, context);
        tracer.init(context);
    }

    private RecordedSpan onlySpan() {
        assertThat(tracer.ofFreshsales()).hasSize(1);
        return tracer.ofFreshsales().get(0);
    }

    @Test
    void spanIsNamedAfterOperationAndResource() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        context.start();
        String exchange = sendContact("contacts").getExchangeId();

        RecordedSpan span = onlySpan();

        assertThat(span.name()).isEqualTo("freshsales create contacts");
        assertThat(span.tags())
                .isEqualTo(Map.ofEntries(
                        Map.entry("component", "camel-freshsales"),
                        Map.entry("camel.uri", "freshsales://create"),
                        Map.entry("exchangeId", exchange),
                        Map.entry("freshsales.attempts", "1"),
                        Map.entry("freshsales.resource_type", "contacts"),
                        Map.entry("freshsales.waited_ms", "0"),
                        Map.entry("http.status_code", "201"),
                        Map.entry("op", "EVENT_SENT"),
                        Map.entry("server.address", simulator.apiRoot()),
                        Map.entry("server.protocol", "rest"),
                        Map.entry("url.path", "create"),
                        Map.entry("url.scheme", "freshsales")));
        assertThat(span.failed()[0]).isFalse();
        assertThat(span.logs()).isEmpty();
    }

    @Test
    void failureTellsItsStatusAndNotItsWords() throws Exception {
        route("contact", "freshsales:get?resourceType=contacts&recordId=70041234567");
        context.start();
        send("contact", null);

        RecordedSpan span = onlySpan();

        assertThat(span.tags()).containsEntry("http.status_code", "404");
        assertThat(span.failed()[0]).isTrue();
        assertThat(span.logs())
                .containsExactly(Map.of("event", "error", "error.kind", FreshsalesException.class.getName()));
        assertThat(span.toString()).doesNotContain("70041234567");
    }

    @Test
    void missingAnswerHasNoStatus() throws Exception {
        route("contacts", "freshsales:create?resourceType=contacts");
        context.start();
        simulator.trouble().dropConnection();
        sendContact("contacts");

        assertThat(onlySpan().tags()).doesNotContainKey("http.status_code");
        assertThat(onlySpan().failed()[0]).isTrue();
    }

    @Test
    void failureTellsItsAttemptsAndWaits() throws Exception {
        runClock();
        route("contacts", "freshsales:list?resourceType=contacts&viewId=1");
        context.start();
        simulator.trouble().answer(503).times(2);
        send("contacts", null);

        assertThat(onlySpan().tags()).containsEntry("freshsales.attempts", "2");
        assertThat(Long.parseLong(onlySpan().tags().get("freshsales.waited_ms")))
                .isPositive();
    }

    @Test
    void manyRecordsAreCountedAndTheirJobsAreNamed() throws Exception {
        route("bulk", "freshsales:bulkUpsert?resourceType=contacts&batchSize=1&jobPollInterval=100");
        context.start();
        List<Map<String, String>> records = IntStream.range(0, 12)
                .mapToObj(i -> Map.of("email", "person" + i + "@customer.example"))
                .toList();
        send("bulk", records);

        assertThat(onlySpan().tags())
                .containsEntry("freshsales.records.succeeded", "12")
                .containsEntry("freshsales.jobs", "12")
                .doesNotContainKeys(
                        "freshsales.records.failed", "freshsales.records.unknown", "freshsales.records.unchanged");
        assertThat(onlySpan().tags().get("freshsales.job_ids").split(",")).hasSize(10);
    }

    @Test
    void recordsThatAreLeftOutAreCounted() throws Exception {
        context.getRegistry().bind("sent", new SentMemory());
        route("bulk", "freshsales:bulkUpsert?resourceType=contacts&sentRepository=#sent&skipUnchanged=true");
        context.start();
        Map<String, String> person = Map.of("email", "person@customer.example");
        send("bulk", List.of(person));

        send("bulk", List.of(person, person));

        assertThat(tracer.ofFreshsales()).hasSize(2);
        assertThat(tracer.ofFreshsales().get(1).tags())
                .containsEntry("freshsales.records.unchanged", "2")
                .doesNotContainKey("freshsales.records.succeeded");
    }

    @Test
    void callThatWasRefusedBeforeAnyRequestHasNoAttempts() throws Exception {
        route("contact", "freshsales:get?resourceType=contacts");
        context.start();
        send("contact", null);

        assertThat(onlySpan().tags()).containsEntry("freshsales.attempts", "0");
    }

    @Test
    void resourceTypeOfAMessageWinsUnlessItLooksLikeSomethingElse() throws Exception {
        route("any", "freshsales:create");
        context.start();
        for (String given : new String[] {"deals", EMAIL}) {
            context.createFluentProducerTemplate()
                    .withBody(Map.of("name", "Shelves"))
                    .withHeader("CamelFreshsalesResourceType", given)
                    .to("direct:any")
                    .send();
        }

        assertThat(tracer.ofFreshsales())
                .extracting(RecordedSpan::name)
                .containsExactly("freshsales create deals", "freshsales create");
        assertThat(tracer.ofFreshsales().get(1).tags()).doesNotContainKey("freshsales.resource_type");
    }
}
