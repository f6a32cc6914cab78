// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workflow of Freshsales pushes, and what becomes of it. */
@Tag("webhook")
class WebhookTest {

    private static final String JSON = "application/json";
    private static final String DEAL = "{\"deal\":{\"id\":7,\"name\":\"Pumps\",\"amount\":12.50,"
            + "\"updated_at\":\"2026-03-05T10:00:00+01:00\"}}";

    private final PushedAccount account = new PushedAccount();

    public static class Deal {
        public long id;
        public String name;
        public BigDecimal amount;
        public String updated_at;
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    @Test
    void jsonRecordIsTheBodyAndItsHeadersAreThoseOfAPoll() throws Exception {
        account.listen("resourceType=deals");

        HttpResponse<String> answer = account.push(JSON, DEAL);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(account.body())
                .isEqualTo(Map.of(
                        "id",
                        7L,
                        "name",
                        "Pumps",
                        "amount",
                        new BigDecimal("12.50"),
                        "updated_at",
                        "2026-03-05T10:00:00+01:00"));
        assertThat(account.only().getMessage().getHeaders())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "CamelFreshsalesChangedResource",
                        "deals",
                        "CamelFreshsalesChangedId",
                        7L,
                        "CamelFreshsalesChangedAt",
                        Instant.parse("2026-03-05T09:00:00Z")));
        assertThat(account.simulator.requestCount()).isZero();
    }

    /** Addresses are written into logs, on the way and at both ends. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Freshsales-Secret", "x-freshsales-secret", "X%2DFreshsales-Secret"})
    void secretInTheAddressIsNoSecret(String name) throws Exception {
        account.listen("resourceType=deals");

        assertThat(account.pushTo("?" + name + "=" + PushedAccount.SECRET, "{\"id\":7}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(account.delivered).isEmpty();
    }

    @Test
    void xmlRecordIsTheBody() throws Exception {
        account.listen("resourceType=contacts");

        HttpResponse<String> answer = account.push(
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<contact>\n  <id>7</id>\n  <last_name>M&#252;ller &amp; S&#246;hne</last_name>"
                        + "<mobile_number/><emails><value>a@b.c</value></emails><tags>x</tags><tags>y</tags></contact>");

        assertThat(answer.statusCode()).isEqualTo(200);
        Map<?, ?> record = (Map<?, ?>) account.body();
        assertThat(record.get("id")).isEqualTo("7");
        assertThat(record.get("last_name")).isEqualTo("M\u00fcller & S\u00f6hne");
        assertThat(record.get("mobile_number")).isNull();
        assertThat(record.get("emails")).isEqualTo(Map.of("value", "a@b.c"));
        assertThat(record.get("tags")).isEqualTo(List.of("x", "y"));
        assertThat(account.only().getMessage().getHeader("CamelFreshsalesChangedId"))
                .isEqualTo(7L);
    }

    @Test
    void addressWithItsLineBreaksInsideJsonIsTaken() throws Exception {
        account.listen("resourceType=contacts");

        HttpResponse<String> answer = account.push(
                "application/json; charset=no-such",
                "{\"contact\":{\"id\":7,\"address\":\"1 Main Street\r\n\tLeeds\"}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(account.body()).isEqualTo(Map.of("id", 7L, "address", "1 Main Street\r\n\tLeeds"));
    }

    @Test
    void formNestsAsItsBracketsSay() throws Exception {
        account.listen("resourceType=contacts");

        HttpResponse<String> answer = account.push(
                "application/x-www-form-urlencoded",
                "contact%5Bid%5D=7&contact[last_name]=M%C3%BCller+%26+Co&contact[custom_field][cf_tier]=gold"
                        + "&contact[emails][][value]=a%40b.c&contact[emails][][is_primary]=true"
                        + "&contact[emails][][value]=d%40e.f");

        assertThat(answer.statusCode()).isEqualTo(200);
        Map<?, ?> record = (Map<?, ?>) account.body();
        assertThat(record.get("id")).isEqualTo("7");
        assertThat(record.get("last_name")).isEqualTo("M\u00fcller & Co");
        assertThat(record.get("custom_field")).isEqualTo(Map.of("cf_tier", "gold"));
        assertThat(account.only().getMessage().getHeaders())
                .containsOnlyKeys("CamelFreshsalesChangedResource", "CamelFreshsalesChangedId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"Pumps\"}", "<deal><name>Pumps</name></deal>", "deal[name]=Pumps"})
    void kindIsFoundOutWhenTheTypeSaysNothing(String body) throws Exception {
        account.listen("resourceType=deals");

        account.push("text/plain", body);
        account.push(null, body);

        assertThat(account.delivered).hasSize(2).allSatisfy(exchange -> assertThat(
                        exchange.getMessage().getBody())
                .isEqualTo(Map.of("name", "Pumps")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"deal\":{\"name\":\"Pumps\"}}",
                "text/xml | <deal><name>Pumps</name></deal>",
                "application/x-www-form-urlencoded | deal[name]=Pumps"
            })
    void wrapperStaysWhenTheOptionSaysSo(String type, String body) throws Exception {
        account.listen("resourceType=deals&unwrap=false");

        account.push(type, body);

        assertThat(account.body()).isEqualTo(Map.of("deal", Map.of("name", "Pumps")));
    }

    @Test
    void recordComesInTheOutputFormat() throws Exception {
        account.listen("resourceType=deals&outputFormat=json");

        account.push(JSON, "{\"deal\":{\"id\":7}}");

        assertThat(account.body()).isEqualTo("{\"id\":7}");
    }

    @Test
    void recordComesAsAnObjectOfJava() throws Exception {
        account.listen("resourceType=deals&outputFormat=pojo&outputType=" + Deal.class.getName());

        account.push(JSON, DEAL);

        assertThat(((Deal) account.body()).name).isEqualTo("Pumps");
    }

    @Test
    void putIsTakenToo() throws Exception {
        account.listen("resourceType=deals");

        HttpResponse<String> answer =
                account.send(account.request(JSON, DEAL).PUT(HttpRequest.BodyPublishers.ofString(DEAL)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(account.delivered).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PATCH"})
    void otherMethodsAreRefused(String method) throws Exception {
        account.listen("resourceType=deals");

        HttpResponse<String> answer =
                account.send(account.request(JSON, DEAL).method(method, HttpRequest.BodyPublishers.ofString(DEAL)));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(account.delivered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "s3cret-0f-the-w0rkflo", "s3cret-0f-the-w0rkflow2", "S3CRET-0F-THE-W0RKFLOW"})
    void wrongSecretIsRefused(String wrong) throws Exception {
        account.listen("resourceType=deals");

        HttpResponse<String> answer = account.send(account.request(JSON, DEAL).setHeader("X-Freshsales-Secret", wrong));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(account.delivered).isEmpty();
    }

    @Test
    void requestWithoutSecretIsRefused() throws Exception {
        account.listen("resourceType=deals&webhookSecretHeader=X-Other");

        HttpResponse<String> answer = account.push(JSON, DEAL);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(account.delivered).isEmpty();
    }

    @Test
    void secretMayComeInAnotherHeader() throws Exception {
        account.listen(
                "resourceType=deals&webhookSecretHeader=Authorization&webhookVerifyToken=RAW(Basic dXNlcjpwYXNz+w==)");

        HttpResponse<String> answer =
                account.send(account.request(JSON, DEAL).setHeader("Authorization", "Basic dXNlcjpwYXNz+w=="));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void bodyThatIsTooLargeIsRefused() throws Exception {
        account.listen("resourceType=deals&webhookMaxBodySize=100");

        HttpResponse<String> fits = account.push(JSON, "{\"name\":\"" + "x".repeat(89) + "\"}");
        HttpResponse<String> tooLarge = account.push(JSON, "{\"name\":\"" + "x".repeat(90) + "\"}");

        assertThat(fits.statusCode()).isEqualTo(200);
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).isEmpty();
        assertThat(account.delivered).hasSize(1);
    }

    @Test
    void bodyInChunksThatIsTooLargeIsRefused() throws Exception {
        account.listen("resourceType=deals&webhookMaxBodySize=100");
        byte[] large = ("{\"name\":\"" + "x".repeat(1000) + "\"}").getBytes();

        HttpResponse<String> answer = account.send(account.request(JSON, "")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(account.delivered).isEmpty();
    }

    @Test
    void formThatIsTooLargeIsRefused() throws Exception {
        account.listen("resourceType=deals&webhookMaxBodySize=100");

        HttpResponse<String> answer =
                account.push("application/x-www-form-urlencoded", "deal[name]=" + "x".repeat(100));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(account.delivered).isEmpty();
    }

    @Test
    void noMoreOfAStreamIsReadThanMayCome() throws Exception {
        Exchange request = account.context.getEndpoint("direct:any").createExchange();
        long[] read = {0};
        request.getMessage().setBody(new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'x';
            }
        });

        assertThatThrownBy(() -> PushedBody.of(request.getMessage(), 100))
                .isInstanceOf(PushedBody.TooLargeException.class);

        assertThat(read[0]).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"deal\":",
                "application/json | [{\"id\":1}]",
                "application/json | 7",
                "application/json | ''",
                "application/xml | <deal><name>",
                "application/xml | <deal><name><![CDATA[a ]]> b ]]></name></deal>",
                "application/xml | <deal><name><![CDATA[a",
                "application/xml | <deal>text</deal>",
                "application/xml | <deal>text<name>x</name></deal>",
                "application/x-www-form-urlencoded | ''",
                "application/x-www-form-urlencoded | deal=1&deal[name]=x",
                "text/plain | hello"
            })
    void unreadableBodyIsRefused(String type, String body) throws Exception {
        account.listen("resourceType=deals");

        HttpResponse<String> answer = account.push(type, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        assertThat(account.delivered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><deal><name>&x;</name></deal>",
                "<!DOCTYPE d [<!ENTITY x \"y\">]><deal><name>&x;</name></deal>",
                "<!DOCTYPE d SYSTEM \"http://localhost:1/x.dtd\"><deal><name>y</name></deal>",
                "<deal><name>&x;</name></deal>"
            })
    void documentTypesAndEntitiesAreRefused(String body) throws Exception {
        account.listen("resourceType=deals");

        HttpResponse<String> answer = account.push("application/xml", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(account.delivered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "<a>", "a[b]"})
    void bodyThatIsNestedTooDeepIsRefused(String level) throws Exception {
        account.listen("resourceType=deals");
        String body = level.equals("a[b]") ? "a" + "[b]".repeat(50_000) + "=1" : level.repeat(100_000);

        HttpResponse<String> answer = account.push("text/plain", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(account.delivered).isEmpty();
    }

    @Test
    void noHeaderOfTheRequestReachesTheRoute() throws Exception {
        account.listen("resourceType=deals");

        account.send(account.request(JSON, "{\"name\":\"Pumps\"}")
                .header("CamelFreshsalesRecordId", "1")
                .header("CamelFreshsalesChangedId", "1")
                .header("X-Anything", "y"));

        assertThat(account.only().getMessage().getHeaders())
                .containsExactlyEntriesOf(Map.of("CamelFreshsalesChangedResource", "deals"));
        assertThat(account.only().getProperties().toString()).doesNotContain(PushedAccount.SECRET);
    }

    @Test
    void nothingOfTheRouteOrTheRequestReachesTheAnswer() throws Exception {
        account.listen("resourceType=deals");

        HttpResponse<String> answer = account.push(JSON, DEAL);

        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map()).doesNotContainKeys("x-of-the-route", "x-freshsales-secret");
    }

    @Test
    void failedExchangeIsAnsweredWithoutDetails() throws Exception {
        account.listen("resourceType=deals");
        account.failOn(exchange -> true);

        HttpResponse<String> answer = account.push(JSON, DEAL);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void rolledBackExchangeIsAnsweredAsAFailure() throws Exception {
        account.listen("resourceType=deals");
        account.failOn(exchange -> {
            exchange.setRollbackOnly(true);
            return false;
        });

        assertThat(account.push(JSON, DEAL).statusCode()).isEqualTo(500);
    }

    @Test
    void thinRecordIsReadWholeById() throws Exception {
        account.listen("resourceType=deals&reread=true");
        long id = account.simulator.seed("deals", Map.of("name", "Pumps", "amount", 12));

        account.push("application/x-www-form-urlencoded", "id=" + id);

        Map<?, ?> record = (Map<?, ?>) account.body();
        assertThat(record.get("name")).isEqualTo("Pumps");
        assertThat(account.simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void failedReadIsAnsweredAsAFailure() throws Exception {
        account.listen("resourceType=deals&reread=true&apiKey=wrong");

        HttpResponse<String> answer = account.push(JSON, DEAL);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(account.delivered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "webhookVerifyToken=short | at least 16 ASCII letters",
                "webhookMaxBodySize=0 | webhookMaxBodySize must be at least 1",
                "webhookSecretHeader=X:Y | such as X-Freshsales-Secret",
                "outputFormat=raw | use map, json or pojo"
            })
    void wrongOptionIsRefusedAtTheStart(String option, String message) {
        assertThatThrownBy(() -> account.listen("resourceType=deals&" + option)).hasStackTraceContaining(message);
    }

    @Test
    void missingSecretIsRefusedAtTheStart() {
        account.component().getConfiguration().setWebhookVerifyToken(null);

        assertThatThrownBy(() -> account.listen("resourceType=deals"))
                .hasStackTraceContaining("The option webhookVerifyToken is missing. Choose a long random text");
    }

    @Test
    void missingResourceIsRefusedAtTheStart() {
        assertThatThrownBy(() -> account.listen("unwrap=true"))
                .hasStackTraceContaining("webhook:freshsales:changes?resourceType=deals");
    }

    @Test
    void secretIsInNoLogAndInNoUriThatCamelShows() throws Exception {
        String inTheUri = "an0ther-s3cret-0f-the-uri";
        try (RecordedLog log = RecordedLog.ofEverything()) {
            account.listen("resourceType=deals&webhookVerifyToken=" + inTheUri);
            account.failOn(exchange -> true);
            account.push(JSON, DEAL);
            account.send(account.request(JSON, DEAL).setHeader("X-Freshsales-Secret", inTheUri));
            account.send(account.request(JSON, "{").setHeader("X-Freshsales-Secret", inTheUri));
            account.context.stop();

            assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("X-Freshsales-Secret was refused"));
            assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("cannot be read"));
            assertThat(log.lines()).noneSatisfy(line -> assertThat(line).containsAnyOf(inTheUri, PushedAccount.SECRET));
        }
        assertThat(account.delivered).hasSize(1);
        assertThat(account.context.getEndpoints().toString()).doesNotContain(inTheUri);
    }

    @Test
    void administratorIsToldTheAddressInTheLog() throws Exception {
        try (RecordedLog log = new RecordedLog()) {
            account.listen("resourceType=deals&webhookExternalUrl=https://hooks.example.com");

            assertThat(log.lines()).anySatisfy(line -> assertThat(line)
                    .startsWith("INFO Workflows of Freshsales reach this route at"
                            + " https://hooks.example.com/pushed, with the webhookVerifyToken in the header"
                            + " X-Freshsales-Secret"));
        }
    }
}
