// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.simulator.store.FieldDefinition;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples and tables of the page about the user's own column names. */
class OwnWordsExamplesTest extends ExampleTest {

    @BeforeEach
    void accountHasFieldsOfItsOwn() {
        simulator
                .defineField(
                        "contacts",
                        FieldDefinition.of("cf_region", "Region", "dropdown").withChoices("North", "South"))
                .defineField(
                        "contacts",
                        FieldDefinition.of("cf_interests", "Interests", "multi_select_dropdown")
                                .withChoices("Tea", "Coffee"))
                .changeField("contacts", "last_name", FieldDefinition::asRequired);
        context.getRegistry().bind("german", Map.of("Nachname", "last_name", "Mail", "emails", "Betreuer", "owner"));
    }

    private void start(Language language) throws Exception {
        start(language, new OwnWordsRoutes(), "own-words.yaml");
    }

    @ParameterizedTest
    @EnumSource
    void rowsWithHeadingsAndNamesBecomeContacts(Language language) throws Exception {
        start(language);

        Message one = send(
                "direct:rows",
                Map.of("Vorname", "Lee", "Nachname", "Moss", "Notiz", "x", "Owner", "Ana Ruiz", "Region", "north"));

        assertThat(one.getBody(Map.class).get("owner_id")).isEqualTo(simulator.selectorId("owners", "Ana Ruiz"));
        assertThat(one.getBody(Map.class).get("custom_field").toString()).contains("cf_region=North");
        assertThat(one.getHeader("CamelFreshsalesUnstoredFields")).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void mappingIsABean(Language language) throws Exception {
        start(language);

        send("direct:german-rows", Map.of("Nachname", "Moss", "Mail", "lee@example.test", "Betreuer", "Ben Okafor"));

        assertThat(simulator.records("contacts").get(0))
                .containsEntry("owner_id", simulator.selectorId("owners", "Ben Okafor"));
    }

    @ParameterizedTest
    @EnumSource
    void badRowsAreToldApart(Language language) throws Exception {
        start(language);
        List<Exchange> bad = arrivalsAt("direct:bad-row");

        send("direct:checked-rows", List.of(Map.of("Last name", "Moss"), Map.of("Last name", "Ito", "Region", "Nord")));

        assertThat(bad).hasSize(1);
        assertThat(simulator.count("contacts")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void schemaIsJson(Language language) throws Exception {
        start(language);
        List<Exchange> schemas = arrivalsAt("direct:json-schema");

        send("direct:schema", null);

        assertThat(schemas.get(0).getMessage().getBody(String.class)).contains("\"cf_region\":{\"title\":\"Region\"");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/manual/own-words.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void recordIsSentAsTheTableSays(String resource, String record, String sent) throws Exception {
        context.start();

        Map<?, ?> request = send("freshsales:create?dryRun=true&resolveNames=true&resourceType=" + resource, record)
                .getBody(Map.class);

        assertThat(request.get("body")).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/manual/own-words-refused.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1)
    void recordIsRefusedWithTheMessageOfTheTable(String resource, String record, String message) throws Exception {
        context.start();
        String uri = "freshsales:create?resolveNames=true&validateRecords=fail&resourceType=" + resource;

        CamelExecutionException thrown = catchThrowableOfType(CamelExecutionException.class, () -> send(uri, record));

        assertThat(((FreshsalesException) thrown.getCause()).getMessages()).containsExactly(message);
    }
}
