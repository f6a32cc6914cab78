// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.util.List;
import java.util.Map;

/**
 * What a response must contain to be a success of its request; a 2xx alone is none. A gateway, a login page or a failing service
 * returns 200 as well. The facts about the service disagree on many shapes, so each known form is accepted, and everything else
 * is not what was asked for.
 *
 * @param kind what is asked for
 * @param keys where it stands in the response, the likeliest first; empty when nothing is known of it
 */
public record Expected(Kind kind, List<String> keys) {

    /** Any bytes: the user made the request, and reads its response. */
    public static final Expected BYTES = new Expected(Kind.BYTES, List.of());

    /** JSON without an error, or nothing. */
    public static final Expected ANYTHING = new Expected(Kind.ANYTHING, List.of());

    /** A confirmation, for which the service has several forms, such as an empty body. */
    public static final Expected CONFIRMATION = new Expected(Kind.CONFIRMATION, List.of());

    /** The status of a bulk job. */
    public static final Expected JOB = new Expected(Kind.JOB, List.of("job_status"));

    private static final List<String> CONFIRMING =
            List.of("success", "message", "msg", "response", "id", "job_status_url");
    private static final List<String> OF_A_JOB = List.of("status", "progress", "data", "job_type_name");
    private static final String SIDELOADED_OWNERS = "users";
    private static final String META = "meta";

    /** The kinds of content. */
    public enum Kind {
        BYTES,
        ANYTHING,
        CONFIRMATION,
        RECORD,
        LIST,
        ONLY_LIST,
        LOOKUP,
        JOB
    }

    public Expected {
        keys = List.copyOf(keys);
    }

    /** One record under one of these keys, or bare with an id. */
    public static Expected record(List<String> keys) {
        return new Expected(Kind.RECORD, keys);
    }

    /** Records under this key, or as a bare array. */
    public static Expected list(String key) {
        return new Expected(Kind.LIST, List.of(key));
    }

    /** Records under this key, or under whatever key the only list of the response has; the key may be null. */
    public static Expected onlyList(String key) {
        return new Expected(Kind.ONLY_LIST, key == null ? List.of() : List.of(key));
    }

    /** Blocks of records, one for each entity that was asked for. */
    public static Expected lookup(List<String> entities) {
        return new Expected(Kind.LOOKUP, entities);
    }

    /**
     * Why the content of a success is not what was asked for, or null when it is.
     *
     * @param content  the JSON of the response; null when it is empty
     * @param isRead   whether the request only reads; a write may be confirmed without its record
     */
    String missing(Object content, boolean isRead) {
        if (kind == Kind.BYTES) {
            return null;
        }
        if (ErrorReader.isError(content)) {
            return "the response contains an error";
        }
        return isThere(content, isRead) ? null : "the response holds no " + wanted();
    }

    private String wanted() {
        return switch (kind) {
            case RECORD -> keys.isEmpty() ? "record" : keys.get(0);
            case LIST -> "list of " + keys.get(0);
            case ONLY_LIST -> "list";
            case LOOKUP -> "rows of " + String.join(", ", keys);
            case JOB -> "job";
            default -> "confirmation";
        };
    }

    private boolean isThere(Object content, boolean isRead) {
        return switch (kind) {
            case RECORD -> isRecord(content) || !isRead && isConfirmed(content);
            case LIST, ONLY_LIST ->
                content instanceof List<?>
                        || content instanceof Map<?, ?> map && (listKey(map) != null || isEmptyByItsTotal(map));
            case LOOKUP -> content instanceof Map<?, ?> map && keys.stream().anyMatch(entity -> hasBlock(map, entity));
            case JOB -> job(content) != null;
            case CONFIRMATION -> isConfirmed(content);
            default -> true;
        };
    }

    private boolean isRecord(Object content) {
        if (content instanceof Map<?, ?> map) {
            return recordKey(map) != null || isBareRecord(map);
        }
        return content instanceof List<?> && keys.isEmpty();
    }

    /** The key of the response that holds the record, or null. */
    public String recordKey(Map<?, ?> content) {
        for (String key : keys) {
            if (content.get(key) instanceof Map<?, ?> || content.get(key) instanceof List<?>) {
                return key;
            }
        }
        return null;
    }

    private boolean isBareRecord(Map<?, ?> content) {
        return keys.isEmpty() ? !content.isEmpty() : content.get("id") != null && !(content.get("id") instanceof Map);
    }

    /** The key of the response that holds the list, or null. */
    public String listKey(Map<?, ?> content) {
        for (String key : keys) {
            if (content.get(key) instanceof List<?>) {
                return key;
            }
        }
        if (kind != Kind.ONLY_LIST) {
            return null;
        }
        List<String> lists = content.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof List<?>)
                .map(entry -> String.valueOf(entry.getKey()))
                .toList();
        return lists.stream()
                .filter(key -> !key.equals(SIDELOADED_OWNERS))
                .findFirst()
                .orElse(lists.isEmpty() ? null : lists.get(0));
    }

    private static boolean isEmptyByItsTotal(Map<?, ?> content) {
        return content.get(META) instanceof Map<?, ?> meta
                && meta.get("total") instanceof Number total
                && total.doubleValue() == 0;
    }

    private static boolean hasBlock(Map<?, ?> content, String entity) {
        return isBlock(content.get(entity)) || isBlock(content.get(entity + "s"));
    }

    private static boolean isBlock(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    /** The job in a response, out of its wrapper; null when there is none. */
    public static Map<?, ?> job(Object content) {
        Object inner = content instanceof Map<?, ?> map && map.get("job_status") instanceof Map<?, ?> wrapped
                ? wrapped
                : content;
        return inner instanceof Map<?, ?> job && OF_A_JOB.stream().anyMatch(job::containsKey) ? job : null;
    }

    /** Some servers confirm a write with an empty body, with true or with an empty object, which is fine. */
    private static boolean isConfirmed(Object content) {
        if (content instanceof Map<?, ?> map) {
            return map.isEmpty() || CONFIRMING.stream().anyMatch(key -> map.get(key) != null && !isNo(map.get(key)));
        }
        return content == null || content instanceof List<?> || !isNo(content) && "true".equals(content.toString());
    }

    private static boolean isNo(Object value) {
        return "false".equalsIgnoreCase(value.toString());
    }
}
