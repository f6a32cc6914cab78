// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a client does, a script can make it fail before or after it took effect, and the counts tell which. */
class OperationTroubleTest {

    /** A call that writes; {@code ID} and {@code LIST} stand for records that are there. */
    private enum Operation {
        CREATE("POST", "contacts", "{'contact':{'last_name':'Moss'}}"),
        UPDATE("PUT", "contacts/ID", "{'contact':{'last_name':'Moss'}}"),
        UPSERT("POST", "contacts/upsert", "{'unique_identifier':{'emails':'a@x.test'},'contact':{}}"),
        BULK_UPSERT("POST", "contacts/bulk_upsert", "{'contacts':[{'emails':'a@x.test','data':{}}]}"),
        BULK_DESTROY("POST", "contacts/bulk_destroy", "{'selected_ids':[ID]}"),
        BULK_ASSIGN("POST", "contacts/bulk_assign_owner", "{'selected_ids':[ID],'owner_id':1}"),
        DELETE("DELETE", "contacts/ID", ""),
        FORGET("DELETE", "contacts/ID/forget", ""),
        CLONE("POST", "contacts/ID/clone", ""),
        ADD_TO_LIST("PUT", "lists/LIST/add_contacts", "{'ids':[ID]}"),
        SEARCH("POST", "filtered_search/contact", "{'filter_rule':[]}"),
        LINK("POST", "document_links", "{'url':'https://x.test','targetable_type':'Contact','targetable_id':ID}");

        final String method;
        final String path;
        final String body;

        Operation(String method, String path, String body) {
            this.method = method;
            this.path = path;
            this.body = body;
        }

        String shape() {
            return path.replaceAll("ID|LIST", "{id}");
        }
    }

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);
    private long contact;
    private long list;

    @BeforeEach
    void thereAreRecords() {
        contact = simulator.seed("contacts", Map.of("last_name", "Lee"));
        list = simulator.seed("lists", Map.of("name", "News"));
    }

    @ParameterizedTest
    @EnumSource
    void failsBeforeItTookEffectAndThenWorks(Operation operation) {
        simulator
                .trouble()
                .on(operation.method, operation.path.replaceAll("ID|LIST", "*"))
                .answer(405)
                .times(2)
                .then()
                .answer(408)
                .then()
                .dropConnection();

        assertThat(Stream.generate(() -> call(operation)).limit(3)).containsExactly(405, 405, 408);
        assertBreaks(operation);
        assertThat(processed(operation)).isZero();

        assertThat(call(operation)).isBetween(200, 201);
        assertThat(processed(operation)).isOne();
        assertThat(simulator.requestCount(operation.method, operation.shape())).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void connectionBreaksAfterItTookEffect(Operation operation) {
        simulator.trouble().dropConnection().afterProcessing();

        assertBreaks(operation);

        assertThat(processed(operation)).isOne();
        assertThat(simulator.requestCount(operation.method, operation.shape())).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void answerIsHeldBack(Operation operation) {
        simulator.trouble().delay(Duration.ofMillis(30));

        long start = System.nanoTime();
        int status = call(operation);

        assertThat(status).isBetween(200, 201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        assertThat(processed(operation)).isOne();
    }

    @Test
    void lookAtAJobMayFailAndIsNoLookThen() {
        simulator.jobsTakeLooks(1);
        client.post("contacts/bulk_upsert", "{'contacts':[{'emails':'a@x.test','data':{}}]}");
        String url = client.post("contacts/bulk_upsert", "{'contacts':[{'emails':'a@x.test','data':{}}]}")
                .json()
                .get("job_status_url")
                .asText();
        String path = url.substring(client.apiRoot().length() + 1);
        simulator.trouble().on("GET", "job_statuses/*").answer(503).times(3);

        List<Integer> statuses =
                Stream.generate(() -> client.get(path).status()).limit(4).toList();

        assertThat(statuses).containsExactly(503, 503, 503, 200);
        assertThat(simulator.processedCount("GET", "job_statuses/{id}")).isOne();
        assertThat(client.get(path).json().get("status").asText()).isEqualTo("SUCCESS");
    }

    @Test
    void refusedRequestIsNotProcessed() {
        client.post("sales_accounts", "{'sales_account':{}}");
        client.withAuthorization(null).post("sales_accounts", "{'sales_account':{'name':'Acme'}}");

        assertThat(simulator.requestCount("POST", "sales_accounts")).isEqualTo(2);
        assertThat(simulator.processedCount("POST", "sales_accounts")).isZero();
    }

    private int call(Operation operation) {
        String path = operation.path.replace("ID", "" + contact).replace("LIST", "" + list);
        return client.send(operation.method, path, operation.body.replace("ID", "" + contact))
                .status();
    }

    private void assertBreaks(Operation operation) {
        assertThatThrownBy(() -> call(operation)).hasCauseInstanceOf(IOException.class);
    }

    private long processed(Operation operation) {
        return simulator.processedCount(operation.method, operation.shape());
    }
}
