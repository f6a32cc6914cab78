// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The items of a job's failure report, each placed at the record it is about where that is beyond doubt: by the identifier
 * it names, if just one record has it, else by an index of which it is known whether it counts from 0 or from 1.
 *
 * @param items   how many items the report has
 * @param byPlace what is said of the records that were found, by their places in the chunk
 */
record JobFailures(int items, Map<Integer, List<String>> byPlace) {

    private static final List<String> INDEX_KEYS = List.of("index", "row", "row_number", "position");
    private static final List<String> MESSAGE_KEYS = List.of("message", "messages", "error", "errors", "reason");
    private static final Set<String> NO_IDENTIFIERS =
            Set.of("message", "messages", "error", "errors", "reason", "code", "error_code", "status", "type", "field");
    private static final Set<String> IDENTIFIERS =
            Set.of("identifier", "unique_identifier", "id", "record_id", "email", "emails", "value");
    /** What may stand beside: the record that was there already, its owner. */
    private static final Pattern OF_OTHERS =
            Pattern.compile("duplicate|existing|conflict|owner|creat|updat|other", Pattern.CASE_INSENSITIVE);
    /** Shorter ones are too likely to stand in a sentence by chance. */
    private static final int SHORTEST_IN_A_SENTENCE = 8;

    static JobFailures of(Object report, List<BulkChunk.Entry> entries) {
        Collection<?> items = items(report);
        Integer base = base(items, entries);
        Map<Integer, List<String>> byPlace = new TreeMap<>();
        List<Object> unplaced = new ArrayList<>();
        for (Object item : items) {
            Integer place = placeByIdentifier(item, entries);
            boolean isDoubtful = base == null && index(item) != null;
            if (place == null || isDoubtful) {
                unplaced.add(item);
            } else {
                byPlace.computeIfAbsent(place, any -> new ArrayList<>()).addAll(messages(item));
            }
        }
        if (base != null) {
            placeByIndex(unplaced, base, entries, byPlace);
        }
        return new JobFailures(items.size(), byPlace);
    }

    private static Collection<?> items(Object report) {
        if (report instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> Map.of(
                            "named", String.valueOf(entry.getKey()), "message", String.valueOf(entry.getValue())))
                    .toList();
        }
        if (report instanceof Collection<?> list) {
            return list;
        }
        return report == null || report.toString().isBlank() ? List.of() : List.of(report);
    }

    /** The only record that the item can mean by an identifier, or null. */
    private static Integer placeByIdentifier(Object item, List<BulkChunk.Entry> entries) {
        Set<String> named = named(item, entries.get(0).field());
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            String identifier = text(entries.get(place).identifier());
            if (named.contains(identifier) || item instanceof String sentence && isNamedIn(sentence, identifier)) {
                places.add(place);
            }
        }
        return places.size() == 1 ? places.get(0) : null;
    }

    /** What the item may mean a record by: the field to match on if it has that, else whatever could be an identifier. */
    private static Set<String> named(Object item, String field) {
        Set<String> named = new HashSet<>();
        if (item instanceof Map<?, ?> map) {
            boolean hasField = map.get(field) != null;
            collect(field, hasField ? field : "", hasField ? map.get(field) : map, named);
        }
        return named;
    }

    /** A short value, such as 3, may be anything, so it counts only under the name of an identifier. */
    private static void collect(String field, String name, Object node, Set<String> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                String inner = String.valueOf(key);
                if (!INDEX_KEYS.contains(inner)
                        && !NO_IDENTIFIERS.contains(inner)
                        && !OF_OTHERS.matcher(inner).find()) {
                    collect(field, inner, value, values);
                }
            });
        } else if (node instanceof Collection<?> list) {
            list.forEach(element -> collect(field, name, element, values));
        } else if (node != null && (name.equals(field) || IDENTIFIERS.contains(name) || isTelling(text(node)))) {
            values.add(text(node));
        }
    }

    private static boolean isTelling(String identifier) {
        return identifier.indexOf('@') > 0 || identifier.length() >= SHORTEST_IN_A_SENTENCE;
    }

    private static boolean isNamedIn(String sentence, String identifier) {
        return isTelling(identifier)
                && Pattern.compile("(?<![\\w@.+-])" + Pattern.quote(identifier) + "(?![\\w@+-]|\\.\\w)")
                        .matcher(sentence.toLowerCase(Locale.ROOT))
                        .find();
    }

    private static String text(Object value) {
        return String.valueOf(value).trim().toLowerCase(Locale.ROOT);
    }

    private static void placeByIndex(
            List<Object> unplaced, int base, List<BulkChunk.Entry> entries, Map<Integer, List<String>> found) {
        Map<Integer, List<String>> byIndex = new HashMap<>();
        for (Object item : unplaced) {
            Long index = index(item);
            boolean isInside = index != null && index >= base && index - base < entries.size();
            if (isInside && !found.containsKey((int) (index - base)) && !namesAnybody(item, entries)) {
                byIndex.computeIfAbsent((int) (index - base), any -> new ArrayList<>())
                        .addAll(messages(item));
            }
        }
        found.putAll(byIndex);
    }

    /** An item whose identifier several records have is about one of those, whatever its index says. */
    private static boolean namesAnybody(Object item, List<BulkChunk.Entry> entries) {
        Set<String> named = named(item, entries.get(0).field());
        return entries.stream().anyMatch(entry -> named.contains(text(entry.identifier())));
    }

    /** What the indexes count from, 0 or 1; null when that is not known. */
    private static Integer base(Collection<?> items, List<BulkChunk.Entry> entries) {
        Set<Integer> bases = new HashSet<>();
        for (Object item : items) {
            Long index = index(item);
            if (index == null) {
                continue;
            }
            if (index == 0) {
                bases.add(0);
            }
            if (index == entries.size()) {
                bases.add(1);
            }
            Integer place = placeByIdentifier(item, entries);
            if (place != null) {
                bases.add((int) (index - place));
            }
        }
        boolean isSure = bases.size() == 1 && (bases.contains(0) || bases.contains(1));
        return isSure ? bases.iterator().next() : null;
    }

    private static Long index(Object item) {
        if (item instanceof Map<?, ?> map) {
            for (String key : INDEX_KEYS) {
                if (map.get(key) instanceof Long || map.get(key) instanceof Integer) {
                    return ((Number) map.get(key)).longValue();
                }
            }
        }
        return null;
    }

    private static List<String> messages(Object item) {
        List<String> messages = new ArrayList<>();
        if (item instanceof Map<?, ?> map) {
            MESSAGE_KEYS.forEach(key -> flatten(map.get(key), messages));
        } else {
            flatten(item, messages);
        }
        return messages.isEmpty() ? List.of("refused without a reason") : messages;
    }

    private static void flatten(Object node, List<String> messages) {
        if (node instanceof Map<?, ?> map) {
            new LinkedHashMap<>(map).forEach((key, value) -> {
                List<String> inner = new ArrayList<>();
                flatten(value, inner);
                inner.forEach(
                        text -> messages.add("message".equals(key) || "code".equals(key) ? text : key + " " + text));
            });
        } else if (node instanceof Collection<?> list) {
            list.forEach(element -> flatten(element, messages));
        } else if (node != null) {
            messages.add(node.toString());
        }
    }
}
