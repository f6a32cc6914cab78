// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** create, get, update and delete: the request that arrives and the message that leaves. */
class RecordCallsTest extends ServiceTest {

    private static Map<String, Object> lee() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("first_name", "Lee");
        record.put("last_name", "Moß");
        record.put("email", "lee@example.test");
        return record;
    }

    @Test
    void createIsByteForByteWhatTheVendorDocuments() {
        serviceAnswers(201, "{\"contact\":{\"id\":70041234567,\"first_name\":\"Lee\"}}");

        Exchange result = send("freshsales:create?resourceType=contacts", lee(), Map.of());

        LoggedRequest request = onlyRequest();
        assertThat(request.getMethod().getName()).isEqualTo("POST");
        assertThat(request.getUrl()).isEqualTo("/crm/sales/api/contacts");
        assertThat(request.getHeader("Authorization")).isEqualTo("Token token=" + KEY);
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("Accept")).isEqualTo("application/json");
        assertThat(request.getBodyAsString())
                .isEqualTo(
                        "{\"contact\":{\"first_name\":\"Lee\",\"last_name\":\"Moß\",\"email\":\"lee@example.test\"}}");
        assertThat(result.getMessage().getBody()).isEqualTo(Map.of("id", 70041234567L, "first_name", "Lee"));
        assertThat(result.getMessage().getHeaders())
                .containsEntry(FreshsalesConstants.HTTP_RESPONSE_CODE, 201)
                .containsEntry(FreshsalesConstants.RESULT_ID, 70041234567L)
                .containsEntry(FreshsalesConstants.ATTEMPTS, 1)
                .hasSize(3);
    }

    @Test
    void wrapNeverSendsTheBareObjectOfTheHostedProduct() {
        serviceAnswers(201, "{\"contact\":{\"id\":1}}");

        call("freshsales:create?resourceType=contacts&wrap=never", "{\"email\":\"lee@example.test\",\"cf_x\":1}");

        assertThat(onlyRequest().getBodyAsString()).isEqualTo("{\"email\":\"lee@example.test\",\"cf_x\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contacts         | /contacts              | contact",
                "accounts         | /sales_accounts        | sales_account",
                "sales_accounts   | /sales_accounts        | sales_account",
                "deals            | /deals                 | deal",
                "leads            | /leads                 | lead",
                "tasks            | /tasks                 | task",
                "appointments     | /appointments          | appointment",
                "notes            | /notes                 | note",
                "sales_activities | /sales_activities      | sales_activity",
                "phone_calls      | /phone_calls           | phone_call",
                "products         | /cpq/products          | product",
                "cpq_documents    | /cpq/cpq_documents     | cpq_document",
                "cm_project       | /custom_module/cm_project | cm_project",
                "lists            | /lists                 | ''",
                "document_links   | /document_links        | ''",
                "warranty_cards   | /warranty_cards        | ''",
                "Contacts         | /Contacts              | ''"
            })
    void resourceTypeDecidesPathAndWrapper(String resourceType, String path, String key) {
        serviceAnswers(201, "{}");

        call("freshsales:create?resourceType=" + resourceType, Map.of("name", "x"));

        assertThat(onlyRequest().getUrl()).isEqualTo("/crm/sales/api" + path);
        String record = "{\"name\":\"x\"}";
        assertThat(onlyRequest().getBodyAsString())
                .isEqualTo(key.isEmpty() ? record : "{\"" + key + "\":" + record + "}");
    }

    @Test
    void resourceTypeOfTheHeaderWins() {
        serviceAnswers(201, "{}");

        call(
                "freshsales:create?resourceType=contacts",
                Map.of("name", "x"),
                Map.of(FreshsalesConstants.RESOURCE_TYPE, "deals"));

        assertThat(onlyRequest().getUrl()).isEqualTo("/crm/sales/api/deals");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto   | {\"contact\":{\"a\":1}}                             | {\"contact\":{\"a\":1}}",
                "auto   | {\"unique_identifier\":{\"id\":1},\"contact\":{}}   | {\"unique_identifier\":{\"id\":1},\"contact\":{}}",
                "auto   | {\"contact\":{},\"other\":1}                        | {\"contact\":{\"contact\":{},\"other\":1}}",
                "auto   | {\"contact\":\"text\"}                              | {\"contact\":{\"contact\":\"text\"}}",
                "always | {\"contact\":{\"a\":1}}                             | {\"contact\":{\"contact\":{\"a\":1}}}",
                "never  | {\"contact\":{\"a\":1}}                             | {\"contact\":{\"a\":1}}",
                "never  | {\"a\":1}                                           | {\"a\":1}"
            })
    void wrapDoesWhatItSays(String wrap, String body, String sent) {
        serviceAnswers(201, "{}");

        call("freshsales:create?resourceType=contacts&wrap=" + wrap, body);
        call("freshsales:create?resourceType=contacts", body, Map.of(FreshsalesConstants.WRAP, wrap));

        assertThat(arrived()).extracting(LoggedRequest::getBodyAsString).containsExactly(sent, sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cf_a\":1,\"b\":2,\"cf_c\":null}              | {\"contact\":{\"b\":2,\"custom_field\":{\"cf_a\":1,\"cf_c\":null}}}",
                "{\"custom_field\":{\"cf_a\":1},\"cf_b\":2}      | {\"contact\":{\"custom_field\":{\"cf_a\":1,\"cf_b\":2}}}",
                "{\"custom_field\":{\"cf_a\":1},\"cf_a\":1}      | {\"contact\":{\"custom_field\":{\"cf_a\":1}}}",
                "{\"custom_field\":null,\"cf_a\":1}              | {\"contact\":{\"custom_field\":{\"cf_a\":1}}}",
                "{\"contact\":{\"cf_a\":1}}                      | {\"contact\":{\"custom_field\":{\"cf_a\":1}}}",
                "{\"deal\":{\"cf_a\":1}}                         | {\"contact\":{\"deal\":{\"cf_a\":1}}}"
            })
    void customFieldsMoveUnderCustomField(String body, String sent) {
        serviceAnswers(201, "{}");

        call("freshsales:create?resourceType=contacts", body);

        assertThat(onlyRequest().getBodyAsString()).isEqualTo(sent);
    }

    @Test
    void nestCustomFieldsCanBeTurnedOff() {
        serviceAnswers(201, "{}");

        call("freshsales:create?resourceType=contacts&nestCustomFields=false", "{\"cf_a\":1}");
        call(
                "freshsales:create?resourceType=contacts",
                "{\"cf_a\":1}",
                Map.of(FreshsalesConstants.NEST_CUSTOM_FIELDS, "false"));
        call("freshsales:create?resourceType=warranty_cards", "{\"cf_a\":1}");

        assertThat(arrived())
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly("{\"contact\":{\"cf_a\":1}}", "{\"contact\":{\"cf_a\":1}}", "{\"cf_a\":1}");
    }

    @Test
    void nullsAreSentOrOmitted() {
        serviceAnswers(201, "{}");
        String body = "{\"a\":null,\"b\":{\"c\":null,\"d\":[null,{\"e\":null}]}}";

        call("freshsales:create?resourceType=contacts&nulls=omit", body);
        call("freshsales:create?resourceType=contacts", body, Map.of(FreshsalesConstants.NULLS, "omit"));
        call("freshsales:create?resourceType=contacts", body);

        assertThat(arrived())
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly(
                        "{\"contact\":{\"b\":{\"d\":[null,{}]}}}",
                        "{\"contact\":{\"b\":{\"d\":[null,{}]}}}",
                        "{\"contact\":" + body + "}");
    }

    @Test
    void callersMapIsNeverChanged() {
        serviceAnswers(200, "{}");
        Map<String, Object> record = lee();
        record.put("id", 7);
        record.put("cf_x", null);
        Map<String, Object> before = new LinkedHashMap<>(record);

        call("freshsales:update?resourceType=contacts&nulls=omit", record);

        assertThat(record).isEqualTo(before);
    }

    record Person(@JsonProperty("first_name") String firstName, BigDecimal revenue) {}

    static Stream<Arguments> bodies() throws Exception {
        String json = "{\"first_name\":\"Zoë\",\"revenue\":1.50}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("first_name", "Zoë");
        map.put("revenue", new BigDecimal("1.50"));
        return Stream.of(
                Arguments.of("Map", map),
                Arguments.of("record", new Person("Zoë", new BigDecimal("1.50"))),
                Arguments.of("text", json),
                Arguments.of("bytes", bytes),
                Arguments.of("stream", new ByteArrayInputStream(bytes)),
                Arguments.of("reader", new StringReader(json)),
                Arguments.of(
                        "tree",
                        new ObjectMapper()
                                .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                                .valueToTree(map)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void everyKindOfBodyIsARecord(String kind, Object body) {
        serviceAnswers(201, "{}");

        call("freshsales:create?resourceType=contacts", body);

        assertThat(onlyRequest().getBodyAsString())
                .isEqualTo("{\"contact\":{\"first_name\":\"Zoë\",\"revenue\":1.50}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "json | application/json | {\"contact\":{\"first_name\":\"Lee\",\"emails\":[{\"value\":\"a@b.test\"}]}}",
                "xml  | application/xml  | <?xml version=\"1.0\" encoding=\"UTF-8\"?><contact><first_name>Lee</first_name><emails><value>a@b.test</value></emails></contact>",
                "form | application/x-www-form-urlencoded | contact%5Bfirst_name%5D=Lee&contact%5Bemails%5D%5B%5D%5Bvalue%5D=a%40b.test"
            })
    void recordIsSerialisedInTheChosenFormat(String format, String mediaType, String sent) {
        serviceAnswers(201, "{}");
        String body = "{\"first_name\":\"Lee\",\"emails\":[{\"value\":\"a@b.test\"}]}";

        call("freshsales:create?resourceType=contacts&contentFormat=" + format, body);
        call("freshsales:create?resourceType=contacts", body, Map.of(FreshsalesConstants.CONTENT_FORMAT, format));

        assertThat(arrived()).allSatisfy(request -> {
            assertThat(request.getHeader("Content-Type")).startsWith(mediaType);
            assertThat(request.getBodyAsString().replace("\n", "")).isEqualTo(sent);
        });
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void csvHasAHeaderRowAndNoWrapper() {
        serviceAnswers(201, "{}");

        call(
                "freshsales:create?resourceType=contacts&contentFormat=csv",
                "{\"contact\":{\"first_name\":\"Lee, \\\"L\\\"\",\"tags\":[\"a\",\"b\"],\"cf_x\":1}}");

        assertThat(onlyRequest().getHeader("Content-Type")).startsWith("text/csv");
        assertThat(onlyRequest().getBodyAsString().lines())
                .containsExactly("first_name,tags,custom_field.cf_x", "\"Lee, \"\"L\"\"\",a;b,1");
    }

    @Test
    void multipartSendsFieldsAndFileParts() {
        serviceAnswers(201, "{}");
        Map<String, Object> record = lee();
        record.put("picture", new byte[] {1, 2, 3});

        call("freshsales:create?resourceType=contacts&contentFormat=multipart", record);

        assertThat(onlyRequest().getHeader("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(onlyRequest().getPart("contact[first_name]").getBody().asString())
                .isEqualTo("Lee");
        assertThat(onlyRequest().getPart("contact[last_name]").getBody().asString())
                .isEqualTo("Moß");
        assertThat(onlyRequest().getPart("contact[picture]").getBody().asBytes())
                .containsExactly(1, 2, 3);
    }

    @Test
    void rawSendsTheBytesAsTheyAre() {
        serviceAnswers(201, "{}");

        call(
                "freshsales:create?resourceType=contacts&contentFormat=raw&contentType=application/vnd.own",
                "{ as it is ");
        call(
                "freshsales:update?resourceType=contacts&contentFormat=raw&recordId=7",
                new ByteArrayInputStream(new byte[] {0, 1, 2}),
                Map.of(FreshsalesConstants.CONTENT_TYPE, "image/x"));

        assertThat(arrived().get(0).getHeader("Content-Type")).isEqualTo("application/vnd.own");
        assertThat(arrived().get(0).getBodyAsString()).isEqualTo("{ as it is ");
        assertThat(arrived().get(1).getUrl()).isEqualTo("/crm/sales/api/contacts/7");
        assertThat(arrived().get(1).getHeader("Content-Type")).isEqualTo("image/x");
        assertThat(arrived().get(1).getBody()).containsExactly(0, 1, 2);
    }

    @Test
    void getReadsTheRecordAndKeepsItsNumbers() {
        serviceAnswers(
                200,
                "{\"deal\":{\"id\":70041234567,\"mcr_id\":7100000000000000001,\"amount\":\"1500.0\","
                        + "\"rate\":0.12345678901234567890,\"x\":null},\"users\":[{\"id\":1}],\"meta\":{}}");

        Exchange result = send("freshsales:get?resourceType=deals&recordId=5", "ignored", Map.of());

        assertThat(onlyRequest().getMethod().getName()).isEqualTo("GET");
        assertThat(onlyRequest().getUrl()).isEqualTo("/crm/sales/api/deals/5");
        assertThat(onlyRequest().getBody()).isEmpty();
        Map<String, Object> deal = new LinkedHashMap<>();
        deal.put("id", 70041234567L);
        deal.put("mcr_id", 7100000000000000001L);
        deal.put("amount", "1500.0");
        deal.put("rate", new BigDecimal("0.12345678901234567890"));
        deal.put("x", null);
        assertThat(result.getMessage().getBody()).isEqualTo(deal);
        assertThat(result.getMessage().getHeader(FreshsalesConstants.SIDELOADS))
                .isEqualTo(Map.of("users", List.of(Map.of("id", 1L)), "meta", Map.of()));
    }

    @Test
    void unwrapCanBeTurnedOff() {
        serviceAnswers(200, "{\"deal\":{\"id\":5},\"users\":[]}");
        Map<String, Object> whole = Map.of("deal", Map.of("id", 5L), "users", List.of());

        assertThat(call("freshsales:get?resourceType=deals&recordId=5&unwrap=false", null))
                .isEqualTo(whole);
        Exchange result =
                send("freshsales:get?resourceType=deals&recordId=5", null, Map.of(FreshsalesConstants.UNWRAP, false));

        assertThat(result.getMessage().getBody()).isEqualTo(whole);
        assertThat(result.getMessage().getHeader(FreshsalesConstants.SIDELOADS)).isNull();
        assertThat(result.getMessage().getHeader(FreshsalesConstants.RESULT_ID)).isEqualTo(5L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "warranty_cards | {\"warranty_card\":{\"id\":1},\"meta\":{}} | {id=1}",
                "warranty_cards | {\"a\":{\"id\":1},\"b\":{}}                | {a={id=1}, b={}}",
                "warranty_cards | {\"id\":1,\"owner\":{\"id\":2}}            | {id=1, owner={id=2}}",
                "warranty_cards | {\"warranty_cards\":[1]}                   | [1]",
                "phone_calls    | {\"phone_calls\":[{\"id\":1}],\"users\":[]} | [{id=1}]",
                "lists          | {\"list\":{\"id\":1}}                      | {id=1}",
                "document_links | {\"id\":1,\"msg\":\"m\"}                   | {id=1, msg=m}",
                "contacts       | {\"message\":\"queued\"}                   | {message=queued}",
                "contacts       | true                                       | true",
                "contacts       | [1,2]                                      | [1, 2]"
            })
    void answerIsUnwrappedWhereItHasAWrapper(String resourceType, String answer, String body) {
        serviceAnswers(200, answer);

        assertThat(call("freshsales:create?resourceType=" + resourceType, Map.of("a", 1)))
                .hasToString(body);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public static class Deal {
        public long id;
        public String name;
    }

    @Test
    void outputFormatDecidesWhatTheBodyBecomes() {
        String answer = "{\"deal\":{\"id\":5,\"name\":\"Pump\",\"x\":1.50}}";
        serviceAnswers(200, answer);
        String get = "freshsales:get?resourceType=deals&recordId=5";

        assertThat(call(get + "&outputFormat=json", null)).isEqualTo("{\"id\":5,\"name\":\"Pump\",\"x\":1.50}");
        assertThat(call(get + "&outputFormat=json&unwrap=false", null)).isEqualTo(answer);
        assertThat(call(get + "&outputFormat=raw", null)).isEqualTo(answer.getBytes(StandardCharsets.UTF_8));
        assertThat(call(get, null, Map.of(FreshsalesConstants.OUTPUT_FORMAT, "json")))
                .isEqualTo("{\"id\":5,\"name\":\"Pump\",\"x\":1.50}");
        Deal deal = (Deal) call(get + "&outputFormat=pojo&outputType=" + Deal.class.getName(), null);
        assertThat(deal.id).isEqualTo(5);
        assertThat(deal.name).isEqualTo("Pump");
    }

    @Test
    void answerThatDoesNotFitThePojoSaysSoWithoutItsValues() {
        serviceAnswers(201, "{\"deal\":{\"id\":\"s3cret\"}}");

        FreshsalesException e = failure(
                "freshsales:create?resourceType=deals&outputFormat=pojo&outputType=" + Deal.class.getName(),
                Map.of("name", "x"));

        assertThat(e)
                .hasMessageContaining("does not fit into " + Deal.class.getName())
                .hasMessageContaining("Freshsales has carried out the call");
        assertThat(e.isOutcomeUnknown()).isFalse();
        assertThat(e.getCause()).isNull();
        assertThat(e.getMessage()).doesNotContain("s3cret");
    }

    public static class Company {
        public String tradeName = "Acme";
        public java.time.DayOfWeek closedOn;
    }

    @Test
    void objectMapperOfTheUserTurnsObjectsIntoRecordsAndBack() {
        component.setObjectMapper(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        serviceAnswers(201, "{\"sales_account\":{\"trade_name\":\"Acme Ltd\",\"closed_on\":\"SUNDAY\"}}");

        Company stored = (Company) call(
                "freshsales:create?resourceType=accounts&outputFormat=pojo&outputType=" + Company.class.getName(),
                new Company());

        assertThat(onlyRequest().getBodyAsString())
                .isEqualTo("{\"sales_account\":{\"trade_name\":\"Acme\",\"closed_on\":null}}");
        assertThat(stored.tradeName).isEqualTo("Acme Ltd");
        assertThat(stored.closedOn).isEqualTo(java.time.DayOfWeek.SUNDAY);
    }

    @Test
    void updateTakesTheIdFromTheRecordAndLeavesItOut() {
        serviceAnswers(200, "{\"contact\":{\"id\":7}}");

        call("freshsales:update?resourceType=contacts", "{\"id\":7,\"city\":\"Oslo\"}");
        call("freshsales:update?resourceType=contacts", "{\"contact\":{\"id\":\"8\",\"city\":\"Oslo\"}}");
        call("freshsales:update?resourceType=contacts&wrap=never", "{\"id\":9,\"city\":\"Oslo\"}");

        assertThat(arrived())
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/crm/sales/api/contacts/7", "/crm/sales/api/contacts/8", "/crm/sales/api/contacts/9");
        assertThat(arrived())
                .extracting(LoggedRequest::getBodyAsString)
                .containsExactly(
                        "{\"contact\":{\"city\":\"Oslo\"}}",
                        "{\"contact\":{\"city\":\"Oslo\"}}",
                        "{\"city\":\"Oslo\"}");
        assertThat(arrived().get(0).getMethod().getName()).isEqualTo("PUT");
    }

    @Test
    void updateTakesTheIdFromTheOptionOrTheHeader() {
        serviceAnswers(200, "{}");

        call("freshsales:update?resourceType=deals&recordId=5", "{\"name\":\"x\"}");
        call(
                "freshsales:update?resourceType=deals&recordId=5",
                "{\"name\":\"x\"}",
                Map.of(FreshsalesConstants.RECORD_ID, 6L));

        assertThat(arrived())
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/crm/sales/api/deals/5", "/crm/sales/api/deals/6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|true", "204|''", "200|{\"success\":\"ok\"}", "200|{\"msg\":{\"id\":1}}"})
    void deleteGivesTrueWhateverFormTheAnswerHas(int status, String answer) {
        serviceAnswers(status, answer);

        Exchange result = send("freshsales:delete?resourceType=products&recordId=5", lee(), Map.of());

        assertThat(onlyRequest().getMethod().getName()).isEqualTo("DELETE");
        assertThat(onlyRequest().getUrl()).isEqualTo("/crm/sales/api/cpq/products/5");
        assertThat(onlyRequest().getBody()).isEmpty();
        assertThat(result.getMessage().getBody()).isEqualTo(true);
        assertThat(result.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(status);
    }

    static Stream<Arguments> idBodies() {
        return Stream.of(
                Arguments.of(5L, 1),
                Arguments.of(5, 1),
                Arguments.of("5", 1),
                Arguments.of(Map.of("id", 5), 1),
                Arguments.of(List.of(5, "5", Map.of("id", 5L)), 3),
                Arguments.of("[5,\"5\"]", 2),
                Arguments.of(new Object[] {5}, 1));
    }

    @ParameterizedTest
    @MethodSource("idBodies")
    void deleteTakesIdsFromTheBody(Object body, int calls) {
        serviceAnswers(200, "true");

        call("freshsales:delete?resourceType=contacts", body);

        assertThat(arrived())
                .hasSize(calls)
                .extracting(LoggedRequest::getUrl)
                .containsOnly("/crm/sales/api/contacts/5");
    }

    @Test
    void extraHeadersAndParametersServeEveryOperation() {
        serviceAnswers(200, "{\"deal\":{\"id\":5}}");
        context.getRegistry().bind("more", Map.of("X-Bean", "b"));

        call(
                "freshsales:get?resourceType=deals&recordId=5&httpHeader.X-Trace=1&httpHeader.X-Own=a"
                        + "&queryParameter.include=owner,contacts&queryParameter.x=1",
                null,
                Map.of(
                        FreshsalesConstants.HTTP_HEADERS, Map.of("x-own", "b"),
                        FreshsalesConstants.QUERY_PARAMETERS, Map.of("x", List.of(2, 3))));
        call("freshsales:get?resourceType=deals&recordId=5&httpHeaders=#bean:more", null);

        assertThat(arrived().get(0).getHeader("X-Trace")).isEqualTo("1");
        assertThat(arrived().get(0).header("X-Own").values()).containsExactly("b");
        assertThat(arrived().get(0).getUrl())
                .startsWith("/crm/sales/api/deals/5?")
                .contains("include=owner,contacts")
                .contains("x=2&x=3");
        assertThat(arrived().get(1).getHeader("X-Bean")).isEqualTo("b");
    }

    @Test
    void noHeaderOfTheMessageReachesTheWireAndNoneOfTheAnswerTheMessage() {
        serviceAnswers(aResponse()
                .withBody("{\"deal\":{\"name\":\"Pump\"}}")
                .withHeader("X-Answer", "1")
                .withHeader("Set-Cookie", "a=b")
                .withHeader("CamelFreshsalesPath", "evil"));

        Exchange first = send(
                "freshsales:get?resourceType=deals&recordId=5",
                null,
                Map.of("X-Mine", "1", "CamelHttpPath", "/evil", "CamelHttpMethod", "DELETE", "Cookie", "c"));
        send("freshsales:get?resourceType=deals&recordId=5", null, Map.of());

        assertThat(first.getMessage().getHeaders().keySet())
                .containsExactlyInAnyOrder(
                        "X-Mine",
                        "CamelHttpPath",
                        "CamelHttpMethod",
                        "Cookie",
                        "CamelHttpResponseCode",
                        FreshsalesConstants.ATTEMPTS);
        assertThat(arrived()).allSatisfy(request -> {
            assertThat(request.getUrl()).isEqualTo("/crm/sales/api/deals/5");
            assertThat(request.containsHeader("X-Mine")).isFalse();
            assertThat(request.containsHeader("Cookie")).isFalse();
        });
    }

    @Test
    void headersOfAnEarlierResultAreRemoved() {
        serviceAnswers(200, "true");
        Map<String, Object> leftovers = Map.of(
                FreshsalesConstants.RESULT_ID,
                1L,
                FreshsalesConstants.SIDELOADS,
                Map.of(),
                FreshsalesConstants.SUCCEEDED_COUNT,
                3L,
                FreshsalesConstants.RATE_LIMIT_REMAINING,
                "9",
                FreshsalesConstants.RETRY_AFTER,
                "9");

        Exchange result = send("freshsales:delete?resourceType=deals&recordId=5", null, leftovers);

        assertThat(result.getMessage().getHeaders())
                .containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE, FreshsalesConstants.ATTEMPTS);
    }

    @Test
    void rateLimitHeadersReachTheMessageAsTheyCome() {
        serviceAnswers(aResponse()
                .withBody("{\"deal\":{\"name\":\"Pump\"}}")
                .withHeader("X-RateLimit-Limit", "1000")
                .withHeader("X-Ratelimit-Remaining", "998")
                .withHeader("X-RateLimit-Reset", "050324100000")
                .withHeader("Retry-After", "3"));

        Exchange result = send("freshsales:get?resourceType=deals&recordId=5", null, Map.of());

        assertThat(result.getMessage().getHeaders())
                .containsEntry(FreshsalesConstants.RATE_LIMIT_LIMIT, "1000")
                .containsEntry(FreshsalesConstants.RATE_LIMIT_REMAINING, "998")
                .containsEntry(FreshsalesConstants.RATE_LIMIT_RESET, "050324100000")
                .containsEntry(FreshsalesConstants.RETRY_AFTER, "3");
    }

    @Test
    void dryRunShowsTheRequestWithoutSendingIt() {
        Map<String, Object> shown = Map.of(
                "method",
                "POST",
                "url",
                SERVICE.baseUrl() + "/crm/sales/api/contacts?x=1",
                "headers",
                Map.of(
                        "Authorization", "Token token=xxxxxx",
                        "Accept", "application/json",
                        "X-Trace", "1",
                        "Content-Type", "application/json"),
                "body",
                "{\"contact\":{\"a\":1}}");
        String uri = "freshsales:create?resourceType=contacts&httpHeader.X-Trace=1&queryParameter.x=1";

        assertThat(call(uri + "&dryRun=true", "{\"a\":1}")).isEqualTo(shown);
        assertThat(call(uri, "{\"a\":1}", Map.of(FreshsalesConstants.DRY_RUN, true)))
                .isEqualTo(shown);
        assertThat(arrived()).isEmpty();
    }

    @Test
    void dryRunMasksWhatSoundsLikeASecret() {
        Map<?, ?> shown = (Map<?, ?>) call(
                "freshsales:create?resourceType=contacts&dryRun=true&queryParameter.api_token=s3cret&queryParameter.x=1",
                "{}",
                Map.of(FreshsalesConstants.HTTP_HEADERS, Map.of("X-Api-Key", "s3cret")));

        assertThat(shown.toString())
                .doesNotContain("s3cret")
                .contains("X-Api-Key=xxxxxx")
                .contains("api_token=xxxxxx");
    }

    @Test
    void dryRunOfManyShowsTheRequestsAndNoResults() {
        Exchange result = send(
                "freshsales:create?resourceType=contacts&dryRun=true",
                List.of(Map.of("a", 1), Map.of("a", 2)),
                Map.of());

        assertThat((List<?>) result.getMessage().getBody())
                .extracting(request -> (Object) ((Map<?, ?>) request).get("body"))
                .containsExactly("{\"contact\":{\"a\":1}}", "{\"contact\":{\"a\":2}}");
        assertThat(result.getMessage().getHeaders()).isEmpty();
        assertThat(arrived()).isEmpty();
    }
}
