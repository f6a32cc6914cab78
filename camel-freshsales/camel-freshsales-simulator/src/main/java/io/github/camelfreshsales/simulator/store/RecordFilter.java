// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Predicate;

/** Which records a list shows, and what is known of many records without looking at each. */
public interface RecordFilter extends Predicate<StoredRecord> {

    /** All but the Recycle Bin. */
    RecordFilter LIVE = uniform(record -> !record.deleted());

    /** Ids of stored records, all that match among them, in no order; empty when each record must be looked at. */
    default Optional<long[]> candidates(RecordStore store) {
        return Optional.empty();
    }

    /** Which records of a block match, counted from its first. */
    default BitSet matches(GeneratedRecords block) {
        BitSet matches = new BitSet(block.count());
        for (int at = 0; at < block.count(); at++) {
            matches.set(at, test(block.record(block.firstId() + at)));
        }
        return matches;
    }

    /** A condition that all records of a block fulfil, or none of them. */
    static RecordFilter uniform(Predicate<StoredRecord> condition) {
        return new RecordFilter() {
            @Override
            public boolean test(StoredRecord record) {
                return condition.test(record);
            }

            @Override
            public BitSet matches(GeneratedRecords block) {
                return block.all(block.count() > 0 && test(block.record(block.firstId())));
            }
        };
    }

    /** A condition that nothing is known about. */
    static RecordFilter of(Predicate<StoredRecord> condition) {
        return condition instanceof RecordFilter filter ? filter : condition::test;
    }
}
