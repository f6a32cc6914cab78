// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsertTest extends ServiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contacts | ''          | {\"emails\":\"a@b.test\"}                                        | {\"emails\":\"a@b.test\"}",
                "contacts | ''          | {\"email\":\"a@b.test\"}                                         | {\"emails\":\"a@b.test\"}",
                "contacts | ''          | {\"emails\":[\"a@b.test\",\"c@d.test\"]}                         | {\"emails\":\"a@b.test\"}",
                "contacts | ''          | {\"emails\":[{\"value\":\"x\"},{\"value\":\"a@b.test\",\"is_primary\":true}]} | {\"emails\":\"a@b.test\"}",
                "contacts | ''          | {\"emails\":[],\"email\":\"a@b.test\"}                           | {\"emails\":\"a@b.test\"}",
                "contacts | external_id | {\"external_id\":\"007\"}                                        | {\"external_id\":\"007\"}",
                "contacts | external_id | {\"external_id\":7}                                              | {\"external_id\":7}",
                "contacts | cf_number   | {\"custom_field\":{\"cf_number\":1.50}}                          | {\"cf_number\":1.50}",
                "accounts | ''          | {\"name\":\"Acme\"}                                              | {\"name\":\"Acme\"}",
                "accounts | id          | {\"id\":70000000001}                                             | {\"id\":70000000001}",
                "deals    | ''          | {\"id\":\"70000000001\"}                                         | {\"id\":\"70000000001\"}"
            })
    void recordStandsWholeBesideTheFieldItIsMatchedBy(String resource, String field, String record, String identifier) {
        serviceAnswers(200, "{}");
        String key = Map.of("contacts", "contact", "accounts", "sales_account", "deals", "deal")
                .get(resource);
        String uri = "freshsales:upsert?resourceType=" + resource;

        call(field.isEmpty() ? uri : uri + "&uniqueIdentifier=" + field, record);
        call(uri, record, field.isEmpty() ? Map.of() : Map.of(FreshsalesConstants.UNIQUE_IDENTIFIER, field));

        assertThat(arrived()).hasSize(2).allSatisfy(request -> {
            assertThat(request.getUrl()).endsWith("/upsert");
            assertThat(request.getBodyAsString())
                    .isEqualTo("{\"unique_identifier\":" + identifier + ",\"" + key + "\":" + record + "}");
        });
    }

    @Test
    void customFieldsAreFoundBeforeTheyMove() {
        serviceAnswers(200, "{}");

        call("freshsales:upsert?resourceType=contacts&uniqueIdentifier=cf_number", "{\"cf_number\":7,\"city\":null}");

        assertThat(onlyRequest().getBodyAsString())
                .isEqualTo("{\"unique_identifier\":{\"cf_number\":7},"
                        + "\"contact\":{\"city\":null,\"custom_field\":{\"cf_number\":7}}}");
    }

    @Test
    void wrappedRecordIsLookedInto() {
        serviceAnswers(200, "{}");

        call("freshsales:upsert?resourceType=deals", "{\"deal\":{\"id\":5,\"name\":\"x\"}}");

        assertThat(onlyRequest().getBodyAsString())
                .isEqualTo("{\"unique_identifier\":{\"id\":5},\"deal\":{\"id\":5,\"name\":\"x\"}}");
    }

    @Test
    void bodyThatIsCompleteGoesAsItIs() {
        serviceAnswers(200, "{}");
        String complete = "{\"unique_identifier\":{\"emails\":\"a@b.test\"},\"contact\":{\"city\":\"Oslo\"}}";

        call("freshsales:upsert?resourceType=contacts", complete);
        call("freshsales:upsert?resourceType=contacts&wrap=never", complete);

        assertThat(arrived())
                .allSatisfy(request -> assertThat(request.getBodyAsString()).isEqualTo(complete));
    }

    @ParameterizedTest
    @CsvSource({"201, true", "200, false", "202, "})
    void statusTellsWhetherItWasCreated(int status, Boolean created) {
        serviceAnswers(status, "{\"contact\":{\"id\":7}}");

        Exchange result = send("freshsales:upsert?resourceType=contacts", Map.of("email", "a@b.test"), Map.of());

        assertThat(result.getMessage().getHeader(FreshsalesConstants.CREATED)).isEqualTo(created);
        assertThat(result.getMessage().getBody()).isEqualTo(Map.of("id", 7L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"city\":\"Oslo\"}",
                "{\"emails\":null}",
                "{\"emails\":[]}",
                "{\"emails\":\" \"}",
                "{\"email\":true}"
            })
    void recordWithoutItsIdentifierIsRefused(String record) {
        assertThat(refusal("freshsales:upsert?resourceType=contacts", record))
                .hasMessageContaining("The record has no emails to match on, as text or a number");
    }

    @Test
    void unknownWordNeedsACompleteBody() {
        assertThat(refusal("freshsales:upsert?resourceType=warranty_cards", Map.of("id", 1)))
                .hasMessageContaining("must hold unique_identifier");
    }

    @Test
    void upsertOfManyMayBeSentAgainAfterTrouble() {
        serviceAnswers(503, "");

        FreshsalesException e = failure(
                "freshsales:upsert?resourceType=contacts", List.of(Map.of("email", "a@b.test"), Map.of("email", "b")));

        assertThat(e.isRetryable()).isTrue();
        assertThat(e.getResults()).hasSize(1);
    }
}
