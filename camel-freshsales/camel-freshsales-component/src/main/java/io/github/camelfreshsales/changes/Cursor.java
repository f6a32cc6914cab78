// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far an account was followed. Everything up to {@code since} is delivered for good; of what changed later, {@code seen}
 * says what is delivered already, and in which state. It is not safe for use by several threads.
 */
public final class Cursor {

    private static final int VERSION = 2;
    private static final int OLDEST_VERSION = 1;
    private static final int MOST_UNTIMED = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Instant since;
    private Instant newest;
    private boolean changed = true;
    private final TreeMap<Instant, Map<String, String>> seen = new TreeMap<>();
    private final Map<String, String> untimed = new LinkedHashMap<>();

    private Cursor(Instant since, Instant newest) {
        this.since = since;
        this.newest = newest;
    }

    public static Cursor at(Instant since) {
        return new Cursor(since, since);
    }

    /** Everything up to this instant needs no further poll. */
    public Instant since() {
        return since;
    }

    /** The latest change that was delivered, less those at times that the service's clock has not reached. */
    public Instant newest() {
        return newest;
    }

    /** Whether the record was delivered in just this state, or long ago. */
    boolean hasDelivered(Change change) {
        return change.isFollowed() && change.at().isBefore(since)
                || change.state().equals(stateSeen(change));
    }

    /** Whether the record was delivered in another state of the same second. */
    boolean hasSeenOtherStateOf(Change change) {
        String known = stateSeen(change);
        return known != null && !known.equals(change.state());
    }

    private String stateSeen(Change change) {
        return change.isFollowed()
                ? seen.getOrDefault(change.at(), Map.of()).get(change.key())
                : untimed.get(change.key());
    }

    /** The exchange of this change is complete. */
    void add(Change change) {
        changed = true;
        if (change.isFollowed()) {
            seen.computeIfAbsent(change.at(), at -> new TreeMap<>()).put(change.key(), change.state());
        } else {
            addUntimed(change);
        }
    }

    /** No instant ever lets these be forgotten, so their number does: the one delivered first may come once more. */
    private void addUntimed(Change change) {
        untimed.remove(change.key());
        untimed.put(change.key(), change.state());
        if (untimed.size() > MOST_UNTIMED) {
            untimed.remove(untimed.keySet().iterator().next());
        }
    }

    /** A change of this instant was delivered. */
    void reach(Instant at) {
        if (at.isAfter(newest)) {
            newest = at;
            changed = true;
        }
    }

    /** Forgets what lies before; what lies at the instant itself stays known, since a search may include its bound. */
    void moveTo(Instant later) {
        if (later.isAfter(since)) {
            since = later;
            changed = true;
            seen.headMap(later, false).clear();
        }
    }

    /** Whether it has changed since it was kept, or was never kept. */
    boolean isChanged() {
        return changed;
    }

    void kept() {
        changed = false;
    }

    /** As text for a repository: JSON with a version, so that later releases can read it. */
    public String toText(String resource) {
        ObjectNode node = JSON.createObjectNode();
        node.put("version", VERSION);
        node.put("resource", resource);
        node.put("since", since.toString());
        node.put("newest", newest.toString());
        ObjectNode all = node.putObject("seen");
        seen.forEach((at, states) -> {
            ObjectNode ids = all.putObject(at.toString());
            states.forEach(ids::put);
        });
        if (!untimed.isEmpty()) {
            ObjectNode ids = node.putObject("untimed");
            untimed.forEach(ids::put);
        }
        return node.toString();
    }

    /**
     * Reads what {@link #toText} wrote, now or in an earlier version. Version 1 distinguished states in another way, so what was
     * delivered after {@code since} may be delivered again.
     *
     * @param resource what it must belong to
     * @throws IllegalArgumentException for anything else: to start again silently would lose records or deliver them twice
     */
    public static Cursor parse(String text, String resource) {
        try {
            JsonNode node = JSON.readTree(text);
            int version = node == null ? 0 : node.path("version").asInt();
            if (version < OLDEST_VERSION || version > VERSION) {
                throw new IllegalArgumentException(
                        unreadable("its version is not " + OLDEST_VERSION + " to " + VERSION));
            }
            String of = node.path("resource").asText(resource);
            if (!of.equals(resource)) {
                throw new IllegalArgumentException("The cursor in the state repository belongs to " + of + ", not to "
                        + resource + ". Give the consumer a stateKey of its own");
            }
            Cursor cursor = new Cursor(
                    Instant.parse(node.path("since").asText()),
                    Instant.parse(node.path("newest").asText()));
            if (version == VERSION) {
                cursor.readStates(node);
                cursor.kept();
            }
            return cursor;
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException(unreadable("it is not the JSON that this component writes"), e);
        }
    }

    private void readStates(JsonNode node) {
        node.path("seen")
                .fields()
                .forEachRemaining(second -> readInto(
                        seen.computeIfAbsent(Instant.parse(second.getKey()), at -> new TreeMap<>()),
                        second.getValue()));
        readInto(untimed, node.path("untimed"));
    }

    private static void readInto(Map<String, String> states, JsonNode node) {
        node.fields()
                .forEachRemaining(
                        state -> states.put(state.getKey(), state.getValue().asText()));
    }

    private static String unreadable(String why) {
        return "The cursor in the state repository cannot be read: " + why
                + ". Correct or remove it there; without it, startFrom applies";
    }
}
