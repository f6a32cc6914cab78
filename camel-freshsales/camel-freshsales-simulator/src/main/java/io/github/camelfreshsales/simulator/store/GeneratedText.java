// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of all records of a block: a beginning, the record's id, and an end, neither of which has digits. So it can be
 * computed which of a million texts contain another one.
 */
record GeneratedText(String beginning, String end) {

    private static final Pattern ONE_NUMBER = Pattern.compile("(\\D*)(\\d+)(\\D*)");
    private static final int LONGEST_ID = 18;

    GeneratedText {
        beginning = beginning.toLowerCase(Locale.ROOT);
        end = end.toLowerCase(Locale.ROOT);
    }

    String of(long id) {
        return beginning + id + end;
    }

    /** Where a text in lower case stands in the texts of a block. */
    BitSet containing(String wanted, GeneratedRecords block) {
        if (beginning.contains(wanted) || end.contains(wanted)) {
            return block.all(true);
        }
        return matching(wanted, false, false, block);
    }

    BitSet startingWith(String wanted, GeneratedRecords block) {
        return beginning.startsWith(wanted) ? block.all(true) : matching(wanted, true, false, block);
    }

    BitSet endingWith(String wanted, GeneratedRecords block) {
        return end.endsWith(wanted) ? block.all(true) : matching(wanted, false, true, block);
    }

    BitSet equalTo(String wanted, GeneratedRecords block) {
        return matching(wanted, true, true, block);
    }

    /** Only a wanted text with one number in it is left: what stands before and behind it must fit as well. */
    private BitSet matching(String wanted, boolean fromStart, boolean toEnd, GeneratedRecords block) {
        Matcher parts = ONE_NUMBER.matcher(wanted);
        if (!parts.matches() || parts.group(2).length() > LONGEST_ID) {
            return new BitSet();
        }
        String before = parts.group(1);
        String behind = parts.group(3);
        boolean fits = (fromStart ? beginning.equals(before) : beginning.endsWith(before))
                && (toEnd ? end.equals(behind) : end.startsWith(behind));
        if (!fits) {
            return new BitSet();
        }
        boolean idStarts = fromStart || !before.isEmpty();
        boolean idEnds = toEnd || !behind.isEmpty();
        return ids(parts.group(2), idStarts, idEnds, block);
    }

    /** Marks the ids that have the digits at each place where these may stand. */
    private static BitSet ids(String digits, boolean idStarts, boolean idEnds, GeneratedRecords block) {
        BitSet found = new BitSet();
        long number = Long.parseLong(digits);
        long last = block.firstId() + block.count() - 1;
        long width = power(digits.length());
        for (int place = 0; place + digits.length() <= LONGEST_ID && (place == 0 || !idEnds); place++) {
            long unit = power(place);
            long step = width * unit;
            long highest = idStarts ? 0 : last / step;
            for (long high = idStarts ? 0 : block.firstId() / step; high <= highest; high++) {
                boolean hasLeadingZero = high == 0 && digits.startsWith("0");
                if (!hasLeadingZero) {
                    block.mark(found, high * step + number * unit, unit);
                }
            }
        }
        return found;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
