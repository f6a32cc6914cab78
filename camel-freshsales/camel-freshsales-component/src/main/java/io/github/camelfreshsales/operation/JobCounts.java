package io.github.camelfreshsales.operation;

import java.util.Map;

/**
 * How many records of a job went which way, as far as that can be believed.
 *
 * @param other records that are counted neither as succeeded nor as failed, such as skipped ones
 */
record JobCounts(long succeeded, long failed, long other) {

    private static final long MOST = 1_000_000;

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
                .filter(entry ->
                        !entry.getKey().equals("succeeded") && !entry.getKey().equals("failed"))
                .filter(entry -> !entry.getKey().equals("total"))
                .filter(entry -> entry.getValue() instanceof Number)
                .filter(entry -> ((Number) entry.getValue()).doubleValue() != 0)
                .count();
        return new JobCounts(succeeded, failed, other);
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
