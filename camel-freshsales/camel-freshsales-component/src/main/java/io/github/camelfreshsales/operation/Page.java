package io.github.camelfreshsales.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of a list, whatever form it came in.
 *
 * @param whole      the answer as it came
 * @param rows       the records
 * @param sideloads  the further top-level lists
 * @param total      how many records there are, or null when the service does not tell
 * @param totalPages how many pages there are, or null when the service does not tell
 * @param hasNext    whether there is a next page, or null when the service does not tell
 */
record Page(
        Object whole, List<Object> rows, Map<String, Object> sideloads, Long total, Long totalPages, Boolean hasNext) {

    private static final String META = "meta";

    /**
     * Reads an answer.
     *
     * @param key where the records stand, or null for the first list of the answer
     */
    static Page of(Object answer, String key) {
        if (answer instanceof List<?> list) {
            return new Page(answer, new ArrayList<>(list), Map.of(), null, null, null);
        }
        if (answer == null || !(answer instanceof Map<?, ?> map)) {
            throw UnreadableResponseException.strange("the answer is not a list", null);
        }
        String rowsKey = key != null && map.get(key) instanceof List<?> ? key : firstList(map);
        Map<?, ?> meta = map.get(META) instanceof Map<?, ?> given ? given : Map.of();
        List<Object> rows = rowsKey == null ? List.of() : new ArrayList<>((List<?>) map.get(rowsKey));
        return new Page(
                answer,
                rows,
                sideloads(map, rowsKey),
                number(meta, "total"),
                firstOf(number(meta, "total_pages"), number(meta, "totalPages")),
                meta.get("has_next") instanceof Boolean next ? next : null);
    }

    private static String firstList(Map<?, ?> answer) {
        return answer.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof List<?>)
                .map(entry -> String.valueOf(entry.getKey()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> sideloads(Map<?, ?> answer, String rowsKey) {
        Map<String, Object> sideloads = new LinkedHashMap<>();
        answer.forEach((key, value) -> {
            if (!key.equals(rowsKey) && !key.equals(META)) {
                sideloads.put(String.valueOf(key), value);
            }
        });
        return sideloads;
    }

    private static Long number(Map<?, ?> meta, String key) {
        return meta.get(key) instanceof Number number ? (Long) number.longValue() : null;
    }

    private static Long firstOf(Long one, Long other) {
        return one == null ? other : one;
    }
}
