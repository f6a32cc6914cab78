// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.Client.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkCallsTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().classic(true));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @CsvSource({
        "contacts, contacts/bulk_destroy",
        "sales_accounts, sales_accounts/bulk_destroy",
        "deals, deals/bulk_destroy",
        "leads, leads/bulk_destroy",
        "cm_project, custom_module/cm_project/bulk_destroy",
        "products, cpq/products/products_bulk_delete",
        "cpq_documents, cpq/cpq_documents/cpq_documents_bulk_delete"
    })
    void chosenRecordsGoToTheRecycleBin(String resource, String path) {
        long first = seed(resource, 1);
        long second = seed(resource, 2);
        long third = seed(resource, 3);

        Reply reply = client.post(path, "{'selected_ids':[" + first + ",'" + third + "',99," + first + "]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("message");
        assertThat(simulator.deletedRecords(resource)).extracting("id").containsExactly(first, third);
        assertThat(simulator.records(resource)).extracting("id").containsExactly(second);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, contacts/bulk_assign_owner",
        "leads, leads/bulk_assign_owner",
        "products, cpq/products/products_bulk_assign",
        "cpq_documents, cpq/cpq_documents/cpq_documents_bulk_assign"
    })
    void chosenRecordsGetAnOwner(String resource, String path) {
        long first = seed(resource, 1);
        seed(resource, 2);
        long ben = simulator.selectorId("owners", "Ben Okafor");

        Reply reply = client.post(path, "{'selected_ids':[" + first + "],'owner_id':" + ben + "}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(simulator.records(resource)).extracting("owner_id").containsExactly(ben, null);
        assertThat(client.post(path, "{'selected_ids':[" + first + "]}").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"products, product", "cpq_documents, cpq_document"})
    void productsAndQuotesAreChangedAndRestored(String resource, String key) {
        String root = "cpq/" + resource + "/" + resource;
        List<Long> ids = List.of(seed(resource, 1), seed(resource, 2));

        Reply updated =
                client.put(root + "_bulk_update", "{'ids':" + ids + ",'" + key + "':{'display_name':'Same for all'}}");
        client.post(root + "_bulk_delete", "{'selected_ids':" + ids + "}");
        int afterDelete = simulator.count(resource);
        Reply restored = client.post(root + "_bulk_restore", "{'selected_ids':" + ids + "}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(afterDelete).isZero();
        assertThat(restored.json().get("message").asText()).isNotBlank();
        assertThat(simulator.records(resource)).extracting("display_name").containsOnly("Same for all");
        assertThat(client.put(root + "_bulk_update", "{'ids':" + ids + "}").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'selected_ids':[]}", "{'selected_ids':'all','owner_id':1}", "{'ids':[1]}"})
    void callWithoutIdsIsRefused(String body) {
        assertThat(client.post("contacts/bulk_destroy", body).status()).isEqualTo(400);
        assertThat(client.post("contacts/bulk_assign_owner", body).status()).isEqualTo(400);
        assertThat(client.post("cpq/products/products_bulk_restore", body).status())
                .isEqualTo(400);
    }

    @Test
    void ownersOfAccountsAndDealsCannotBeAssignedInBulk() {
        assertThat(client.post("sales_accounts/bulk_assign_owner", "{'selected_ids':[1],'owner_id':1}")
                        .status())
                .isEqualTo(404);
        assertThat(client.post("deals/bulk_assign_owner", "{'selected_ids':[1],'owner_id':1}")
                        .status())
                .isEqualTo(404);
    }

    private long seed(String resource, int number) {
        return simulator.seed(
                resource,
                resource.equals("cpq_documents")
                        ? Map.of("document_type", "Quote", "deal_id", number)
                        : Map.of("name", "Number " + number, "last_name", "Moss"));
    }
}
