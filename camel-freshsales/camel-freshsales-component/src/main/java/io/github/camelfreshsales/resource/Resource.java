// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.resource;

import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.http.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of record: its path, its keys in requests and responses, and what the service can do with it.
 *
 * @param name       the word in {@code resourceType}
 * @param path       the segments below the API root
 * @param key        the key around one record, or null for records that are sent bare
 * @param responseKey the key around one record in a response, or null if it is not known
 * @param listKey    the key around many records, or null when nothing is known of it
 * @param listing    how its records are listed
 * @param defaultFilter the filter that a list uses when none is asked for, or null
 * @param identifier the field that an upsert matches on when no other is asked for, or null
 * @param bulkDelete the last segment of its call that deletes many, or null
 * @param bulkAssign the last segment of its call that gives many an owner, or null
 * @param operations what the service is known to do with it
 */
public record Resource(
        String name,
        List<String> path,
        String key,
        String responseKey,
        String listKey,
        Listing listing,
        String defaultFilter,
        String identifier,
        String bulkDelete,
        String bulkAssign,
        Set<FreshsalesOperation> operations) {

    /** What a response to a request about one record must hold. */
    public Expected expectedRecord() {
        List<String> keys = new ArrayList<>(2);
        if (responseKey != null) {
            keys.add(responseKey);
        }
        if (listKey != null) {
            keys.add(listKey);
        }
        return Expected.record(keys);
    }

    /** What a response to a request about many records must hold. */
    public Expected expectedList() {
        return listKey == null ? Expected.onlyList(null) : Expected.list(listKey);
    }

    /** What a response must hold that lists something beside the records, under a key that is known where the resource is. */
    public Expected expectedList(String key) {
        return listKey == null ? Expected.onlyList(key) : Expected.list(key);
    }

    /** What a response must hold that only says that something was done. */
    public Expected expectedConfirmation() {
        return listKey == null ? Expected.ANYTHING : Expected.CONFIRMATION;
    }

    /** Whether a record stands under its key already, alone or beside what an upsert matches on. */
    public boolean isWrapped(Map<String, Object> record) {
        if (key == null || !(record.get(key) instanceof Map<?, ?>)) {
            return false;
        }
        return record.size() == 1 || record.size() == 2 && record.containsKey("unique_identifier");
    }

    /** The content of a response: the record, and the other top-level entries. */
    public record Unwrapped(Object record, Map<String, Object> sideloads) {}

    /** Takes the record out of a response. A response of another shape is left as it is. */
    public Unwrapped unwrap(Object response) {
        if (response instanceof Map<?, ?> map) {
            String holder = holder(map);
            if (holder != null) {
                return new Unwrapped(map.get(holder), without(holder, map));
            }
        }
        return new Unwrapped(response, Map.of());
    }

    /** The key that holds the record, or null. */
    private String holder(Map<?, ?> response) {
        if (responseKey != null && response.containsKey(responseKey)) {
            return responseKey;
        }
        if (responseKey != null && response.containsKey(listKey)) {
            return listKey;
        }
        return listKey == null ? onlyHolder(response) : null;
    }

    private static String onlyHolder(Map<?, ?> response) {
        List<String> holders = response.entrySet().stream()
                .filter(entry -> !"meta".equals(entry.getKey()))
                .filter(entry -> entry.getValue() instanceof Map<?, ?> || entry.getValue() instanceof List<?>)
                .map(entry -> String.valueOf(entry.getKey()))
                .toList();
        boolean alone = holders.size() == 1 && response.size() - (response.containsKey("meta") ? 1 : 0) == 1;
        return alone ? holders.get(0) : null;
    }

    private static Map<String, Object> without(String key, Map<?, ?> response) {
        if (response.size() == 1) {
            return Map.of();
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        response.forEach((name, value) -> {
            if (!key.equals(name)) {
                rest.put(String.valueOf(name), value);
            }
        });
        return rest;
    }

    /** Whether this resource can do it. An unknown word can do everything, since nothing is known of it. */
    public boolean supports(FreshsalesOperation operation) {
        return operations.contains(operation);
    }

    /** The segments of one of its records, and of what is below it. */
    public List<String> pathOf(String id, String... below) {
        List<String> segments = new ArrayList<>(path);
        segments.add(id);
        segments.addAll(List.of(below));
        return segments;
    }

    /** The segments of something the resource has beside its records, such as its views. */
    public List<String> pathTo(String... below) {
        List<String> segments = new ArrayList<>(path);
        segments.addAll(List.of(below));
        return segments;
    }

    /** Whether it was made by the account itself. */
    public boolean isCustomModule() {
        return path.size() == 2 && path.get(0).equals("custom_module");
    }
}
