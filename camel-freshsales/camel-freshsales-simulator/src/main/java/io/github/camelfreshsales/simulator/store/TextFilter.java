// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Live records that have a text somewhere in their names, addresses or numbers, in whatever case. */
public final class TextFilter implements RecordFilter {

    private static final List<String> SEARCHED =
            List.of("name", "display_name", "emails", "mobile_number", "work_number", "phone", "website");

    private final ResourceType type;
    private final RecordValues values;
    private final String wanted;

    public TextFilter(ResourceType type, RecordValues values, String wanted) {
        this.type = type;
        this.values = values;
        this.wanted = wanted.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean test(StoredRecord record) {
        return !record.deleted() && SEARCHED.stream().anyMatch(attribute -> contains(record, attribute));
    }

    @Override
    public BitSet matches(GeneratedRecords block) {
        BitSet found = new BitSet();
        for (String attribute : SEARCHED) {
            found.or(block.text(attribute)
                    .map(text -> text.containing(wanted, block))
                    .orElseGet(() -> block.all(contains(block.record(block.firstId()), attribute))));
        }
        return found;
    }

    private boolean contains(StoredRecord record, String attribute) {
        return values.of(type, record, attribute).stream()
                .anyMatch(value -> value.asText("").toLowerCase(Locale.ROOT).contains(wanted));
    }
}
