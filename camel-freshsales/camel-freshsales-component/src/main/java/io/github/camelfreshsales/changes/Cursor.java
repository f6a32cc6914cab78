package io.github.camelfreshsales.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far an account was followed. Everything up to {@code since} is delivered for good; of what changed later, {@code seen}
 * tells what is delivered already, and in which state. It is not safe for use by several threads.
 */
public final class Cursor {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Instant since;
    private Instant newest;
    private final TreeMap<Instant, Map<String, String>> seen = new TreeMap<>();

    private Cursor(Instant since, Instant newest) {
        this.since = since;
        this.newest = newest;
    }

    public static Cursor at(Instant since) {
        return new Cursor(since, since);
    }

    /** Everything up to this instant needs no further look. */
    public Instant since() {
        return since;
    }

    /** The latest change that was delivered. */
    public Instant newest() {
        return newest;
    }

    /** Whether the record was delivered in just this state. */
    public boolean hasSeen(Change change) {
        return change.state().equals(stateSeen(change));
    }

    /** Whether the record was delivered in another state of the same second. */
    public boolean hasSeenOtherStateOf(Change change) {
        return stateSeen(change) != null && !hasSeen(change);
    }

    private String stateSeen(Change change) {
        return seen.getOrDefault(change.at(), Map.of()).get(change.id());
    }

    /** The exchange of this change is complete. */
    void add(Change change) {
        seen.computeIfAbsent(change.at(), at -> new TreeMap<>()).put(change.id(), change.state());
        newest = change.at().isAfter(newest) ? change.at() : newest;
    }

    /** Forgets what lies before; what lies at the instant itself stays known, since a search may include its bound. */
    void moveTo(Instant later) {
        if (later.isAfter(since)) {
            since = later;
            seen.headMap(later, false).clear();
        }
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
        return node.toString();
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @param resource what it must belong to
     * @throws IllegalArgumentException for anything else: to begin anew in silence would lose or repeat records
     */
    public static Cursor parse(String text, String resource) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || node.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException(unreadable("its version is not " + VERSION));
            }
            String of = node.path("resource").asText(resource);
            if (!of.equals(resource)) {
                throw new IllegalArgumentException("The cursor in the state repository belongs to " + of + ", not to "
                        + resource + ". Give the consumer a stateKey of its own");
            }
            Cursor cursor = new Cursor(
                    Instant.parse(node.path("since").asText()),
                    Instant.parse(node.path("newest").asText()));
            node.path("seen").fields().forEachRemaining(second -> {
                Map<String, String> states =
                        cursor.seen.computeIfAbsent(Instant.parse(second.getKey()), at -> new TreeMap<>());
                second.getValue()
                        .fields()
                        .forEachRemaining(
                                id -> states.put(id.getKey(), id.getValue().asText()));
            });
            return cursor;
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException(unreadable("it is not the JSON that this component writes"), e);
        }
    }

    private static String unreadable(String why) {
        return "The cursor in the state repository cannot be read: " + why
                + ". Mend or remove it there; when it is removed, startFrom applies";
    }
}
