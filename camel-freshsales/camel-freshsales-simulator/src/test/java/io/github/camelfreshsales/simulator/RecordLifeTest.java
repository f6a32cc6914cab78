// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.Client.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every resource does alike. It runs on Classic, which has all of them. */
class RecordLifeTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().classic(true));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @EnumSource
    void createAnswersTheNewRecordUnderItsKey(ResourceUnderTest resource) {
        Reply reply = client.post(resource.path, resource.wrapped(simulator));

        assertThat(reply.status()).isEqualTo(resource == ResourceUnderTest.NOTES ? 200 : 201);
        assertThat(reply.json().fieldNames().next()).isEqualTo(resource.key);
        assertThat(reply.id(resource.key)).isBetween(10_000_000_000L, 999_999_999_999L);
        assertThat(reply.json().path(resource.key).path("created_at").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d-05:00");
        assertThat(simulator.records(resource.resource())).singleElement().satisfies(stored -> assertThat(stored)
                .containsEntry("id", reply.id(resource.key)));
    }

    @ParameterizedTest
    @EnumSource
    void flatBodyIsAcceptedToo(ResourceUnderTest resource) {
        Reply reply = client.post(resource.path, resource.flat(simulator));

        assertThat(reply.status()).isBetween(200, 201);
        assertThat(reply.json().path(resource.key).path(resource.text).asText()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.camelfreshsales.simulator.ResourceUnderTest#readable")
    void getAnswersWhatCreateAnswered(ResourceUnderTest resource) {
        Reply created = client.post(resource.path, resource.wrapped(simulator));

        Reply read = client.get(resource.path + "/" + created.id(resource.key));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().get(resource.key)).isEqualTo(created.json().get(resource.key));
    }

    @ParameterizedTest
    @EnumSource
    void updateChangesWhatIsSentAndNothingElse(ResourceUnderTest resource) {
        Reply created = client.post(resource.path, resource.wrapped(simulator));
        long id = created.id(resource.key);

        Reply updated = client.put(
                resource.path + "/" + id, "{'" + resource.key + "':{'" + resource.text + "':'Other','nonsense':1}}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().path(resource.key).path(resource.text).asText())
                .isEqualTo("Other");
        assertThat(updated.json().path(resource.key).has("nonsense")).isFalse();
        assertThat(updated.json().path(resource.key).path("created_at"))
                .isEqualTo(created.json().path(resource.key).path("created_at"));
        assertThat(simulator.record(resource.resource(), id)).containsEntry(resource.text, "Other");
    }

    @ParameterizedTest
    @EnumSource
    void deleteAnswersItsOwnBodyAndTakesTheRecordAway(ResourceUnderTest resource) {
        long id = client.post(resource.path, resource.wrapped(simulator)).id(resource.key);

        Reply deleted = client.delete(resource.path + "/" + id);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text()).isEqualTo(resource.deleteAnswer.replace("ID", "" + id));
        assertThat(simulator.count(resource.resource())).isZero();
        assertThat(client.delete(resource.path + "/" + id).status()).isEqualTo(404);
        assertThat(simulator.deletedRecords(resource.resource())).hasSize(resource.hasRecycleBin ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("io.github.camelfreshsales.simulator.ResourceUnderTest#readable")
    void deletedRecordIsReadableFromTheRecycleBinOnly(ResourceUnderTest resource) {
        long id = client.post(resource.path, resource.wrapped(simulator)).id(resource.key);
        client.delete(resource.path + "/" + id);

        Reply read = client.get(resource.path + "/" + id);

        assertThat(read.status()).isEqualTo(resource.hasRecycleBin ? 200 : 404);
        assertThat(read.json().path(resource.key).path("is_deleted").asBoolean())
                .isEqualTo(resource.hasRecycleBin);
        assertThat(client.put(resource.path + "/" + id, resource.wrapped(simulator))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("io.github.camelfreshsales.simulator.ResourceUnderTest#forgettable")
    void forgottenRecordIsGone(ResourceUnderTest resource) {
        long id = client.post(resource.path, resource.wrapped(simulator)).id(resource.key);

        Reply forgotten = client.delete(resource.path + "/" + id + "/forget");

        assertThat(forgotten.status()).isEqualTo(200);
        assertThat(forgotten.text()).isEqualTo(resource == ResourceUnderTest.CUSTOM ? "{\"response\":true}" : "true");
        assertThat(client.get(resource.path + "/" + id).status()).isEqualTo(404);
        assertThat(simulator.find(resource.resource(), id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCTS", "CPQ_DOCUMENTS"})
    void restoreBringsBackFromTheRecycleBin(ResourceUnderTest resource) {
        long id = client.post(resource.path, resource.wrapped(simulator)).id(resource.key);
        client.delete(resource.path + "/" + id);

        Reply restored = client.put(resource.path + "/" + id + "/restore", "");

        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.json().path(resource.key).path("is_deleted").asBoolean())
                .isFalse();
        assertThat(simulator.count(resource.resource())).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void unknownIdIsAnErrorsObject(ResourceUnderTest resource) {
        Reply reply = client.put(resource.path + "/70000000001", resource.wrapped(simulator));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().at("/errors/code").asInt()).isEqualTo(404);
        assertThat(reply.json().at("/errors/message").isArray()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void brokenJsonIsRefused(ResourceUnderTest resource) {
        for (String body : new String[] {"{'a':", "[1]", "3", "{} {}", "nonsense"}) {
            Reply reply = client.post(resource.path, body);

            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.json().at("/errors/code").asInt()).isEqualTo(400);
        }
    }

    @Test
    void noteCannotBeReadById() {
        long id =
                client.post("notes", ResourceUnderTest.NOTES.wrapped(simulator)).id("note");

        assertThat(client.get("notes/" + id).status()).isEqualTo(404);
    }

    @Test
    void createAnswers200AndDelete204BehindTheirSwitches() {
        simulator.turnOn(Switch.CREATE_ANSWERS_200, Switch.DELETE_ANSWERS_204);

        Reply created = client.post("deals", "{'deal':{'name':'Pump'}}");
        Reply deleted = client.delete("deals/" + created.id("deal"));

        assertThat(created.status()).isEqualTo(200);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
    }
}
