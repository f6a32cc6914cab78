// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user gets wrong, and what the component tells. */
class BadInputTest extends ServiceTest {

    private static final String CREATE = "freshsales:create?resourceType=contacts";

    // --- found when the route starts

    private Throwable startOf(String uri) {
        return catchThrowable(() -> {
            var producer = context.getEndpoint(uri).createProducer();
            producer.start();
        });
    }

    @Test
    void domainIsMissing() {
        component.getConfiguration().setDomain(null);

        assertThat(startOf(CREATE))
                .hasMessageContaining("The option domain is missing")
                .hasMessageContaining("acme.myfreshworks.com/crm/sales");
    }

    @Test
    void keyIsMissing() {
        component.getConfiguration().setApiKey(null);

        assertThat(startOf(CREATE))
                .hasMessageContaining("The option apiKey is missing")
                .hasMessageContaining("Settings, API Settings");
    }

    @Test
    void plusInTheKeyBecameABlank() {
        assertThat(startOf(CREATE + "&apiKey=abc+def"))
                .hasMessageContaining("The option apiKey holds a blank")
                .hasMessageContaining("RAW(");
        assertThat(startOf(CREATE + "&apiKey=RAW(abc+def)")).isNull();
    }

    @Test
    void keyWithALineBreakIsRefusedWithoutShowingIt() {
        component.getConfiguration().setApiKey("s3cr€t");

        assertThat(startOf(CREATE))
                .hasMessageContaining("holds a character that no key has")
                .message()
                .doesNotContain("s3cr");
    }

    @ParameterizedTest
    @CsvSource({"creat, create", "Updte, update", "remove, ''", "pinng, ping"})
    void operationIsUnknown(String operation, String meant) {
        assertThat(startOf("freshsales:" + operation))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContaining("There is no operation " + operation + ".")
                .hasMessageContaining(
                        meant.isEmpty() ? "The operations are create, get" : "Did you mean " + meant + "?");
    }

    @Test
    void operationIsMissing() {
        assertThat(startOf("freshsales:?resourceType=contacts")).hasMessageContaining("The operation is missing");
    }

    @Test
    void optionIsMistyped() {
        assertThat(startOf("freshsales:create?resorceType=contacts"))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContaining("There is no option resorceType. Did you mean resourceType?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrap=sometimes        | The option wrap cannot be sometimes: it must be one of auto, always, never",
                "contentFormat=yaml    | The option contentFormat cannot be yaml: it must be one of json, xml, csv, form, multipart, raw",
                "dryRun=perhaps        | The option dryRun cannot be perhaps: it must be true or false",
                "page=first            | The option page cannot be first: it must be a whole number",
                "outputType=no.Such    | The option outputType cannot be no.Such: it must be the name of a class on the class path",
                "repeatable=perhaps    | The option repeatable must be true or false",
                "maxRetries=-1         | The options maxRetries, retryDelay and maxRetryDelay cannot be negative"
            })
    void valueOfAnOptionIsMistyped(String option, String message) {
        assertThat(startOf(CREATE + "&" + option)).hasMessageContaining(message);
    }

    @Test
    void httpToARealHost() {
        component.getConfiguration().setDomain("http://acme.myfreshworks.com");

        assertThat(startOf(CREATE)).hasMessageContaining("Use https://acme.myfreshworks.com");
    }

    @Test
    void hostIsNotTrusted() {
        assertThat(startOf(CREATE + "&domain=crm.example")).hasMessageContaining("trustedHosts");
        assertThat(startOf(CREATE + "&domain=crm.example&trustedHosts=crm.example&apiKey=0wn-k3y"))
                .isNull();
    }

    /** An endpoint may be made of the text of a message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain=crm.example&trustedHosts=crm.example",
                "domain=other.myfreshworks.com",
                "trustedHosts=crm.example",
                "domain=127.0.0.1:1"
            })
    void keyOfTheComponentGoesToItsOwnDomainOnly(String options) {
        assertThat(startOf(CREATE + "&" + options))
                .hasMessageContaining("need an apiKey of the endpoint's own")
                .hasMessageNotContaining(KEY);
        assertThat(startOf(CREATE + "&" + options + "&apiKey=0wn-k3y")).isNull();
    }

    @Test
    void sameDomainInOtherWordsNeedsNoKeyOfItsOwn() {
        assertThat(startOf(CREATE + "&domain=" + SERVICE.baseUrl() + "/crm/sales/api/"))
                .isNull();
    }

    /** Camel would take these for apiKey, and show them, since it does not know them as a secret. */
    @ParameterizedTest
    @ValueSource(strings = {"api-key", "API-KEY", "apikey", "Apikey", "webhook-verify-token", "resource-type"})
    void optionInAnotherSpellingIsRefused(String name) {
        assertThat(startOf("freshsales:create?" + name + "=x"))
                .hasStackTraceContaining("There is no option " + name + ". Did you mean");
    }

    @Test
    void authorizationHeaderInTheOptions() {
        assertThat(startOf(CREATE + "&httpHeader.Authorization=Bearer x"))
                .hasMessageContaining("The header Authorization cannot be set: the key comes from the option apiKey");
    }

    @Test
    void pojoWithoutAClass() {
        assertThat(startOf(CREATE + "&outputFormat=pojo")).hasMessageContaining("needs the option outputType");
    }

    @Test
    void proxyWithoutAPort() {
        FreshsalesComponent other = new FreshsalesComponent();
        other.setProxyHost("proxy.example");

        assertThat(catchThrowable(() -> {
                    context.addComponent("other", other);
                    other.start();
                }))
                .hasStackTraceContaining("proxyHost and proxyPort belong together");
    }

    // --- found when a message comes, before any request

    @Test
    void resourceTypeIsMissing() {
        assertThat(refusal("freshsales:create", Map.of("a", 1)))
                .hasMessageContaining("needs the option resourceType or the header CamelFreshsalesResourceType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "delete"})
    void idIsMissing(String operation) {
        assertThat(refusal("freshsales:" + operation + "?resourceType=contacts", null))
                .hasMessageContaining("recordId")
                .hasMessageContaining("CamelFreshsalesRecordId");
    }

    @Test
    void idOfAnUpdateIsMissing() {
        assertThat(refusal("freshsales:update?resourceType=contacts", Map.of("a", 1)))
                .hasMessageContaining("The id of the record to update is missing")
                .hasMessageContaining("CamelFreshsalesRecordId");
    }

    @Test
    void idIsATrick() {
        assertThat(refusal("freshsales:get?resourceType=contacts&recordId=../settings", null))
                .hasMessageContaining("The recordId holds a slash");
        assertThat(refusal(
                        "freshsales:delete?resourceType=contacts",
                        null,
                        Map.of(FreshsalesConstants.RECORD_ID, "%2e%2e")))
                .hasMessageContaining("The recordId");
        assertThat(refusal("freshsales:update?resourceType=contacts", Map.of("id", "../x", "a", 1)))
                .hasMessageContaining("The recordId holds a slash");
    }

    @Test
    void resourceTypeIsATrick() {
        assertThat(refusal(
                        "freshsales:create", Map.of("a", 1), Map.of(FreshsalesConstants.RESOURCE_TYPE, "../settings")))
                .hasMessageContaining("The resourceType holds a slash");
    }

    @Test
    void resourceCannotDoIt() {
        assertThat(refusal("freshsales:get?resourceType=notes&recordId=1", null))
                .hasMessageContaining("Freshsales has no operation get for notes; it has: ");
    }

    @Test
    void bodyIsMissing() {
        assertThat(refusal(CREATE, null)).hasMessageContaining("needs a record as the body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "42", "true", "\"text\"", "first_name,last_name\nLee,Moss"})
    void bodyIsNoRecord(String body) {
        assertThat(refusal(CREATE, body)).hasMessageContaining("Map");
    }

    @Test
    void bodyIsOfAKindThatCannotBeRead() {
        assertThat(refusal(CREATE, LocalDate.of(2026, 3, 5)))
                .hasMessageContaining("java.time.LocalDate")
                .hasMessageContaining("Map");
        assertThat(refusal(CREATE, 42)).hasMessageContaining("java.lang.Integer");
    }

    @Test
    void jsonIsCutInTheMiddle() {
        String cut = "{\"first_name\":\"s3cret\",\"emails\":[";

        assertThat(refusal(CREATE, cut)).hasMessageContaining("cut off at line 1");
        FreshsalesException e = refusal(CREATE, new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)));
        assertThat(e).hasMessageContaining("cut off at line 1").hasStackTraceContaining("cut off");
        assertThat(stackTrace(e)).doesNotContain("s3cret");
    }

    @Test
    void jsonIsBroken() {
        FreshsalesException e = refusal(CREATE, "{\"first_name\": s3cret}");

        assertThat(e).hasMessageContaining("line 1");
        assertThat(stackTrace(e)).doesNotContain("s3cret");
    }

    @Test
    void customFieldStandsInTwoPlaces() {
        assertThat(refusal(CREATE, "{\"cf_a\":1,\"custom_field\":{\"cf_a\":2}}"))
                .hasMessageContaining("The custom field cf_a stands at the top of the record and under custom_field");
    }

    @Test
    void wrapAlwaysNeedsAKey() {
        assertThat(refusal("freshsales:create?resourceType=lists&wrap=always", Map.of("name", "x")))
                .hasMessageContaining("wrap=always needs a resource with a key, and lists has none");
    }

    @Test
    void headerHoldsALineBreak() {
        assertThat(refusal(
                        CREATE,
                        Map.of("a", 1),
                        Map.of(FreshsalesConstants.HTTP_HEADERS, Map.of("X-Trace", "1\r\nX-Evil: 2"))))
                .hasMessageContaining("The value of the header X-Trace holds a line break");
    }

    @Test
    void authorizationHeaderInAMessage() {
        assertThat(refusal(
                        CREATE,
                        Map.of("a", 1),
                        Map.of(FreshsalesConstants.HTTP_HEADERS, Map.of("authorization", "Bearer x"))))
                .hasMessageContaining("The header authorization cannot be set");
        assertThat(refusal(CREATE, Map.of("a", 1), Map.of(FreshsalesConstants.HTTP_HEADERS, Map.of("Host", "x"))))
                .hasMessageContaining("The header Host cannot be set: the host comes from the option domain");
    }

    @Test
    void headerHasTheWrongType() {
        assertThat(refusal(CREATE, Map.of("a", 1), Map.of(FreshsalesConstants.WRAP, "sometimes")))
                .hasMessageContaining(
                        "The header CamelFreshsalesWrap cannot be used: it must be one of auto, always, never");
        assertThat(refusal(CREATE, Map.of("a", 1), Map.of(FreshsalesConstants.QUERY_PARAMETERS, "x=1")))
                .hasMessageContaining("must be a Map");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/api/contacts", "//evil.example", "contacts/../../x", "a\\b"})
    void pathLeadsElsewhere(String path) {
        assertThat(refusal("freshsales:request", null, Map.of(FreshsalesConstants.PATH, path)))
                .message()
                .containsAnyOf("stays on the account's own address", "The path", "segment of the path");
    }

    @Test
    void trustedHostsDoNotWidenWhereAPathMayLead() {
        assertThat(refusal(
                        "freshsales:request?trustedHosts=crm.example&apiKey=0wn-k3y",
                        null,
                        Map.of(FreshsalesConstants.PATH, "https://crm.example/contacts")))
                .hasMessageContaining("stays on the account's own address");
    }

    @Test
    void pathIsMissing() {
        assertThat(refusal("freshsales:request", null))
                .hasMessageContaining("needs the option path or the header CamelFreshsalesPath");
    }

    @Test
    void methodCannotBeSent() {
        assertThat(refusal("freshsales:request?path=contacts&method=CONNECT", null))
                .hasMessageContaining("The method");
        assertThat(refusal("freshsales:request?path=contacts", null, Map.of(FreshsalesConstants.METHOD, "GET x")))
                .hasMessageContaining("The method");
    }

    // --- what the service does

    @Test
    void refusalIsTheVendorsOwnWords() {
        serviceAnswers(400, "{\"errors\":{\"code\":400,\"message\":[\"Email has already been taken\"]}}");

        FreshsalesException e = failure(CREATE, Map.of("email", "lee@example.test"));

        assertThat(e)
                .hasMessage("Freshsales create contacts: POST " + SERVICE.baseUrl()
                        + "/crm/sales/api/contacts returned 400: Email has already been taken (code 400). Correct what"
                        + " Freshsales refuses, or use update if the record exists already.");
        assertThat(e.getStatus()).isEqualTo(400);
        assertThat(e.getHttpResponseCode()).isEqualTo(400);
        assertThat(e.getCode()).isEqualTo("400");
        assertThat(e.getMessages()).containsExactly("Email has already been taken");
        assertThat(e.getOperation()).isEqualTo(FreshsalesOperation.create);
        assertThat(e.getResourceType()).isEqualTo("contacts");
        assertThat(e.getMethod()).isEqualTo("POST");
        assertThat(e.getPath()).isEqualTo("/crm/sales/api/contacts");
        assertThat(e.getResponseBody()).startsWith("{\"errors\"");
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.isOutcomeUnknown()).isFalse();
        assertThat(e.getRetryAfter()).isNull();
        assertThat(e.getResults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "create, 429, true,  false",
        "create, 408, false, true",
        "create, 500, false, true",
        "create, 502, false, true",
        "create, 503, false, true",
        "create, 504, false, true",
        "create, 501, false, true",
        "create, 520, false, true",
        "get,    524, true,  false",
        "create, 422, false, false",
        "get,    429, true,  false",
        "get,    503, true,  false",
        "get,    404, false, false",
        "update, 500, true,  false",
        "delete, 502, true,  false"
    })
    void statusDecidesWhetherACallMayBeSentAgain(String operation, int status, boolean retryable, boolean unknown) {
        serviceAnswers(aResponse().withStatus(status).withHeader("Retry-After", "7"));

        FreshsalesException e = failure(
                "freshsales:" + operation + "?resourceType=contacts", Map.of("id", 1, "a", 2), headersFor(operation));

        assertThat(e.isRetryable()).isEqualTo(retryable);
        assertThat(e.isOutcomeUnknown()).isEqualTo(unknown);
        assertThat(e.getRetryAfter()).hasSeconds(7);
        assertThat(e.getMessage().contains("search for the record before you send it again"))
                .isEqualTo(unknown);
    }

    private static Map<String, Object> headersFor(String operation) {
        return operation.equals("create") ? Map.of() : Map.of(FreshsalesConstants.RECORD_ID, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|compare the option apiKey",
                "403|ask an administrator for the permission",
                "404|check the id, the resource type and the option domain",
                "429|used up for the whole account"
            })
    void statusHasAHint(int status, String hint) {
        serviceAnswers(status, "");

        assertThat(failure(CREATE, Map.of("a", 1)))
                .hasMessageContaining("returned " + status + ".")
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @CsvSource({"contact, contacts", "Deals, deals", "SALES_ACCOUNT, sales_accounts"})
    void resourceTypeThatIsNearlyRightIsGuessed(String word, String meant) {
        serviceAnswers(404, "");

        assertThat(failure("freshsales:create?resourceType=" + word, Map.of("a", 1)))
                .hasMessageContaining("Did you mean resourceType=" + meant + "?");
    }

    @Test
    void pageOfAnotherServerConfirmsNoDelete() {
        serviceAnswers(200, "<html>Please log in</html>");

        FreshsalesException e = failure("freshsales:delete?resourceType=contacts&recordId=1", null);

        assertThat(e).hasMessageContaining("the response is not JSON");
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.isOutcomeUnknown()).isTrue();
    }

    @Test
    void redirectToAnotherHostIsNotFollowed() {
        serviceAnswers(aResponse().withStatus(302).withHeader("Location", "https://evil.example/login?token=s3cret"));

        FreshsalesException e = failure("freshsales:get?resourceType=contacts&recordId=1", null);

        assertThat(arrived()).hasSize(1);
        assertThat(e)
                .hasMessageContaining("returned 302")
                .hasMessageContaining(
                        "redirects to another address, https://evil.example, and the key is not sent there")
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void redirectOfAWriteIsNotFollowed() {
        serviceAnswers(aResponse().withStatus(307).withHeader("Location", "/elsewhere"));

        assertThat(failure(CREATE, Map.of("a", 1)))
                .hasMessageContaining("The component follows redirects for GET only");
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void htmlInsteadOfJson() {
        serviceAnswers(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Please log in</html>"));

        FreshsalesException read = failure("freshsales:get?resourceType=contacts&recordId=1", null);
        FreshsalesException write = failure(CREATE, Map.of("a", 1));

        assertThat(read).hasMessageContaining("returned 200, but the response is not JSON (text/html)");
        assertThat(read.isOutcomeUnknown()).isFalse();
        assertThat(read.isRetryable()).isTrue();
        assertThat(write.isOutcomeUnknown()).isTrue();
        assertThat(write.isRetryable()).isFalse();
        assertThat(write.getStatus()).isEqualTo(200);
        assertThat(write.getResponseBody()).isEqualTo("<html>Please log in</html>");
        assertThat(stackTrace(write)).doesNotContain("log in");
    }

    @Test
    void emptyAnswerIsASuccess() {
        serviceAnswers(201, "");

        assertThat(call(CREATE, Map.of("a", 1))).isNull();
    }

    @Test
    void bareTrueIsASuccess() {
        serviceAnswers(200, "true");

        assertThat(call(CREATE, Map.of("a", 1))).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "create"})
    void answerIsLargerThanTheLimit(String operation) {
        component.setMaxResponseSize(1000);
        serviceAnswers(200, "{\"contact\":{\"x\":\"" + "y".repeat(1000) + "\"}}");

        FreshsalesException e =
                failure("freshsales:" + operation + "?resourceType=contacts&recordId=1", Map.of("a", 1));

        assertThat(e).hasMessageContaining("the response is larger than maxResponseSize, 1000 bytes");
        assertThat(e.isOutcomeUnknown()).isEqualTo(operation.equals("create"));
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.getStatus()).isEqualTo(200);
    }

    @Test
    void answerOfExactlyTheLimitIsRead() {
        String name = "x".repeat(1000 - "{\"id\":1,\"name\":\"\"}".length());
        component.setMaxResponseSize(1000);
        serviceAnswers(200, "{\"id\":1,\"name\":\"" + name + "\"}");

        assertThat(call("freshsales:get?resourceType=contacts&recordId=1", null))
                .isEqualTo(Map.of("id", 1L, "name", name));
    }

    @Test
    void hugeErrorPageIsReadInPartOnly() {
        component.setMaxResponseSize(1000);
        serviceAnswers(aResponse().withStatus(503).withBody("<title>Down</title>" + "x".repeat(100_000)));

        FreshsalesException e = failure("freshsales:get?resourceType=contacts&recordId=1", null);

        assertThat(e).hasMessageContaining("returned 503: Down");
        assertThat(e.getResponseBody()).hasSize(4096);
    }

    @Test
    void hostDoesNotResolve() {
        // the name service is the test's own, so that the test is the same everywhere
        component.setHttpClient(clientWithoutNames());
        component.getConfiguration().setDomain("acme-that-is-not-there.myfreshworks.com");

        FreshsalesException e = failure(CREATE, Map.of("a", 1));

        assertThat(e)
                .hasMessageContaining(
                        "the host acme-that-is-not-there.myfreshworks.com does not resolve; check the option domain");
        assertThat(e.isRetryable()).isTrue();
        assertThat(e.isOutcomeUnknown()).isFalse();
        assertThat(e.getCause()).isInstanceOf(UnknownHostException.class);
    }

    private static CloseableHttpClient clientWithoutNames() {
        return HttpClientBuilder.create()
                .disableAutomaticRetries()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new org.apache.hc.client5.http.DnsResolver() {
                            @Override
                            public java.net.InetAddress[] resolve(String host) throws UnknownHostException {
                                throw new UnknownHostException(host);
                            }

                            @Override
                            public String resolveCanonicalHostname(String host) throws UnknownHostException {
                                throw new UnknownHostException(host);
                            }
                        })
                        .build())
                .build();
    }

    @Test
    void connectionIsRefused() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        component.getConfiguration().setDomain("http://localhost:" + port);

        FreshsalesException e = failure(CREATE, Map.of("a", 1));

        assertThat(e)
                .hasMessageContaining(
                        "the connection to http://localhost:" + port + " was refused; check the option domain");
        assertThat(e.isRetryable()).isTrue();
        assertThat(e.isOutcomeUnknown()).isFalse();
        assertThat(e.getStatus()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE", "MALFORMED_RESPONSE_CHUNK"})
    void connectionBreaksAfterTheRequest(Fault fault) {
        serviceAnswers(aResponse().withFault(fault));

        FreshsalesException write = failure(CREATE, Map.of("a", 1));
        FreshsalesException read = failure("freshsales:get?resourceType=contacts&recordId=1", null);

        assertThat(write.isOutcomeUnknown()).isTrue();
        assertThat(write.isRetryable()).isFalse();
        assertThat(read.isOutcomeUnknown()).isFalse();
        assertThat(read.isRetryable()).isTrue();
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void serviceIsSilent() {
        component.setResponseTimeout(100);
        serviceAnswers(aResponse().withFixedDelay(3_000));

        FreshsalesException e = failure(CREATE, Map.of("a", 1));

        assertThat(e).hasMessageContaining("no response within responseTimeout");
        assertThat(e.isOutcomeUnknown()).isTrue();
    }

    @Test
    void errorOfTheVendorIsReadForARecordOfMany() {
        serviceAnswers(400, "{\"errors\":{\"code\":400,\"message\":[\"no\"]}}");

        FreshsalesException e = failure(CREATE, List.of(Map.of("a", 1), Map.of("a", 2)));

        assertThat(e.getResults()).hasSize(1);
        assertThat(e.getResults().get(0).error().messages()).containsExactly("no");
    }

    private static String stackTrace(Throwable e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
