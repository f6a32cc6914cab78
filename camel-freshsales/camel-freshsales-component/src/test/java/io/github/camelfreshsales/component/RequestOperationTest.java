// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manual mode: any method, path, format and headers within the account. */
class RequestOperationTest extends ServiceTest {

    @ParameterizedTest
    @CsvSource({
        "'',      '',          GET",
        "'',      '{\"a\":1}', POST",
        "PUT,     '{\"a\":1}', PUT",
        "patch,   '{\"a\":1}', PATCH",
        "DELETE,  '',          DELETE",
        "OPTIONS, '',          OPTIONS",
        "HEAD,    '',          HEAD",
        "GET,     '{\"a\":1}', GET",
        "'',      ' ',         GET"
    })
    void methodIsTheOneGivenElseFollowsFromTheBody(String method, String body, String sent) {
        serviceAnswers(200, sent.equals("HEAD") ? "" : "{}");
        Object message = body.isEmpty() ? null : body;

        call("freshsales:request?path=contacts/7" + (method.isEmpty() ? "" : "&method=" + method), message);
        Map<String, Object> headers = method.isEmpty() ? Map.of() : Map.of(FreshsalesConstants.METHOD, method);
        call("freshsales:request?path=contacts/7", message, headers);

        assertThat(arrived()).hasSize(2).allSatisfy(request -> {
            assertThat(request.getMethod().getName()).isEqualTo(sent);
            assertThat(request.getUrl()).isEqualTo("/crm/sales/api/contacts/7");
            boolean carries = List.of("POST", "PUT", "PATCH").contains(sent);
            assertThat(request.getBodyAsString()).isEqualTo(carries ? "{\"a\":1}" : "");
            assertThat(request.getHeader("Authorization")).isEqualTo("Token token=" + KEY);
        });
    }

    @Test
    void neitherWrapsNorNestsNorUnwraps() {
        serviceAnswers(200, "{\"contact\":{\"id\":1},\"meta\":{}}");

        Exchange result = send("freshsales:request?path=contacts&resourceType=contacts", "{\"cf_a\":null}", Map.of());

        assertThat(onlyRequest().getBodyAsString()).isEqualTo("{\"cf_a\":null}");
        assertThat(result.getMessage().getBody()).isEqualTo(Map.of("contact", Map.of("id", 1L), "meta", Map.of()));
        assertThat(result.getMessage().getHeaders())
                .containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE, FreshsalesConstants.ATTEMPTS);
    }

    @Test
    void queryInThePathIsMergedWithTheParameters() {
        serviceAnswers(200, "[]");

        call(
                "freshsales:request?queryParameter.page=2",
                null,
                Map.of(FreshsalesConstants.PATH, "/lookup?q=a%26b&f=email"));

        assertThat(onlyRequest().getUrl()).isEqualTo("/crm/sales/api/lookup?q=a%26b&f=email&page=2");
    }

    @Test
    void completeAddressOfTheAccountMayLeaveTheApi() {
        serviceAnswers(200, "{}");
        String url = SERVICE.baseUrl() + "/crm/sales/deals/7/tasks?page=1";

        call("freshsales:request", null, Map.of(FreshsalesConstants.PATH, url));

        assertThat(onlyRequest().getUrl()).isEqualTo("/crm/sales/deals/7/tasks?page=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "json | application/json | [{\"a\":1},{\"a\":2}]",
                "xml  | application/xml  | <?xml version=\"1.0\" encoding=\"UTF-8\"?><records><record><a>1</a></record><record><a>2</a></record></records>"
            })
    void listMakesOneDocumentOfManyRecords(String format, String mediaType, String sent) {
        serviceAnswers(200, "{}");

        call("freshsales:request?path=import&contentFormat=" + format, List.of(Map.of("a", 1), Map.of("a", 2)));

        assertThat(onlyRequest().getHeader("Content-Type")).startsWith(mediaType);
        assertThat(onlyRequest().getBodyAsString().replace("\n", "")).isEqualTo(sent);
    }

    @Test
    void csvOfManyRecordsHasAllTheirColumns() {
        serviceAnswers(200, "{}");

        call(
                "freshsales:request?path=import&contentFormat=csv",
                List.of(Map.of("a", 1), "{\"b\":{\"c\":null,\"d\":[1,2]}}"));

        assertThat(onlyRequest().getBodyAsString().lines()).containsExactly("a,b.c,b.d", "1,,", ",,1;2");
    }

    @Test
    void rawSendsAnything() {
        serviceAnswers(200, "{}");

        call("freshsales:request?path=import&contentFormat=raw", new ByteArrayInputStream(new byte[] {9, 8}));
        call(
                "freshsales:request?path=import&contentFormat=raw&httpHeader.Content-Type=text/vcard;charset=ISO-8859-1",
                "é");

        assertThat(arrived().get(0).getHeader("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(arrived().get(0).getBody()).containsExactly(9, 8);
        assertThat(arrived().get(1).header("Content-Type").values()).containsExactly("text/vcard;charset=ISO-8859-1");
        assertThat(arrived().get(1).getBody()).isEqualTo("é".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void acceptHeaderCanBeSet() {
        serviceAnswers(aResponse().withHeader("Content-Type", "text/csv").withBody("a,b"));

        Object body = call("freshsales:request?path=export&outputFormat=raw&httpHeader.Accept=text/csv", null);

        assertThat(onlyRequest().header("Accept").values()).containsExactly("text/csv");
        assertThat(body).isEqualTo("a,b".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answerThatIsNotJsonNeedsTheRawFormat() {
        serviceAnswers(aResponse().withHeader("Content-Type", "text/csv").withBody("a,b"));

        assertThat(failure("freshsales:request?path=export", null))
                .hasMessageContaining(
                        "the response is not JSON (text/csv); outputFormat=raw gives any response as it is");
    }

    @Test
    void redirectWithinTheAccountIsFollowed() {
        SERVICE.stubFor(get(urlEqualTo("/crm/sales/api/old"))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "/crm/sales/api/new?x=1")));
        SERVICE.stubFor(
                get(urlEqualTo("/crm/sales/api/new?x=1")).willReturn(aResponse().withBody("{\"ok\":1}")));

        assertThat(call("freshsales:request?path=old", null)).isEqualTo(Map.of("ok", 1L));
        assertThat(arrived())
                .extracting(LoggedRequest::getUrl)
                .containsExactlyInAnyOrder("/crm/sales/api/old", "/crm/sales/api/new?x=1");
        assertThat(arrived()).allSatisfy(request -> assertThat(request.getHeader("Authorization"))
                .isEqualTo("Token token=" + KEY));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    '',    true",
        "PUT,    '',    true",
        "DELETE, '',    true",
        "POST,   '',    false",
        "PATCH,  '',    false",
        "POST,   true,  true",
        "GET,    false, false"
    })
    void repeatableDecidesWhatATroubledCallMeans(String method, String repeatable, boolean mayBeSentAgain) {
        serviceAnswers(503, "");
        String uri = "freshsales:request?path=x&method=" + method;
        Map<String, Object> header = new LinkedHashMap<>();
        if (!repeatable.isEmpty()) {
            header.put(FreshsalesConstants.REPEATABLE, repeatable);
        }

        FreshsalesException byHeader = failure(uri, Map.of("a", 1), header);
        FreshsalesException byOption =
                failure(repeatable.isEmpty() ? uri : uri + "&repeatable=" + repeatable, Map.of("a", 1));

        for (FreshsalesException e : List.of(byHeader, byOption)) {
            assertThat(e.isRetryable()).isEqualTo(mayBeSentAgain);
            assertThat(e.isOutcomeUnknown()).isEqualTo(!mayBeSentAgain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts/view/12%2034", "/contacts/view/12 34"})
    void segmentsAreEncodedOnce(String path) {
        serviceAnswers(200, "{}");

        call("freshsales:request", null, Map.of(FreshsalesConstants.PATH, path));

        assertThat(onlyRequest().getUrl()).isEqualTo("/crm/sales/api/contacts/view/12%2034");
    }

    private static final class WatchedStream extends ByteArrayInputStream {
        private boolean closed;

        WatchedStream(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void streamIsClosedAlsoWhenItIsNeverSent() {
        serviceAnswers(200, "{}");
        WatchedStream sent = new WatchedStream("x");
        WatchedStream shown = new WatchedStream("x");
        WatchedStream lost = new WatchedStream("x");

        call("freshsales:request?path=x&contentFormat=raw", sent);
        call("freshsales:request?path=x&contentFormat=raw&dryRun=true", shown);
        failure("freshsales:request?path=x&contentFormat=raw&domain=http://localhost:1&apiKey=0wn-k3y", lost);

        assertThat(List.of(sent.closed, shown.closed, lost.closed)).containsOnly(true);
    }

    @Test
    void documentThatBreaksOnItsWayIsAnUnknownOutcome() throws Exception {
        // a server of its own: half a request would reach the shared one at some time during the next test
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            component.getConfiguration().setDomain("http://127.0.0.1:" + server.getLocalPort());
            byte[] cut = "[{\"a\":1},{\"a\"".getBytes(StandardCharsets.UTF_8);

            FreshsalesException e = failure("freshsales:request?path=import", new ByteArrayInputStream(cut));

            assertThat(e)
                    .hasMessageContaining("the body broke while it was being sent")
                    .hasMessageContaining("cut off");
            assertThat(e.isOutcomeUnknown()).isTrue();
        }
    }
}
