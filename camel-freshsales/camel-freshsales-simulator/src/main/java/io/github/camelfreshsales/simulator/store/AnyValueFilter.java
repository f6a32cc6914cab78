// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Records that have a text in any of their values, in whatever case, or whose id begins with it. */
public final class AnyValueFilter implements RecordFilter {

    private final String wanted;
    private final boolean deleted;

    /** @param deleted whether the Recycle Bin is searched, and nothing else */
    public AnyValueFilter(String wanted, boolean deleted) {
        this.wanted = wanted.toLowerCase(Locale.ROOT);
        this.deleted = deleted;
    }

    @Override
    public boolean test(StoredRecord record) {
        return record.deleted() == deleted
                && (String.valueOf(record.id()).startsWith(wanted)
                        || contains(RecordValues.displayName(record))
                        || record.values().values().stream().anyMatch(this::isIn));
    }

    @Override
    public BitSet matches(GeneratedRecords block) {
        if (deleted || block.count() == 0) {
            return new BitSet();
        }
        StoredRecord first = block.record(block.firstId());
        Set<String> attributes = new LinkedHashSet<>(first.values().keySet());
        attributes.add("display_name");
        BitSet found = new GeneratedText("", "").startingWith(wanted, block);
        for (String attribute : attributes) {
            found.or(block.text(attribute)
                    .map(text -> text.containing(wanted, block))
                    .orElseGet(() -> withoutText(attribute, first, block)));
        }
        return found;
    }

    private BitSet withoutText(String attribute, StoredRecord first, GeneratedRecords block) {
        if (block.isConstant(attribute)) {
            return block.all(isIn(first.get(attribute)));
        }
        BitSet found = new BitSet(block.count());
        if (wanted.matches("[\\d.]+")) {
            block.ids()
                    .filter(id -> isIn(block.record(id).get(attribute)))
                    .forEach(id -> found.set((int) (id - block.firstId())));
        }
        return found;
    }

    private boolean isIn(JsonNode value) {
        if (value.isValueNode()) {
            return !value.isNull() && contains(value.asText());
        }
        for (JsonNode one : value) {
            if (isIn(one)) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
