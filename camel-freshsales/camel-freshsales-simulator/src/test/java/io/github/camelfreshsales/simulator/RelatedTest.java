// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Client.Reply;
import io.github.camelfreshsales.simulator.store.StoredDocument;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelatedTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @CsvSource({"contacts,Contact", "sales_accounts,SalesAccount", "deals,Deal"})
    void notesOfARecordAreItsOwn(String resource, String model) {
        long id = simulator.seed(resource, Map.of("name", "Acme", "first_name", "Lee"));
        note("Hello", model, id);
        note("Other", model, id + 1);
        note("Elsewhere", "Task", id);

        JsonNode notes = client.get(resource + "/" + id + "/notes").json().get("notes");

        assertThat(notes).extracting(note -> note.get("description").asText()).containsExactly("Hello");
        assertThat(notes.get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id",
                        "description",
                        "html_content",
                        "creater_id",
                        "created_at",
                        "updated_at",
                        "targetables",
                        "duration",
                        "has_access",
                        "has_mentions",
                        "url",
                        "collab_context");
        JsonNode included = client.get(resource + "/" + id + "?include=notes").json();
        assertThat(included.get("notes")).isEqualTo(notes);
        assertThat(included.at("/" + included.fieldNames().next() + "/note_ids/0"))
                .isEqualTo(notes.get(0).get("id"));
    }

    @Test
    void accountKnowsItsContacts() {
        long acme = simulator.seed("sales_accounts", Map.of("name", "Acme"));
        simulator.seed("contacts", Map.of("first_name", "Lee", "sales_accounts", List.of(Map.of("id", acme))));
        simulator.seed("contacts", Map.of("first_name", "Kim"));

        Reply reply = client.get("sales_accounts/" + acme + "/contacts");

        assertThat(reply.json().get("contacts"))
                .extracting(contact -> contact.get("first_name").asText())
                .containsExactly("Lee");
        assertThat(client.get("sales_accounts/1/contacts").status()).isEqualTo(404);
    }

    @Test
    void includesBringWhatHangsOnAnAccount() {
        long acme = simulator.seed("sales_accounts", Map.of("name", "Acme"));
        simulator.seed("sales_accounts", Map.of("name", "Acme North", "parent_sales_account_id", acme));
        simulator.seed("deals", Map.of("name", "Pump", "sales_account_id", acme));
        simulator.seed("tasks", Map.of("title", "Call", "targetable_type", "SalesAccount", "targetable_id", acme));
        simulator.seed(
                "appointments", Map.of("title", "Visit", "targetable_type", "SalesAccount", "targetable_id", acme));

        JsonNode reply = client.get(
                        "sales_accounts/" + acme + "?include=deals,tasks,appointments,child_sales_accounts,nonsense")
                .json();

        assertThat(reply.fieldNames())
                .toIterable()
                .containsExactly("sales_account", "deals", "tasks", "appointments", "outcomes", "child_sales_accounts");
        assertThat(reply.at("/sales_account/deal_ids")).hasSize(1);
        assertThat(reply.at("/sales_account/appointment_ids")).hasSize(1);
        assertThat(reply.at("/child_sales_accounts/0/name").asText()).isEqualTo("Acme North");
    }

    @Test
    void listsOfAContactAreIncluded() {
        long lee = simulator.seed("contacts", Map.of("first_name", "Lee"));
        long news = simulator.seed("lists", Map.of("name", "News"));
        client.put("lists/" + news + "/add_contacts", "{'ids':[" + lee + "]}");

        JsonNode reply = client.get("contacts/" + lee + "?include=lists").json();

        assertThat(reply.get("lists").toString()).isEqualTo("[{\"id\":" + news + ",\"name\":\"News\"}]");
        assertThat(reply.at("/contact/list_ids/0").asLong()).isEqualTo(news);
    }

    @ParameterizedTest
    @CsvSource({"contacts,Contact,activities", "contacts,Contact,timeline_feeds", "deals,Deal,timeline_feeds"})
    void timelineTellsTheLatestFirst(String resource, String model, String relation) {
        long id = simulator.seed(resource, Map.of("name", "Pump", "first_name", "Lee"));
        note("One", model, id);
        note("Two", model, id);
        simulator.seed("tasks", Map.of("title", "Three", "targetable_type", model, "targetable_id", id));

        JsonNode reply = client.get(resource + "/" + id + "/" + relation + "?per_page=2&include=user")
                .json();

        assertThat(reply.fieldNames()).toIterable().containsExactly(relation, "users", "meta");
        assertThat(reply.get(relation)).hasSize(2);
        assertThat(reply.at("/" + relation + "/0/actionable_type").asText()).isEqualTo("Task");
        assertThat(reply.at("/" + relation + "/0/targetable_id").asLong()).isEqualTo(id);
        assertThat(reply.get("meta").toString()).isEqualTo("{\"has_next\":true,\"has_previous\":false}");
    }

    @Test
    void uploadedFileIsKeptByteByByte() {
        long lee = simulator.seed("contacts", Map.of("first_name", "Lee"));
        byte[] content = {0, 1, 2, (byte) 0xFF, '\r', '\n', '-', '-'};

        Reply reply = upload(content, lee);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("id", "msg", "url");
        StoredDocument stored = simulator.documents().get(0);
        assertThat(stored.content()).isEqualTo(content);
        assertThat(stored.fileName()).isEqualTo("offer.bin");
        assertThat(stored.contentType()).isEqualTo("application/octet-stream");
        assertThat(stored.targetableId()).isEqualTo(lee);
        assertThat(stored.shared()).isTrue();
    }

    @Test
    void filesAndLinksAreAssociatedWithTheirRecord() {
        long lee = simulator.seed("contacts", Map.of("first_name", "Lee"));
        upload(new byte[] {1, 2, 3}, lee);
        Reply link = client.post(
                "document_links",
                "{'url':'https://x.test/a','name':'A','targetable_type':'Contact','targetable_id':" + lee + "}");

        JsonNode reply =
                client.get("contacts/" + lee + "/document_associations").json();

        assertThat(link.json().get("url").asText()).isEqualTo("https://x.test/a");
        assertThat(reply.get("document_associations")).hasSize(2);
        assertThat(reply.at("/documents/0/size").asInt()).isEqualTo(3);
        assertThat(reply.at("/document_links/0/name").asText()).isEqualTo("A");
        assertThat(reply.get("meta").toString()).isEqualTo("{\"total\":2,\"totalPages\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'url':'https://x.test'}", "{'url':'https://x.test','targetable_type':'Contact'}"})
    void linkNeedsAnAddressAndATarget(String body) {
        assertThat(client.post("document_links", body).status()).isEqualTo(400);
        assertThat(client.post("documents", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void teamIsManaged(String method) {
        long id = simulator.seed("deals", Map.of("name", "Pump"));
        long ben = simulator.selectorId("owners", "Ben Okafor");
        String path = "deals/" + id + "/manage_team_members";

        Reply added = client.send(method, path, "{'team_users':[{'user_id':" + ben + ",'designation_id':5}]}");
        Reply removed = client.send(method, path, "{'team_users':[{'user_id':" + ben + ",'_destroy':true}]}");

        assertThat(added.json().at("/team_users/0/user_id").asLong()).isEqualTo(ben);
        assertThat(added.json().at("/team_users/0/entity_id").asLong()).isEqualTo(id);
        assertThat(removed.json().get("team_users")).isEmpty();
        assertThat(client.send(method, path, "{}").status()).isEqualTo(400);
    }

    @Test
    void pathsOfTheBrowserWorkWithTheKey() {
        long id = simulator.seed("deals", Map.of("name", "Pump"));
        simulator.seed("tasks", Map.of("title", "Call", "targetable_type", "Deal", "targetable_id", id));
        Client browser = client.at(simulator.domain());

        assertThat(browser.get("deals/" + id + "/tasks").json().get("tasks")).hasSize(1);
        assertThat(browser.get("deals/" + id + "/conversations/all").json().get("email_conversations"))
                .isEmpty();
        assertThat(browser.get("settings/module_customizations").status()).isEqualTo(200);
        assertThat(browser.withAuthorization(null).get("deals/" + id + "/tasks").status())
                .isEqualTo(401);
        assertThat(browser.get("deals/" + id).status()).isEqualTo(404);
        assertThat(client.at(simulator.baseUrl()).get("elsewhere").status()).isEqualTo(404);
    }

    private void note(String text, String model, long id) {
        simulator.seed("notes", Map.of("description", text, "targetable_type", model, "targetable_id", id));
    }

    private Reply upload(byte[] content, long contact) {
        String head = "--edge\r\nContent-Disposition: form-data; name=\"targetable_id\"\r\n\r\n" + contact
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"targetable_type\"\r\n\r\nContact"
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"is_shared\"\r\n\r\ntrue"
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"offer.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        return client.send(client.request("documents")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        content,
                        "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8))))
                .build());
    }
}
