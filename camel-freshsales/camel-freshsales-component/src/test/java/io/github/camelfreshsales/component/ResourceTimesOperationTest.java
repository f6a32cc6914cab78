// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.fields.FieldCatalog;
import io.github.camelfreshsales.fields.RecordSchema;
import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every resource with every operation: the request that arrives and the message that leaves, or the refusal. */
class ResourceTimesOperationTest extends ServiceTest {

    /** resource | path | key around one | key of the answer | key around many | entity | what it can do */
    private static final String TABLE = """
            contacts         | contacts                | contact        | contact        | contacts         | create get update upsert delete forget clone list views fields schema filteredSearch related bulkUpsert bulkDelete bulkAssignOwner
            sales_accounts   | sales_accounts          | sales_account  | sales_account  | sales_accounts   | create get update upsert delete forget clone list views fields schema filteredSearch related bulkUpsert bulkDelete
            deals            | deals                   | deal           | deal           | deals            | create get update upsert delete forget clone list views fields schema filteredSearch related bulkUpsert bulkDelete
            leads            | leads                   | lead           | lead           | leads            | create get update upsert delete forget clone convert list views fields schema filteredSearch related bulkUpsert bulkDelete bulkAssignOwner
            tasks            | tasks                   | task           | task           | tasks            | create get update delete list
            appointments     | appointments            | appointment    | appointment    | appointments     | create get update delete list
            notes            | notes                   | note           | note           | notes            | create update delete
            sales_activities | sales_activities        | sales_activity | sales_activity | sales_activities | create get update delete list fields schema
            phone_calls      | phone_calls             | phone_call     | phone_call     | phone_calls      | create
            products         | cpq/products            | product        | product        | products         | create get update delete restore list bulkDelete bulkAssignOwner
            cpq_documents    | cpq/cpq_documents       | cpq_document   | cpq_document   | cpq_documents    | create get update delete forget restore related bulkDelete bulkAssignOwner
            lists            | lists                   |                | list           | lists            | create update list
            documents        | documents               |                |                |                  | upload
            document_links   | document_links          |                |                |                  | create
            cm_project       | custom_module/cm_project | cm_project    | cm_project     | cm_project       | create get update delete forget clone list views fields schema filteredSearch bulkDelete
            """;

    private static final List<FreshsalesOperation> OF_A_RESOURCE = List.of(
            FreshsalesOperation.create,
            FreshsalesOperation.get,
            FreshsalesOperation.update,
            FreshsalesOperation.upsert,
            FreshsalesOperation.delete,
            FreshsalesOperation.forget,
            FreshsalesOperation.clone,
            FreshsalesOperation.restore,
            FreshsalesOperation.convert,
            FreshsalesOperation.list,
            FreshsalesOperation.views,
            FreshsalesOperation.fields,
            FreshsalesOperation.schema,
            FreshsalesOperation.filteredSearch,
            FreshsalesOperation.related,
            FreshsalesOperation.bulkUpsert,
            FreshsalesOperation.bulkDelete,
            FreshsalesOperation.bulkAssignOwner);

    record Row(String resource, String path, String key, String responseKey, String listKey, List<String> can) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i].trim();
            }
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], List.of(cells[5].split(" ")));
        }
    }

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        TABLE.lines()
                .map(Row::of)
                .forEach(row ->
                        OF_A_RESOURCE.forEach(operation -> cells.add(Arguments.of(row.resource(), operation, row))));
        return cells.stream();
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("cells")
    void resourceDoesItOrIsRefused(String resource, FreshsalesOperation operation, Row row) {
        String uri = "freshsales:" + operation + "?resourceType=" + resource
                + "&recordId=5&viewId=9&relation=notes&include=owner&waitForJob=false&ownerId=3";

        if (!row.can().contains(operation.name())) {
            FreshsalesException e = refusal(uri, body(operation));
            assertThat(e)
                    .hasMessageContaining(
                            "Freshsales has no operation " + operation + " for " + resource + "; it has: ");
            row.can().forEach(possible -> assertThat(e).hasMessageContaining(possible));
            return;
        }
        Expected expected = expected(operation, row);
        serviceAnswers(operation == FreshsalesOperation.upsert ? 201 : 200, expected.answer());

        Exchange result = send(uri, body(operation), Map.of());

        LoggedRequest request = onlyRequest();
        assertThat(request.getMethod() + " " + request.getUrl()).isEqualTo(expected.request());
        assertThat(request.getBodyAsString()).isEqualTo(expected.body());
        assertThat(result.getMessage().getBody()).isEqualTo(expected.result());
    }

    private static Object body(FreshsalesOperation operation) {
        return switch (operation) {
            case create, update, clone, convert -> Map.of("a", 1);
            case upsert, bulkUpsert -> record("emails", "x", "name", "x", "id", "x");
            case filteredSearch -> record("attribute", "name", "operator", "is", "value", "x");
            case bulkDelete, bulkAssignOwner -> List.of(5);
            default -> null;
        };
    }

    private static Map<String, Object> record(String... pairs) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            record.put(pairs[i], pairs[i + 1]);
        }
        return record;
    }

    record Expected(String request, String body, String answer, Object result) {}

    private static Expected expected(FreshsalesOperation operation, Row row) {
        String root = "/crm/sales/api/";
        String base = root + row.path();
        String sent = row.key().isEmpty() ? "{\"a\":1}" : "{\"" + row.key() + "\":{\"a\":1}}";
        String one = row.responseKey().isEmpty() ? "{\"id\":7}" : "{\"" + row.responseKey() + "\":{\"id\":7}}";
        String many = "{\"users\":[{\"id\":1}],\"" + row.listKey() + "\":[{\"id\":7}],\"meta\":{\"total\":1}}";
        Map<String, Object> seven = Map.of("id", 7L);
        return switch (operation) {
            case create -> new Expected("POST " + base + "?include=owner", sent, one, seven);
            case get -> new Expected("GET " + base + "/5?include=owner", "", one, seven);
            case update -> new Expected("PUT " + base + "/5?include=owner", sent, one, seven);
            case upsert -> new Expected("POST " + base + "/upsert?include=owner", upsertBody(row), one, seven);
            case delete -> new Expected("DELETE " + base + "/5", "", "true", true);
            case forget -> new Expected("DELETE " + base + "/5/forget", "", "true", true);
            case clone -> new Expected("POST " + base + "/5/clone?include=owner", sent, one, seven);
            case restore -> new Expected("PUT " + base + "/5/restore", "", one, seven);
            case convert ->
                new Expected(
                        "POST " + base + "/5/convert?include=owner",
                        sent,
                        "{\"contact\":{\"id\":7},\"deals\":[]}",
                        seven);
            case list ->
                new Expected(
                        "GET " + base + listPath(row) + "page=1&per_page=100&include=owner", "", many, List.of(seven));
            case views -> new Expected("GET " + base + "/filters", "", "{\"filters\":[{\"id\":7}]}", List.of(seven));
            case fields ->
                row.resource().startsWith("cm_")
                        ? new Expected(
                                "GET " + root + "settings/cm_project/forms?include=owner",
                                "",
                                "{\"forms\":[{\"id\":1,\"fields\":[{\"fields\":[{\"id\":7}]}]}]}",
                                List.of(seven))
                        : new Expected(
                                "GET " + root + "settings/" + row.resource() + "/fields?include=owner",
                                "",
                                "{\"fields\":[{\"id\":7}]}",
                                List.of(seven));
            case schema ->
                new Expected(
                        "GET " + root + "settings/" + row.resource()
                                + (row.resource().startsWith("cm_") ? "/forms" : "/fields"),
                        "",
                        row.resource().startsWith("cm_") ? "{\"forms\":[]}" : "{\"fields\":[]}",
                        RecordSchema.of(FieldCatalog.of(row.resource(), List.of())));
            case filteredSearch ->
                new Expected(
                        "POST " + root + "filtered_search/" + row.key(),
                        "{\"filter_rule\":[{\"attribute\":\"name\",\"operator\":\"is\",\"value\":\"x\"}],"
                                + "\"include\":\"owner\",\"page\":1,\"per_page\":100}",
                        many,
                        List.of(seven));
            case related ->
                new Expected(
                        "GET " + base + "/5/notes?page=1&per_page=100&include=owner",
                        "",
                        "{\"users\":[],\"notes\":[{\"id\":7}]}",
                        List.of(seven));
            case bulkUpsert ->
                new Expected(
                        "POST " + base + "/bulk_upsert",
                        bulkBody(row),
                        "{\"message\":\"m\",\"job_status_url\":\"https://elsewhere.example/job_statuses/4\"}",
                        List.of(Map.of(
                                "jobId",
                                "4",
                                "jobStatusUrl",
                                "https://elsewhere.example/job_statuses/4",
                                "firstIndex",
                                0,
                                "records",
                                1,
                                "indexes",
                                List.of(0))));
            case bulkDelete ->
                new Expected(
                        "POST " + base + "/" + bulkPath(row, "bulk_destroy", "bulk_delete"),
                        "{\"selected_ids\":[5]}",
                        "{\"message\":\"m\"}",
                        List.of(new RecordResult(0, Outcome.SUCCEEDED, 5L, Map.of("message", "m"), null)));
            case bulkAssignOwner ->
                new Expected(
                        "POST " + base + "/" + bulkPath(row, "bulk_assign_owner", "bulk_assign"),
                        "{\"selected_ids\":[5],\"owner_id\":3}",
                        "{\"message\":\"m\"}",
                        List.of(new RecordResult(0, Outcome.SUCCEEDED, 5L, Map.of("message", "m"), null)));
            default -> throw new AssertionError(operation);
        };
    }

    private static String upsertBody(Row row) {
        String field = Map.of("contacts", "emails", "leads", "emails", "sales_accounts", "name", "deals", "id")
                .get(row.resource());
        return "{\"unique_identifier\":{\"" + field + "\":\"x\"},\"" + row.key()
                + "\":{\"emails\":\"x\",\"name\":\"x\",\"id\":\"x\"}}";
    }

    private static String bulkBody(Row row) {
        boolean byId = row.resource().equals("deals");
        String field = byId ? "id" : row.resource().equals("sales_accounts") ? "name" : "emails";
        String data = "{\"emails\":\"x\",\"name\":\"x\"}";
        return "{\"" + row.listKey() + "\":[{\"" + field + "\":\"x\",\"data\":" + data + "}]}";
    }

    private static String bulkPath(Row row, String usual, String ofProducts) {
        return row.path().startsWith("cpq/") ? row.resource() + "_" + ofProducts : usual;
    }

    private static String listPath(Row row) {
        return switch (row.resource()) {
            case "tasks" -> "?filter=open&";
            case "appointments" -> "?filter=upcoming&";
            case "sales_activities", "products", "lists" -> "?";
            default -> "/view/9?";
        };
    }

    @Test
    void tableOfTheTestCoversTheTableOfTheComponent() {
        List<String> here = TABLE.lines().map(Row::of).map(Row::resource).toList();

        assertThat(here)
                .containsAll(ResourceRegistry.all().stream().map(Resource::name).toList());
    }

    @ParameterizedTest
    @MethodSource("unknownWord")
    void unknownWordIsRefusedNothing(FreshsalesOperation operation, String request) {
        serviceAnswers(200, "{\"warranty_cards\":[{\"id\":7}]}");
        SERVICE.stubFor(get(urlPathMatching(".*/filters"))
                .willReturn(aResponse().withBody("{\"filters\":[{\"id\":9,\"is_default\":true}]}")));

        send(
                "freshsales:" + operation + "?resourceType=warranty_cards&recordId=5&relation=notes",
                operation == FreshsalesOperation.upsert
                        ? Map.of("unique_identifier", Map.of("x", 1), "warranty_card", Map.of())
                        : body(operation),
                Map.of());

        assertThat(onlyRequest().getMethod() + " " + onlyRequest().getUrl()).isEqualTo(request);
    }

    static Stream<Arguments> unknownWord() {
        String base = "/crm/sales/api/warranty_cards";
        return Stream.of(
                Arguments.of(FreshsalesOperation.create, "POST " + base),
                Arguments.of(FreshsalesOperation.get, "GET " + base + "/5"),
                Arguments.of(FreshsalesOperation.update, "PUT " + base + "/5"),
                Arguments.of(FreshsalesOperation.upsert, "POST " + base + "/upsert"),
                Arguments.of(FreshsalesOperation.delete, "DELETE " + base + "/5"),
                Arguments.of(FreshsalesOperation.forget, "DELETE " + base + "/5/forget"),
                Arguments.of(FreshsalesOperation.clone, "POST " + base + "/5/clone"),
                Arguments.of(FreshsalesOperation.restore, "PUT " + base + "/5/restore"),
                Arguments.of(FreshsalesOperation.list, "GET " + base + "?page=1&per_page=100"),
                Arguments.of(FreshsalesOperation.views, "GET " + base + "/filters"),
                Arguments.of(FreshsalesOperation.fields, "GET /crm/sales/api/settings/warranty_cards/fields"),
                Arguments.of(FreshsalesOperation.schema, "GET /crm/sales/api/settings/warranty_cards/fields"),
                Arguments.of(FreshsalesOperation.filteredSearch, "POST /crm/sales/api/filtered_search/warranty_cards"),
                Arguments.of(FreshsalesOperation.related, "GET " + base + "/5/notes?page=1&per_page=100"));
    }

    @Test
    void notesPointToTheRecordTheyBelongTo() {
        assertThat(refusal("freshsales:list?resourceType=notes", null))
                .hasMessageContaining("The notes of a record are read with related, relation=notes");
    }
}
