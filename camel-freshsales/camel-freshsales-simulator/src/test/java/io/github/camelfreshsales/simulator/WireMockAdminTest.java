// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WireMock's own admin works, and cannot end the simulator. */
class WireMockAdminTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private Client admin;
    private Client api;

    @BeforeEach
    void clients() {
        api = Client.of(FRESHSALES.simulator());
        admin = api.at(FRESHSALES.simulator().baseUrl() + "/__admin");
    }

    @AfterEach
    void accountIsStillThere() {
        assertThat(api.get("selector/owners").status()).isEqualTo(200);
    }

    @Test
    void stubOfAUserWinsAndCanBeRemoved() {
        String id = admin.post(
                        "mappings",
                        "{'request': {'urlPath': '/crm/sales/api/selector/owners'}, 'response': {'status': 418}}")
                .json()
                .get("id")
                .asText();

        assertThat(api.get("selector/owners").status()).isEqualTo(418);
        admin.delete("mappings/" + id);
    }

    @Test
    void journalCanBeRead() {
        api.get("selector/owners");

        assertThat(admin.get("requests").json().get("requests")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, shutdown",
        "DELETE, mappings",
        "DELETE, mappings/f4e5a1e5-0000-4000-8000-000000000001",
        "PUT, mappings/f4e5a1e5-0000-4000-8000-000000000001"
    })
    void whatWouldEndTheSimulatorIsRefused(String method, String path) {
        Client.Reply reply = admin.send(method, path, "{}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().get("error").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mappings/reset  | {}
            reset           | {}
            mappings/remove | {"id": "f4e5a1e5-0000-4000-8000-000000000001"}
            mappings/remove | {"request": {"url": "ANY"}}
            mappings/remove-by-metadata | {}
            mappings/import | {"mappings": [], "importOptions": {"deleteAllNotInImport": true}}
            """)
    void accountComesThroughWhateverElseTakesMappingsAway(String path, String body) {
        assertThat(admin.post(path, body).status()).isLessThan(500);
    }
}
