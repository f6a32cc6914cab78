// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the manual's page, row by row, with nothing but HTTP. */
class ContractTest {

    private static final Path PAGE = Path.of("../../docs/simulator.adoc");
    private static final Pattern ROW =
            Pattern.compile("\\|(GET|POST|PUT|DELETE) \\|`([^`]+)` \\|(\\d+)(.*?) \\|(\\S.*)");
    private static final Pattern KEY = Pattern.compile("`([^`]+)`");
    private static final Set<String> MARKS = Set.of("official", "relayed", "client", "guess");

    private static final String TARGET = "'targetable_type':'Contact','targetable_id':CONTACT";
    private static final String TASK = "{'task':{'title':'Call','due_date':'2024-04-01T10:00:00Z'," + TARGET + "}}";
    private static final String APPOINTMENT = "{'appointment':{'title':'Visit','from_date':'2024-04-01T10:00:00Z',"
            + "'end_date':'2024-04-01T11:00:00Z'," + TARGET + "}}";
    private static final String ACTIVITY = "{'sales_activity':{'title':'Fair','sales_activity_type_id':ACTIVITY_TYPE,"
            + "'owner_id':OWNER,'start_date':'2024-04-01T10:00:00Z','end_date':'2024-04-01T11:00:00Z'," + TARGET + "}}";
    private static final String MODULE = "{'module_customization':{'entity_name':'cm_ship','singular_name':'Ship',"
            + "'plural_name':'Ships','icon':'boat'}}";

    @RegisterExtension
    static final FreshsalesSimulatorExtension SUITE =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().customModules("cm_project"));

    @RegisterExtension
    static final FreshsalesSimulatorExtension CLASSIC = new FreshsalesSimulatorExtension(
            FreshsalesSimulator.builder().customModules("cm_project").classic(true));

    /** One row of the table. */
    record Row(String method, String path, int status, String response, String mark) {

        boolean isClassicOnly() {
            return path.matches("(/settings)?/leads.*|.*/lead|/selector/lead_(stages|reasons)");
        }

        /** The first word of the path, or the two of a path such as {@code cpq/products}. */
        String resource() {
            Matcher first =
                    Pattern.compile("/((cpq|custom_module|settings)/)?\\w+").matcher(path);
            return first.find() ? first.group().substring(1) : "";
        }

        List<String> keys() {
            return KEY.matcher(response).results().map(key -> key.group(1)).toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void suiteAnswersAsThePageSays(Row row) {
        if (row.isClassicOnly()) {
            Client suite = Client.of(SUITE.simulator());
            String path = row.path().substring(1).replaceAll("\\{\\w+}", "1");
            assertThat(suite.send(row.method(), path, "").status()).isIn(400, 404);
        } else {
            assertAnswer(new Account(SUITE.simulator()).send(row), row);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void classicAnswersAsThePageSays(Row row) {
        assertAnswer(new Account(CLASSIC.simulator()).send(row), row);
    }

    @Test
    void pageHasManyRowsWithAMarkEach() {
        assertThat(rows()).hasSizeGreaterThan(150).allSatisfy(row -> assertThat(row.mark())
                .isIn(MARKS));
    }

    @Test
    void pageNamesEachSwitchOnce() {
        String page = page();

        assertThat(Switch.values()).allSatisfy(one -> assertThat(page.split("`" + one + "`", -1))
                .as(one.name())
                .hasSize(2));
    }

    private static void assertAnswer(Client.Reply reply, Row row) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(row.status());
        if (row.status() == 404) {
            return;
        }
        if (row.response().contains("array")) {
            assertThat(reply.json().isArray()).isTrue();
        } else if (row.keys().equals(List.of("true"))) {
            assertThat(reply.text()).isEqualTo("true");
        } else {
            assertThat(reply.json().fieldNames()).toIterable().containsAll(row.keys());
            assertThat(reply.json().fieldNames().next()).isEqualTo(row.keys().get(0));
        }
    }

    static List<Row> rows() {
        return page().lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row ->
                        new Row(row.group(1), row.group(2), Integer.parseInt(row.group(3)), row.group(4), row.group(5)))
                .toList();
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An account with one record of each kind, made over HTTP as all the rest. */
    private static final class Account {
        private final FreshsalesSimulator simulator;
        private final Client client;
        private final Map<String, String> ids = new HashMap<>();

        Account(FreshsalesSimulator simulator) {
            this.simulator = simulator;
            this.client = Client.of(simulator);
            ids.put("OWNER", first("selector/owners", "users"));
            ids.put("ACTIVITY_TYPE", first("selector/sales_activity_types", "sales_activity_types"));
            ids.put("CONTACT", "1");
            make(
                    "CONTACT",
                    "contacts",
                    "{'contact':{'first_name':'Lee','last_name':'Moss','emails':['lee@example.test']}}");
        }

        Client.Reply send(Row row) {
            String body = body(row);
            String path = path(row);
            return row.path().equals("/documents") ? upload() : client.send(row.method(), path, body);
        }

        private String path(Row row) {
            String path = row.path().substring(1);
            if (path.contains("{view}")) {
                String module = path.substring(0, path.indexOf("/view"));
                path = path.replace("{view}", first(module + "/filters", "filters"));
            }
            if (path.contains("{list}")) {
                path = path.replace("{list}", make("LIST", "lists", "{'name':'News'}"));
            }
            if (path.contains("{form}")) {
                path = path.replace("{form}", first("settings/cm_project/forms", "forms"));
            }
            return path.contains("{id}") ? path.replace("{id}", idFor(row)) : path;
        }

        /** The id of a record that the row may change or remove. */
        private String idFor(Row row) {
            if (row.path().startsWith("/selector/")) {
                String selector = row.path().split("/")[2];
                return first("selector/" + selector, selector);
            }
            if (row.path().startsWith("/job_statuses")) {
                String url = client.post("contacts/bulk_upsert", "{'contacts':[{'emails':'a@b.test','data':{}}]}")
                        .json()
                        .get("job_status_url")
                        .asText();
                return url.substring(url.lastIndexOf('/') + 1);
            }
            String id = make("ID", row.resource(), recordOf(row.resource()));
            if (row.path().endsWith("/restore")) {
                client.delete(row.resource() + "/" + id);
            }
            return id;
        }

        private String recordOf(String resource) {
            return switch (resource) {
                case "contacts" -> "{'contact':{'last_name':'Lin'}}";
                case "leads" -> "{'lead':{'last_name':'Lin'}}";
                case "sales_accounts" -> "{'sales_account':{'name':'Acme'}}";
                case "deals" -> "{'deal':{'name':'Pump order','amount':1500}}";
                case "tasks" -> TASK;
                case "appointments" -> APPOINTMENT;
                case "notes" -> "{'note':{'description':'Hello'," + TARGET + "}}";
                case "sales_activities" -> ACTIVITY;
                case "phone_calls" ->
                    "{'phone_call':{'call_direction':true,'targetable_type':'Contact','targetable':{'id':CONTACT}}}";
                case "cpq/products" -> "{'product':{'name':'Pump'}}";
                case "cpq/cpq_documents" -> "{'cpq_document':{'document_type':'Quote','deal_id':1}}";
                case "lists" -> "{'name':'News'}";
                case "document_links" -> "{'url':'https://example.test'," + TARGET + "}";
                case "settings/module_customizations" -> MODULE;
                default -> "{'cm_project':{'name':'Bridge'}}";
            };
        }

        private String body(Row row) {
            if (row.method().equals("GET") || row.method().equals("DELETE")) {
                return "";
            }
            String[] words = row.path().split("\\?")[0].split("/");
            String last = words[words.length - 1];
            String record = recordOf(row.resource());
            String wrapper = record.substring(2, record.indexOf('\'', 2));
            return filled(
                    switch (last) {
                        case "upsert" -> "{'unique_identifier':{'id':CONTACT},'" + wrapper + "':{'name':'Acme'}}";
                        case "bulk_upsert" ->
                            "{'" + row.resource() + "':[{'id':CONTACT,'data':{'" + "name" + "':'x'}}]}";
                        case "clone" -> "{'" + wrapper + "':{'name':'Other','last_name':'Other'}}";
                        case "convert" -> "{'lead':{'company':{'name':'Acme'},'deal':{'name':'Pump order'}}}";
                        case "manage_team_members" -> "{'team_users':[{'user_id':OWNER,'designation_id':1}]}";
                        case "add_contacts", "remove_contacts" -> "{'ids':[CONTACT]}";
                        case "move_contacts" ->
                            "{'ids':[CONTACT],'from_list_id':" + make("FROM", "lists", "{'name':'Old'}") + "}";
                        case "fields" -> "{'label':'Size','field_type':2}";
                        case "restore" -> "{}";
                        default -> ofSearchOrBulk(row, last, wrapper, record);
                    },
                    row);
        }

        private String ofSearchOrBulk(Row row, String last, String wrapper, String record) {
            if (row.path().startsWith("/filtered_search")) {
                return "{'filter_rule':[{'attribute':'updated_at','operator':'is_after','value':'2020-01-01'}]}";
            }
            if (last.endsWith("_bulk_update")) {
                return "{'ids':[1],'" + wrapper + "':{'name':'Other'}}";
            }
            return last.contains("bulk_") ? "{'selected_ids':[1],'owner_id':OWNER}" : record;
        }

        /** In an upsert {@code CONTACT} is the record that is to be changed, of whatever kind. */
        private String filled(String body, Row row) {
            boolean changes = row.path().endsWith("upsert");
            String record = changes ? make("UPSERTED", row.resource(), recordOf(row.resource())) : ids.get("CONTACT");
            return body.replace("CONTACT", record)
                    .replace("OWNER", ids.get("OWNER"))
                    .replace("ACTIVITY_TYPE", ids.get("ACTIVITY_TYPE"));
        }

        private String make(String name, String path, String body) {
            String filled = body;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                filled = filled.replace(id.getKey(), id.getValue());
            }
            JsonNode made = client.post(path, filled).json();
            String id = made.elements().next().path("id").asText();
            ids.put(name, id);
            return id;
        }

        private String first(String path, String key) {
            return client.get(path).json().path(key).path(0).path("id").asText();
        }

        private Client.Reply upload() {
            String form = String.join(
                    "\r\n",
                    "--b",
                    "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
                    "",
                    "Hello",
                    "--b",
                    "Content-Disposition: form-data; name=\"targetable_type\"",
                    "",
                    "Contact",
                    "--b",
                    "Content-Disposition: form-data; name=\"targetable_id\"",
                    "",
                    ids.get("CONTACT"),
                    "--b--",
                    "");
            return client.send(client.request("documents")
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString(form, UTF_8))
                    .build());
        }
    }
}
