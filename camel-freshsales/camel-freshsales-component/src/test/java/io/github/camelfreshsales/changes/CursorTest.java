// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Instant TEN = Instant.parse("2026-03-05T10:00:00Z");

    private static Change change(Object id, Object updatedAt) {
        return Change.of(Map.of("id", id, "updated_at", updatedAt));
    }

    @Test
    void textHoldsAllThatACursorKnows() {
        Cursor cursor = Cursor.at(TEN);
        Change timed = change(1, "2026-03-05T10:00:07Z");
        Change untimed = change(2, "yesterday");
        cursor.add(timed);
        cursor.add(untimed);
        cursor.reach(timed.at());

        Cursor read = Cursor.parse(cursor.toText("contacts"), "contacts");

        assertThat(read.since()).isEqualTo(TEN);
        assertThat(read.newest()).isEqualTo(timed.at());
        assertThat(read.hasDelivered(timed)).isTrue();
        assertThat(read.hasDelivered(untimed)).isTrue();
        assertThat(read.hasDelivered(change(2, "tomorrow"))).isFalse();
    }

    @Test
    void cursorOfVersionOneIsReadAndAtMostRepeatsWhatCameAfterIt() {
        String old = "{\"version\":1,\"resource\":\"contacts\",\"since\":\"2026-03-05T10:00:00Z\","
                + "\"newest\":\"2026-03-05T10:00:07Z\",\"seen\":{\"2026-03-05T10:00:07Z\":{\"1\":\"7f3a\"}}}";

        Cursor read = Cursor.parse(old, "contacts");

        assertThat(read.since()).isEqualTo(TEN);
        assertThat(read.newest()).isEqualTo(Instant.parse("2026-03-05T10:00:07Z"));
        assertThat(read.hasDelivered(change(1, "2026-03-05T10:00:07Z"))).isFalse();
        assertThat(read.hasDelivered(change(3, "2026-03-05T09:59:59Z"))).isTrue();
    }

    @Test
    void cursorOfALaterVersionIsRefused() {
        assertThatThrownBy(() -> Cursor.parse("{\"version\":3}", "contacts"))
                .hasMessageContaining("its version is not 1 to 2");
    }

    @Test
    void recordsWithoutATimeAreForgottenByTheirNumber() {
        Cursor cursor = Cursor.at(TEN);
        for (int id = 0; id <= 1_000; id++) {
            cursor.add(change(id, "yesterday"));
        }

        assertThat(cursor.hasDelivered(change(0, "yesterday"))).isFalse();
        assertThat(cursor.hasDelivered(change(1, "yesterday"))).isTrue();
    }
}
