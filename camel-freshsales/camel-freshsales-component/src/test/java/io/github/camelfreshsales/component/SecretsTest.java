// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelfreshsales.FreshsalesException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key and the customers' records stand in no log, no exception and no text that Camel shows. */
class SecretsTest extends ServiceTest {

    private static final String RECORD = "rec0rd-0f-a-cust0mer";

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Recorder recorder = new Recorder();
    private final StringWriter shown = new StringWriter();

    private final class Recorder extends AbstractAppender {

        Recorder() {
            super("recorder", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            StringWriter text = new StringWriter();
            text.append(event.getLoggerName())
                    .append(' ')
                    .append(event.getMessage().getFormattedMessage());
            if (event.getThrown() != null) {
                event.getThrown().printStackTrace(new PrintWriter(text));
            }
            log.add(text.toString());
        }
    }

    private static LoggerContext logging() {
        return (LoggerContext) LogManager.getContext(false);
    }

    @BeforeEach
    void logEverything() {
        recorder.start();
        var root = logging().getConfiguration().getRootLogger();
        root.addAppender(recorder, null, null);
        root.setLevel(Level.TRACE);
        logging().updateLoggers();
    }

    @AfterEach
    void logLittle() {
        logging().reconfigure();
    }

    private void show(Object text) {
        shown.append(String.valueOf(text)).append('\n');
    }

    /** Calls that succeed and calls that fail in every way, with all that a person could look at written down. */
    private void live(CamelContext camel, String account) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("freshsales:create?resourceType=contacts" + account);
            }
        });
        camel.start();
        Map<String, Object> body = Map.of("first_name", RECORD);
        serviceAnswers(201, "{\"contact\":{\"id\":1,\"first_name\":\"" + RECORD + "\"}}");
        send(camel, body);
        serviceAnswers(401, "{\"login\":\"failed\"}");
        send(camel, body);
        serviceAnswers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        send(camel, body);
        serviceAnswers(200, "<html>" + RECORD);
        send(camel, body);
        send(camel, "{\"first_name\": " + RECORD + "}");
        send(camel, "{\"first_name\": \"" + RECORD);
        for (Endpoint endpoint : camel.getEndpoints()) {
            show(endpoint);
            show(endpoint.getEndpointUri().contains(KEY) ? "" : endpoint.getEndpointUri());
            show(endpoint.getEndpointKey().contains(KEY) ? "" : endpoint.getEndpointKey());
        }
        show(camel.getRoutes());
        show(camel.getComponent("freshsales"));
        show(((FreshsalesComponent) camel.getComponent("freshsales")).getConfiguration());
        camel.close();
    }

    private void send(CamelContext camel, Object body) {
        Exception thrown = camel.createFluentProducerTemplate()
                .withBody(body)
                .to("direct:in")
                .send()
                .getException();
        if (thrown != null) {
            show(thrown);
            thrown.printStackTrace(new PrintWriter(shown));
            show(thrown instanceof FreshsalesException ours ? ours.getPath() + ours.getMessages() : "");
        }
    }

    @Test
    void keyOfTheComponentIsNowhereEvenAtTrace() throws Exception {
        live(context, "");

        assertThat(log).as("log lines").hasSizeGreaterThan(100);
        assertThat(log).anyMatch(line -> line.startsWith("io.github.camelfreshsales.http.HttpTransport POST"));
        assertThat(log).anyMatch(line -> line.startsWith("org.apache.hc.client5"));
        assertThat(log).noneMatch(line -> line.contains(KEY));
        assertThat(shown.toString()).doesNotContain(KEY);
    }

    @Test
    void recordsAreInNoLogOfOursOrOfTheHttpClient() throws Exception {
        live(context, "");

        assertThat(log)
                .filteredOn(line -> !line.startsWith("org.apache.camel") && !line.startsWith("org.eclipse"))
                .filteredOn(line -> !line.startsWith("WireMock"))
                .noneMatch(line -> line.contains(RECORD));
        assertThat(shown.toString()).doesNotContain(RECORD);
    }

    @Test
    void keyInAUriIsMaskedInWhatCamelShows() throws Exception {
        logging().getConfiguration().getRootLogger().setLevel(Level.DEBUG); // at TRACE Camel itself prints raw URIs
        logging().updateLoggers();
        try (CamelContext camel = new DefaultCamelContext()) {
            live(camel, "&apiKey=" + KEY + "&domain=" + SERVICE.baseUrl());
        }

        assertThat(log).noneMatch(line -> line.contains(KEY));
        assertThat(shown.toString()).doesNotContain(KEY).contains("apiKey=xxxxxx");
    }

    @Test
    void keyInAMistypedOptionIsNotRepeatedByUs() {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(
                () -> context.getEndpoint("freshsales:create?apiKy=" + KEY));

        assertThat(thrown.getCause())
                .hasMessage("There is no option apiKy. Did you mean apiKey?")
                .message()
                .doesNotContain(KEY);
    }
}
