package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.RecordResult.Outcome;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.content.UnreadableJsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a job says. The words of its status and the items of its failure report are not documented, so a word that is not
 * known means that the job still runs, and an item that fits no record makes nobody a success.
 */
final class JobReport {

    private static final Set<String> FINISHED =
            Set.of("SUCCESS", "SUCCEEDED", "COMPLETE", "COMPLETED", "DONE", "FINISHED", "PARTIAL_SUCCESS");
    private static final Set<String> FAILED = Set.of("FAILED", "FAILURE", "ERROR", "CANCELLED", "CANCELED", "ABORTED");
    private static final List<String> INDEX_KEYS = List.of("index", "row", "position");

    private final Map<String, Object> job;

    private JobReport(Map<String, Object> job) {
        this.job = job;
    }

    /** Reads an answer: out of its wrapper, the JSON text in {@code data} parsed. */
    @SuppressWarnings("unchecked")
    static JobReport of(Object answer, RecordReader reader) {
        Object inner = answer instanceof Map<?, ?> map && map.get("job_status") instanceof Map<?, ?> wrapped
                ? wrapped
                : answer;
        if (!(inner instanceof Map<?, ?>)) {
            throw UnreadableResponseException.strange("the answer is not a job", null);
        }
        Map<String, Object> job = new LinkedHashMap<>((Map<String, Object>) inner);
        if (job.get("data") instanceof String text) {
            try {
                job.put("data", reader.readAnswer(text.getBytes(StandardCharsets.UTF_8)));
            } catch (UnreadableJsonException e) {
                // stays the text it is: the records of the job are of unknown fate then
            }
        }
        return new JobReport(job);
    }

    /** The job as the service tells it. */
    Map<String, Object> job() {
        return job;
    }

    private String word() {
        return String.valueOf(job.get("status")).trim().toUpperCase(Locale.ROOT);
    }

    boolean isFinished() {
        return FINISHED.contains(word()) || FAILED.contains(word());
    }

    /** What became of one record. */
    record Fate(Outcome outcome, List<String> messages) {}

    /** What became of the records of a finished job, in their order. */
    List<Fate> fates(List<BulkChunk.Entry> entries) {
        if (!(job.get("data") instanceof Map<?, ?> data)
                || !(data.get("record_status") instanceof Map<?, ?> counts)
                || !(counts.get("failed") instanceof Number failed)) {
            return all(entries, Outcome.UNKNOWN, "the job ended with " + job.get("status") + " and without a report");
        }
        if (failed.intValue() == 0 && !FAILED.contains(word())) {
            return all(entries, Outcome.SUCCEEDED, null);
        }
        List<?> report = data.get("detailed_failure_report") instanceof List<?> list ? list : List.of();
        return matched(entries, report, failed.intValue());
    }

    /** The fates when the service took the records and named no job to follow. */
    static List<Fate> withoutJob(List<BulkChunk.Entry> entries) {
        return all(entries, Outcome.UNKNOWN, "the service named no job, so nobody knows what became of the record");
    }

    /** The fates when the job did not end in time, or the route stopped before it did. */
    static List<Fate> notEnded(BulkJob job) {
        return all(
                job.entries(),
                Outcome.UNKNOWN,
                "the job " + job.id() + " had not ended when the wait for it did; ask for it with jobStatus");
    }

    private static List<Fate> all(List<BulkChunk.Entry> entries, Outcome outcome, String message) {
        Fate fate = new Fate(outcome, message == null ? List.of() : List.of(message));
        return entries.stream().map(entry -> fate).toList();
    }

    private static List<Fate> matched(List<BulkChunk.Entry> entries, List<?> report, int failed) {
        Map<Integer, List<String>> failures = new HashMap<>();
        int understood = 0;
        for (Object item : report) {
            List<Integer> places = places(item, entries);
            understood += places.isEmpty() ? 0 : 1;
            places.forEach(place ->
                    failures.computeIfAbsent(place, key -> new ArrayList<>()).addAll(messages(item)));
        }
        // as many records as the job says have failed, and each of them is known: then the others have not
        boolean complete = understood == report.size() && failures.size() == failed;
        List<Fate> fates = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            List<String> messages = failures.get(place);
            if (messages != null) {
                boolean sure = complete || isAlone(entries, place);
                fates.add(new Fate(sure ? Outcome.FAILED : Outcome.UNKNOWN, messages));
            } else {
                fates.add(
                        complete
                                ? new Fate(Outcome.SUCCEEDED, List.of())
                                : new Fate(
                                        Outcome.UNKNOWN,
                                        List.of("the job reports " + failed
                                                + " failed records, and not which they are")));
            }
        }
        return fates;
    }

    private static boolean isAlone(List<BulkChunk.Entry> entries, int place) {
        String identifier = text(entries.get(place).identifier());
        return entries.stream()
                        .filter(entry -> identifier.equals(text(entry.identifier())))
                        .count()
                == 1;
    }

    /** The records that an item of the report can be about: those with an identifier it names, else the one at its index. */
    private static List<Integer> places(Object item, List<BulkChunk.Entry> entries) {
        List<String> values = new ArrayList<>();
        collect(item, values);
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            String identifier = text(entries.get(place).identifier());
            boolean named =
                    item instanceof String message ? namesWord(message, identifier) : values.contains(identifier);
            if (named) {
                places.add(place);
            }
        }
        return places.isEmpty() ? atIndex(item, entries.size()) : places;
    }

    private static List<Integer> atIndex(Object item, int size) {
        if (item instanceof Map<?, ?> map) {
            for (String key : INDEX_KEYS) {
                if (map.get(key) instanceof Long index && index >= 0 && index < size) {
                    return List.of(index.intValue());
                }
            }
        }
        return List.of();
    }

    private static boolean namesWord(String message, String identifier) {
        return message.matches(
                "(?is)(.*[\\s\"':,;(\\[]|)" + java.util.regex.Pattern.quote(identifier) + "([\\s\"':,;.)\\]].*|)");
    }

    private static void collect(Object node, List<String> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (!INDEX_KEYS.contains(key)) {
                    collect(value, values);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(element -> collect(element, values));
        } else if (node != null) {
            values.add(text(node));
        }
    }

    private static String text(Object value) {
        return String.valueOf(value).trim().toLowerCase(Locale.ROOT);
    }

    private static List<String> messages(Object item) {
        List<String> messages = new ArrayList<>();
        if (item instanceof Map<?, ?> map) {
            for (String key : List.of("message", "messages", "error", "errors")) {
                flatten(map.get(key), messages);
            }
        } else {
            flatten(item, messages);
        }
        return messages.isEmpty() ? List.of("refused without a reason") : messages;
    }

    private static void flatten(Object node, List<String> messages) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                List<String> inner = new ArrayList<>();
                flatten(value, inner);
                inner.forEach(
                        text -> messages.add("message".equals(key) || "code".equals(key) ? text : key + " " + text));
            });
        } else if (node instanceof List<?> list) {
            list.forEach(element -> flatten(element, messages));
        } else if (node != null) {
            messages.add(node.toString());
        }
    }
}
