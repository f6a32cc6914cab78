// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test does to the account itself, so that it is no request. */
class DirectChangeTest {

    private static final SimulatedClock CLOCK = SimulatedClock.at("2024-03-05T10:00:00Z");

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension(
            FreshsalesSimulator.builder().clock(CLOCK).quota(100, 0).with(Switch.ZULU_TIMESTAMPS));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();

    @Test
    void updateSetsWhatIsGivenAndTheTimeOfTheClock() {
        CLOCK.set(Instant.parse("2024-03-05T10:00:00Z"));
        long id = simulator.seed("contacts", Map.of("last_name", "Moss", "city", "Oslo"));
        CLOCK.advance(Duration.ofMillis(7700));

        simulator.update("contacts", id, Map.of("city", "Rome", "contact_status_id", 5));

        assertThat(simulator.record("contacts", id))
                .containsEntry("last_name", "Moss")
                .containsEntry("city", "Rome")
                .containsEntry("contact_status_id", 5L)
                .containsEntry("created_at", "2024-03-05T10:00:00Z")
                .containsEntry("updated_at", "2024-03-05T10:00:07Z");
    }

    @Test
    void updatedAtMayBeGivenAsTextOrInstant() {
        long id = simulator.seed("deals", Map.of("name", "Pump", "updated_at", Instant.parse("2024-01-01T00:00:00Z")));
        assertThat(simulator.record("deals", id)).containsEntry("updated_at", "2024-01-01T00:00:00Z");

        simulator.update("deals", id, Map.of("updated_at", "2024-01-02T00:00:00.9Z"));
        assertThat(simulator.record("deals", id)).containsEntry("updated_at", "2024-01-02T00:00:00Z");

        simulator.update("deals", id, Map.of("updated_at", Instant.parse("2024-01-03T00:00:00Z")));
        assertThat(simulator.record("deals", id)).containsEntry("updated_at", "2024-01-03T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "sales_accounts", "deals", "cm_project", "products", "cpq_documents"})
    void deletedRecordIsInTheRecycleBinUntilItIsRestored(String resource) {
        CLOCK.set(Instant.parse("2024-03-05T10:00:00Z"));
        long id = simulator.seed(resource, Map.of("name", "A", "last_name", "A"));

        CLOCK.advance(Duration.ofSeconds(5));
        simulator.delete(resource, id);
        assertThat(simulator.count(resource)).isZero();
        assertThat(simulator.deletedRecords(resource)).singleElement().satisfies(record -> assertThat(record)
                .containsEntry("updated_at", "2024-03-05T10:00:05Z"));
        assertThatThrownBy(() -> simulator.delete(resource, id)).isInstanceOf(NoSuchElementException.class);

        CLOCK.advance(Duration.ofSeconds(5));
        simulator.restore(resource, id);
        assertThat(simulator.deletedRecords(resource)).isEmpty();
        assertThat(simulator.records(resource)).singleElement().satisfies(record -> assertThat(record)
                .containsEntry("updated_at", "2024-03-05T10:00:10Z"));
        assertThatThrownBy(() -> simulator.restore(resource, id)).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "appointments", "notes", "sales_activities"})
    void resourceWithoutRecycleBinLosesWhatIsDeleted(String resource) {
        long id = simulator.seed(resource, Map.of("title", "A"));

        simulator.delete(resource, id);

        assertThat(simulator.find(resource, id)).isEmpty();
    }

    @Test
    void forgottenRecordIsGoneFromTheRecycleBinToo() {
        long live = simulator.seed("contacts", Map.of("last_name", "A"));
        long deleted = simulator.seed("contacts", Map.of("last_name", "B", "is_deleted", true));

        simulator.forget("contacts", live).forget("contacts", deleted);

        assertThat(simulator.records("contacts")).isEmpty();
        assertThat(simulator.deletedRecords("contacts")).isEmpty();
    }

    @Test
    void unknownRecordIsRefusedByName() {
        assertThatThrownBy(() -> simulator.update("deals", 5, Map.of())).hasMessage("No deals with id 5");
        assertThatThrownBy(() -> simulator.delete("deals", 5)).hasMessage("No deals with id 5");
        assertThatThrownBy(() -> simulator.forget("deals", 5)).hasMessage("No deals with id 5");
        assertThatThrownBy(() -> simulator.restore("deals", 5)).hasMessage("No deals with id 5");
    }

    @Test
    void nothingOfItCountsAsARequest() {
        long id = simulator.seed("contacts", Map.of("last_name", "A"));

        simulator.update("contacts", id, Map.of("city", "Oslo"));
        simulator.delete("contacts", id).restore("contacts", id).forget("contacts", id);

        assertThat(List.of(simulator.requestCount(), simulator.processedCount()))
                .containsOnly(0L);
        assertThat(simulator.quotaRemaining()).isEqualTo(100);
    }
}
