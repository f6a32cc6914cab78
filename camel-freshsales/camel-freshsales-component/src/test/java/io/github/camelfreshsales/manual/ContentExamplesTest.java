// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelfreshsales.http.ApiRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the manual says is sent, is sent. */
class ContentExamplesTest extends ExampleTest {

    private static String text(String file) throws IOException {
        try (InputStream in = ContentExamplesTest.class.getResourceAsStream("/manual/formats/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The files have the line ends of the repository, and one at their end. */
    private static String inTheFormOfAFile(LoggedRequest request) {
        String sent = request.getBodyAsString().replace("\r\n", "\n");
        String type = request.getHeader("Content-Type");
        int boundary = type.indexOf("boundary=");
        sent = boundary < 0 ? sent : sent.replace(type.substring(boundary + "boundary=".length()), "b0undary");
        return sent.endsWith("\n") ? sent : sent + "\n";
    }

    private LoggedRequest sent(String uri, Object body) throws Exception {
        simulator.wireMock().stubFor(any(anyUrl()).willReturn(okJson("{}")));
        context.start();
        send(uri, body);
        List<LoggedRequest> requests = simulator.wireMock().findAll(anyRequestedFor(anyUrl()));
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "form", "multipart"})
    void recordIsSentAsTheManualShows(String format) throws Exception {
        LoggedRequest request =
                sent("freshsales:create?resourceType=contacts&contentFormat=" + format, text("record.json"));

        assertThat(inTheFormOfAFile(request)).isEqualTo(text("contact." + format + ".txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "form"})
    void listIsOneDocumentForRequest(String format) throws Exception {
        LoggedRequest request = sent("freshsales:request?path=import&contentFormat=" + format, text("records.json"));

        assertThat(inTheFormOfAFile(request)).isEqualTo(text("records." + format + ".txt"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/manual/payloads.csv", delimiter = '|', quoteCharacter = '\'', numLinesToSkip = 1)
    void payloadIsTheOneOfTheManual(String resourceType, String option, String body, String sent) throws Exception {
        String uri = "freshsales:create?resourceType=" + resourceType + "&" + option;

        assertThat(sent(uri, body).getBodyAsString()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/manual/custom-fields.csv", delimiter = '|', quoteCharacter = '\'', numLinesToSkip = 1)
    void customFieldsMoveAsTheManualSays(String resourceType, String body, String sent) throws Exception {
        String uri = "freshsales:create?resourceType=" + resourceType;

        if (sent.equals("(refused)")) {
            assertThatThrownBy(() -> sent(uri, body)).rootCause().hasMessageContaining("with different values");
            assertThat(simulator.requestCount()).isZero();
        } else {
            assertThat(sent(uri, body).getBodyAsString()).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/manual/domains.csv", delimiter = '|', quoteCharacter = '\'', numLinesToSkip = 1)
    void domainLeadsToTheApiRootOfTheManual(String domain, String root) {
        assertThat(ApiRoot.of(domain, List.of())).hasToString(root);
    }

    // tag::pojo-class[]
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Contact(
            long id,
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName) {}
    // end::pojo-class[]

    @Test
    void answerBecomesAnObject() throws Exception {
        long id = simulator.seed("contacts", Map.of("first_name", "Zoë", "last_name", "Moss"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // tag::pojo[]
                from("direct:contact")
                        .to("freshsales:get?resourceType=contacts&outputFormat=pojo&outputType="
                                + Contact.class.getName());
                // end::pojo[]
            }
        });
        context.start();

        Object body = send("direct:contact", null, Map.of("CamelFreshsalesRecordId", id))
                .getBody();

        assertThat(body).isEqualTo(new Contact(id, "Zoë", "Moss"));
    }

    @Test
    void dryRunShowsTheRequest() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // tag::dry-run[]
                from("direct:what-would-be-sent")
                        .to("freshsales:create?resourceType=contacts&contentFormat=form&dryRun=true")
                        .log("${body[method]} ${body[url]} ${body[headers]} ${body[body]}");
                // end::dry-run[]
            }
        });
        context.start();

        Map<?, ?> body =
                send("direct:what-would-be-sent", Map.of("last_name", "Moss")).getBody(Map.class);

        assertThat(simulator.requestCount()).isZero();
        assertThat(body.get("method")).isEqualTo("POST");
        assertThat(body.get("url")).isEqualTo(simulator.apiRoot() + "/contacts");
        assertThat(body.get("body")).isEqualTo("contact%5Blast_name%5D=Moss");
        assertThat(body.get("headers"))
                .asString()
                .contains("Token token=xxxxxx")
                .doesNotContain(simulator.apiKey());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {"map  | true", "json | false", "raw  | false"})
    void answerTakesTheFormThatIsAskedFor(String format, boolean map) throws Exception {
        long id = simulator.seed("contacts", Map.of("last_name", "Moss"));
        context.start();

        Object body = send(
                        "freshsales:get?resourceType=contacts&outputFormat=" + format,
                        null,
                        Map.of("CamelFreshsalesRecordId", id))
                .getBody();

        assertThat(body instanceof Map).isEqualTo(map);
        if (format.equals("json")) {
            assertThat(body).asString().startsWith("{\"id\":" + id).contains("\"last_name\":\"Moss\"");
        }
        if (format.equals("raw")) {
            assertThat(new String((byte[]) body, StandardCharsets.UTF_8)).startsWith("{\"contact\":{");
        }
    }
}
