// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How many records of a job succeeded and failed, as far as that can be trusted.
 *
 * @param other records that are counted neither as succeeded nor as failed, such as skipped ones
 */
record JobCounts(long succeeded, long failed, long other) {

    private static final long MOST = 1_000_000;
    private static final Set<String> TELLING = Set.of("succeeded", "failed", "total");

    /** Reads the counts; null when they are not whole numbers that make sense. */
    static JobCounts of(Object status) {
        if (!(status instanceof Map<?, ?> counts)) {
            return null;
        }
        Long succeeded = count(counts.get("succeeded"));
        Long failed = count(counts.get("failed"));
        if (succeeded == null || failed == null) {
            return null;
        }
        long other = counts.entrySet().stream()
                .filter(entry -> !TELLING.contains(String.valueOf(entry.getKey())))
                .filter(entry -> !isNothing(entry.getValue()))
                .count();
        Object total = counts.get("total");
        boolean fits = total == null || Objects.equals(count(total), succeeded + failed);
        return fits ? new JobCounts(succeeded, failed, other) : null;
    }

    /** Whether what is counted beside the two is none, or no count at all. */
    private static boolean isNothing(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() == 0;
        }
        Long count = count(value);
        return count == null || count == 0;
    }

    private static Long count(Object value) {
        boolean isWhole = value instanceof Long || value instanceof Integer;
        if (!isWhole && !(value instanceof String text && text.trim().matches("\\d{1,7}"))) {
            return null;
        }
        long count = Long.parseLong(value.toString().trim());
        return count < 0 || count > MOST ? null : (Long) count;
    }

    boolean addUpTo(int records) {
        return other == 0 && succeeded + failed == records;
    }
}
