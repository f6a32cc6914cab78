// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of a list, whatever form it came in.
 *
 * @param whole      the content as it came
 * @param rows       the records
 * @param sideloads  the further top-level lists
 * @param total      how many records there are, or null when the service does not say
 * @param totalPages how many pages there are, or null when the service does not say
 * @param hasNext    whether there is a next page, or null when the service does not say
 */
record Page(
        Object whole, List<Object> rows, Map<String, Object> sideloads, Long total, Long totalPages, Boolean hasNext) {

    private static final String META = "meta";

    /** Reads the content of a response that holds the list that was asked for. */
    static Page of(Expected expected, Object content) {
        if (!(content instanceof Map<?, ?> map)) {
            List<Object> rows = content instanceof List<?> list ? new ArrayList<>(list) : List.of();
            return new Page(content, rows, Map.of(), null, null, null);
        }
        String key = expected.listKey(map);
        Map<?, ?> meta = map.get(META) instanceof Map<?, ?> given ? given : Map.of();
        List<Object> rows = key == null ? List.of() : new ArrayList<>((List<?>) map.get(key));
        return new Page(
                content,
                rows,
                sideloads(map, key),
                number(meta, "total"),
                firstOf(number(meta, "total_pages"), number(meta, "totalPages")),
                meta.get("has_next") instanceof Boolean next ? next : null);
    }

    private static Map<String, Object> sideloads(Map<?, ?> content, String rowsKey) {
        Map<String, Object> sideloads = new LinkedHashMap<>();
        content.forEach((key, value) -> {
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
