// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.operation.RecordsOnTheirWay.Arrived;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsOnTheirWayTest {

    private static final SentRecord OLD = new SentRecord("ada", "old");
    private static final SentRecord NEW = new SentRecord("ada", "new");
    private static final SentRecord OTHER = new SentRecord("bo", "other");

    private final RecordsOnTheirWay records = new RecordsOnTheirWay();
    private final Map<String, String> kept = new HashMap<>();

    private void leave(SentRecord... sent) {
        records.note(List.of(), List.of(sent), kept::putAll);
    }

    private void arrive(SentRecord sent, boolean confirmed) {
        records.note(List.of(new Arrived(sent, confirmed)), List.of(), kept::putAll);
    }

    @Test
    void nobodyKnowsOfARecordOnItsWay() {
        kept.put("ada", "old");

        leave(NEW);

        assertThat(kept).isEqualTo(Map.of("ada", "unsure"));
    }

    @Test
    void onlyWhatIsConfirmedIsKnown() {
        leave(NEW, OTHER);

        arrive(NEW, true);
        arrive(OTHER, false);

        assertThat(kept).isEqualTo(Map.of("ada", "new", "bo", "unsure"));
    }

    @Test
    void ofTwoThatDifferNobodyKnowsWhichArrivesLast() {
        leave(OLD);
        leave(NEW);

        arrive(NEW, true);
        arrive(OLD, true);

        assertThat(kept).isEqualTo(Map.of("ada", "unsure"));
    }

    @Test
    void twoThatAreTheSameAreKnownWhenBothHaveArrived() {
        leave(NEW, NEW);

        arrive(NEW, true);
        assertThat(kept).isEqualTo(Map.of("ada", "unsure"));
        arrive(NEW, false);
        assertThat(kept).isEqualTo(Map.of("ada", "new"));
    }

    @Test
    void oneThatLeavesWhileAnotherArrivesIsNotKnown() {
        leave(OLD);

        records.note(List.of(new Arrived(OLD, true)), List.of(NEW), kept::putAll);

        assertThat(kept).isEqualTo(Map.of("ada", "unsure"));
        arrive(NEW, true);
        assertThat(kept).isEqualTo(Map.of("ada", "new"));
    }

    @Test
    void whatCannotBeNotedIsNotOnItsWay() {
        assertThatThrownBy(() -> records.note(List.of(), List.of(OLD), digests -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");

        leave(NEW);
        arrive(NEW, true);

        assertThat(kept).isEqualTo(Map.of("ada", "new"));
    }
}
