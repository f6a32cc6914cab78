// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is computed of generated records is what looking at each of them finds. */
class AnyValueFilterTest {

    private static final long FIRST_ID = 70_041_000_995L;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            contacts | ""
            contacts | 70041000
            contacts | 1001
            contacts | contact number 7
            contacts | NUMBER 70041001002
            contacts | @generated
            contacts | 1003@gen
            contacts | ontact
            contacts | oslo
            deals    | 1500
            deals    | 1995
            deals    | generated 7004100
            tasks    | generated
            tasks    | 1010
            notes    | Generated 70041000999
            notes    | 99
            """)
    void generatedRecordsAreFoundAsIfEachWasLookedAt(String resource, String wanted) {
        ResourceType type = ResourceTypes.all(false).stream()
                .filter(one -> one.name().equals(resource))
                .findFirst()
                .orElseThrow();
        GeneratedRecords block = new GeneratedRecords(type, FIRST_ID, 600, Instant.parse("2024-01-01T00:00:00Z"));
        AnyValueFilter filter = new AnyValueFilter(wanted, false);
        BitSet lookedAt = new BitSet();
        block.ids().filter(id -> filter.test(block.record(id))).forEach(id -> lookedAt.set((int) (id - FIRST_ID)));

        assertThat(filter.matches(block)).as(resource + " " + wanted).isEqualTo(lookedAt);
        assertThat(new AnyValueFilter(wanted, true).matches(block).isEmpty()).isTrue();
    }
}
