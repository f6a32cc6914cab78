package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.component.RecordedSpans.RecordedSpan;
import java.util.Map;
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
                .isEqualTo(Map.of(
                        "component", "camel-freshsales",
                        "camel.uri", "freshsales://create",
                        "exchangeId", exchange,
                        "freshsales.resource_type", "contacts",
                        "http.status_code", "201",
                        "op", "EVENT_SENT",
                        "server.address", simulator.apiRoot(),
                        "server.protocol", "rest",
                        "url.path", "create",
                        "url.scheme", "freshsales"));
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
