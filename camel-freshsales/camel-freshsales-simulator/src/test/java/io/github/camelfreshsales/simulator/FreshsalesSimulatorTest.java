// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.simulator.Client.Reply;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class FreshsalesSimulatorTest {

    @Test
    void suiteLivesBelowItsBrowserPath() {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start()) {
            assertThat(simulator.baseUrl()).isEqualTo("http://localhost:" + simulator.port());
            assertThat(simulator.domain()).isEqualTo(simulator.baseUrl() + "/crm/sales");
            assertThat(simulator.apiRoot()).isEqualTo(simulator.domain() + "/api");
            assertThat(Client.of(simulator).get("leads/filters").status()).isEqualTo(404);
        }
    }

    @Test
    void classicLivesAtTheTopAndHasLeads() {
        try (FreshsalesSimulator simulator =
                FreshsalesSimulator.builder().classic(true).start()) {
            assertThat(simulator.domain()).isEqualTo(simulator.baseUrl());
            assertThat(simulator.apiRoot()).isEqualTo(simulator.baseUrl() + "/api");
            assertThat(Client.of(simulator).get("leads/filters").status()).isEqualTo(200);
        }
    }

    @Test
    void httpsCertificateIsGoodForLocalhostWhenTrusted() {
        try (FreshsalesSimulator simulator =
                FreshsalesSimulator.builder().https(true).start()) {
            Client client = Client.of(simulator);
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(simulator.sslContext()).build();

            assertThat(simulator.domain()).startsWith("https://localhost:");
            assertThat(client.withHttp(trusting).get("selector/owners").status())
                    .isEqualTo(200);
            assertThat(client.withHttp(trusting)
                            .at(simulator.apiRoot().replace("localhost", "127.0.0.1"))
                            .get("selector/owners")
                            .status())
                    .isEqualTo(200);
            assertThatThrownBy(() -> client.get("selector/owners"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void clockGivesTheTimestamps() {
        Instant noon = Instant.parse("2024-03-05T14:15:00.789Z");
        try (FreshsalesSimulator simulator =
                FreshsalesSimulator.builder().clock(() -> noon).start()) {
            Client client = Client.of(simulator);

            Reply reply = client.post("deals", "{'deal':{'name':'Pump'}}");
            assertThat(reply.json().at("/deal/created_at").asText()).isEqualTo("2024-03-05T09:15:00-05:00");

            simulator.turnOn(Switch.ZULU_TIMESTAMPS);
            assertThat(client.get("deals/" + reply.id("deal"))
                            .json()
                            .at("/deal/updated_at")
                            .asText())
                    .isEqualTo("2024-03-05T14:15:00Z");
        }
    }

    @Test
    void seedsKeepIdsApartAndEqualSeedsGiveEqualIds() {
        try (FreshsalesSimulator one = FreshsalesSimulator.builder().seed(1).start();
                FreshsalesSimulator same = FreshsalesSimulator.builder().seed(1).start();
                FreshsalesSimulator other =
                        FreshsalesSimulator.builder().seed(2).start()) {
            long id = one.seed("contacts", Map.of("last_name", "Moss"));

            assertThat(same.seed("contacts", Map.of("last_name", "Moss"))).isEqualTo(id);
            assertThat(other.seed("contacts", Map.of("last_name", "Moss"))).isNotEqualTo(id);
            assertThat(same.viewId("contacts", "All Contacts")).isEqualTo(one.viewId("contacts", "All Contacts"));
            assertThat(other.viewId("contacts", "All Contacts")).isNotEqualTo(one.viewId("contacts", "All Contacts"));
        }
    }

    @Test
    void resetForgetsAndPreparesAnew() {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.builder()
                .with(Switch.ZULU_TIMESTAMPS)
                .prepare(fresh -> fresh.seed("contacts", Map.of("last_name", "Always")))
                .start()) {
            simulator.seed("contacts", Map.of("last_name", "Moss"));
            simulator.turnOff(Switch.ZULU_TIMESTAMPS);
            long view = simulator.viewId("deals", "Open Deals");

            simulator.reset();

            assertThat(simulator.records("contacts")).extracting("last_name").containsExactly("Always");
            assertThat(simulator.records("contacts").get(0).get("created_at").toString())
                    .endsWith("Z");
            assertThat(simulator.viewId("deals", "Open Deals")).isEqualTo(view);
        }
    }

    @Test
    void seededRecordMayHaveWhatAClientCannotSet() {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start()) {
            long id = simulator.seed(
                    "contacts",
                    Map.of(
                            "id",
                            70041234567L,
                            "contact_status_id",
                            5,
                            "updated_at",
                            "2024-03-05T14:15:00Z",
                            "is_deleted",
                            true));

            assertThat(id).isEqualTo(70041234567L);
            assertThat(simulator.record("contacts", id))
                    .containsEntry("contact_status_id", 5L)
                    .containsEntry("updated_at", "2024-03-05T09:15:00-05:00")
                    .containsEntry("is_deleted", true);
            assertThat(simulator.count("contacts")).isZero();
        }
    }

    @Test
    void parallelCreatesGetDifferentIdsAndOneOfTwinsIsRefused() {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start()) {
            Client client = Client.of(simulator);

            List<Reply> replies = IntStream.range(0, 400)
                    .parallel()
                    .mapToObj(i -> client.post("contacts", "{'contact':{'email':'twin" + i / 2 + "@example.test'}}"))
                    .toList();

            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(200);
            assertThat(replies).filteredOn(reply -> reply.status() == 400).hasSize(200);
            assertThat(simulator.records("contacts"))
                    .extracting("id")
                    .doesNotHaveDuplicates()
                    .hasSize(200);
        }
    }

    @Test
    void administratorCanMakeAttributesMandatory() {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.builder()
                .requires("contacts", "mobile_number", "email", "cf_region")
                .start()) {
            Reply reply = Client.of(simulator).post("contacts", "{'contact':{'last_name':'Moss'}}");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/message"))
                    .extracting(message -> message.asText())
                    .containsExactly(
                            "Need to fill this Mobile number",
                            "Need to fill this Email",
                            "Need to fill this Cf region");
        }
    }

    @Test
    void journalStaysWithinItsLimit() {
        try (FreshsalesSimulator simulator =
                FreshsalesSimulator.builder().journalLimit(5).start()) {
            Client client = Client.of(simulator);

            IntStream.range(0, 20).forEach(i -> client.get("selector/owners"));

            assertThat(simulator.wireMock().getAllServeEvents()).hasSize(5);
            assertThat(simulator.requestCount()).isEqualTo(20);
        }
    }

    @Test
    void journalKeepsShortAnswersAndNoLongOnes() {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start()) {
            Client client = Client.of(simulator);
            simulator.generate("contacts", 100);

            client.get("selector/designations");
            client.get("contacts/view/" + simulator.viewId("contacts", "All Contacts") + "?per_page=100");

            assertThat(simulator.wireMock().getAllServeEvents())
                    .extracting(
                            event -> new String(event.getResponseDefinition().getByteBody(), UTF_8))
                    .satisfiesExactly(
                            longOne -> assertThat(longOne).isEqualTo("a long body, not kept"),
                            shortOne -> assertThat(shortOne).startsWith("{\"designations\""));
        }
    }
}
