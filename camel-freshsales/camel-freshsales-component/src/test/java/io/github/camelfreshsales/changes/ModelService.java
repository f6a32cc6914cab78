// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.operation.ChangePages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A service as hard to follow as a real one may be, and nothing of the simulator: changes show some time after they were
 * made, records of one second come in another order with each response, a page may be empty or fail, and the clocks step.
 */
final class ModelService implements ChangePages {

    static final Duration OVERLAP = Duration.ofSeconds(10);
    /** With the steps back of the clock it stays within the overlap. */
    private static final int MOST_LAG_MILLIS = 6_000;

    private static final int MOST_STEP_BACK = 4;
    private static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");
    private static final Instant BEGIN = Instant.parse("2026-03-05T10:00:00Z");

    /** What is odd about the totals of this service. */
    private enum Totals {
        RIGHT,
        ABSENT,
        TOO_HIGH
    }

    /** A record as it is since its latest change. */
    record State(long id, long version, Instant at, long visibleFrom, Object updatedAt) {}

    private final Random random;
    private final Totals totals;
    private final boolean boundIncluded;
    private final boolean disorder;
    private final boolean tellsItsTime;
    private double strange;
    private final double poison;
    private final Map<Long, State> records = new TreeMap<>();
    private final Map<Long, State> shown = new HashMap<>();
    private final TreeMap<Instant, Set<State>> shownByTime = new TreeMap<>();
    private final Set<State> onTheirWay = new LinkedHashSet<>();
    private final List<Long> ids = new ArrayList<>();
    private long millis;
    private int offset;
    private int highestOffset;
    private int ownOffset;
    private long changes;
    private long calls;
    private Runnable meanwhile = () -> {};

    ModelService(Random random) {
        this.random = random;
        totals = random.nextInt(3) > 0 ? Totals.RIGHT : Totals.values()[random.nextInt(3)];
        boundIncluded = random.nextInt(4) == 0;
        disorder = random.nextInt(4) == 0;
        tellsItsTime = random.nextBoolean();
        // wrong totals take many calls, of which hardly any may fail
        strange = random.nextInt(3) == 0 ? 0 : random.nextDouble() / (totals == Totals.RIGHT ? 20 : 200);
        poison = random.nextInt(3) > 0 ? 0 : 0.01;
    }

    void duringEachCall(Runnable action) {
        meanwhile = action;
    }

    /** A page of few rows cannot show that rows come out of order, or that a total is wrong. */
    int smallestPage() {
        return disorder ? 25 : totals == Totals.RIGHT ? 1 : 4;
    }

    /** From now on nothing fails any more. */
    void calmDown() {
        strange = 0;
    }

    long nanos() {
        return millis * 1_000_000;
    }

    void advance(long time) {
        millis += time;
    }

    private Instant time() {
        return BEGIN.plusMillis(millis).plusSeconds(offset);
    }

    /** The clock of the service, or ours, jumps. */
    void stepClock() {
        if (random.nextBoolean()) {
            ownOffset = random.nextInt(240) - 120;
            return;
        }
        if (random.nextBoolean()) {
            advance(MOST_LAG_MILLIS); // a step forward makes what is on its way later than the overlap allows
            offset += random.nextInt(30);
        } else {
            offset = Math.max(highestOffset - MOST_STEP_BACK, offset - random.nextInt(MOST_STEP_BACK));
        }
        highestOffset = Math.max(highestOffset, offset);
    }

    void create() {
        long id = 70_041_000_000L + ids.size();
        ids.add(id);
        put(id, 0);
    }

    void change() {
        long id = ids.get(random.nextInt(ids.size()));
        State known = records.get(id);
        if (known != null) {
            put(id, known.version() + 1);
        }
    }

    void delete() {
        long id = ids.get(random.nextInt(ids.size()));
        onTheirWay.remove(records.remove(id));
        hide(id);
    }

    private void hide(long id) {
        State known = shown.remove(id);
        if (known != null) {
            shownByTime.get(known.at()).remove(known);
        }
    }

    private void show(State state) {
        hide(state.id());
        shown.put(state.id(), state);
        shownByTime.computeIfAbsent(state.at(), at -> new LinkedHashSet<>()).add(state);
    }

    private void put(long id, long version) {
        changes++;
        Instant at = time().truncatedTo(ChronoUnit.SECONDS);
        Object updatedAt = at.toString();
        if (random.nextDouble() < poison) {
            at = random.nextBoolean() ? at : FAR;
            updatedAt = at == FAR ? FAR.toString() : "yesterday";
        }
        long visibleFrom = millis + (random.nextInt(3) == 0 ? random.nextInt(MOST_LAG_MILLIS) : 0);
        State state = new State(id, version, at, visibleFrom, updatedAt);
        onTheirWay.remove(records.put(id, state));
        onTheirWay.add(state);
        if (random.nextBoolean()) {
            hide(id); // else what it was is found until what it is shows
        }
    }

    long changes() {
        return changes;
    }

    long calls() {
        return calls;
    }

    Map<Long, State> records() {
        return records;
    }

    private List<State> visible(Window window) {
        onTheirWay.removeIf(state -> {
            boolean arrives = state.visibleFrom() <= millis;
            if (arrives) {
                show(state);
            }
            return arrives;
        });
        List<State> found = new ArrayList<>();
        Instant after = window.after() == null ? Instant.EPOCH : window.after();
        Instant before = window.before() == null ? Instant.MAX : window.before();
        if (after.isBefore(before)) {
            shownByTime.subMap(after, boundIncluded, before, false).values().forEach(found::addAll);
        }
        if (poison > 0) {
            shown.values().stream()
                    .filter(state -> state.updatedAt().equals("yesterday") && !found.contains(state))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public boolean isSearched() {
        return true;
    }

    @Override
    public Instant now() {
        return tellsItsTime ? time() : BEGIN.plusMillis(millis).plusSeconds(ownOffset);
    }

    @Override
    public Rows page(Window window, int number, int perPage) {
        return answer(window, number, perPage, Comparator.comparing(State::at));
    }

    @Override
    public Rows newest(Window window, int count) {
        return answer(window, 1, count, Comparator.comparing(State::at).reversed());
    }

    private Rows answer(Window window, int number, int perPage, Comparator<State> order) {
        calls++;
        advance(random.nextInt(200));
        meanwhile.run();
        List<State> found = visible(window);
        Collections.shuffle(found, random);
        found.sort(order);
        if (disorder) {
            swapNeighbours(found);
        }
        Long total =
                switch (totals) {
                    case RIGHT -> (Long) (long) found.size();
                    case ABSENT -> null;
                    case TOO_HIGH -> (Long) (2L * perPage + found.size());
                };
        int from = Math.min((number - 1) * perPage, found.size());
        int to = Math.min(from + perPage, found.size());
        List<Map<String, Object>> rows =
                found.subList(from, to).stream().map(ModelService::row).toList();
        advance(random.nextInt(200));
        if (random.nextDouble() < strange) {
            return strange(total == null || total == 0 ? null : total);
        }
        return new Rows(rows, total);
    }

    /** Half of the strange responses are seen to be strange. */
    private Rows strange(Long total) {
        if (random.nextBoolean()) {
            throw new IllegalStateException("the response is strange");
        }
        return new Rows(List.of(), random.nextBoolean() ? null : total);
    }

    private void swapNeighbours(List<State> found) {
        for (int i = 0; i + 1 < found.size(); i += 3) {
            Duration apart =
                    Duration.between(found.get(i).at(), found.get(i + 1).at()).abs();
            if (apart.compareTo(Duration.ofSeconds(5)) <= 0) {
                Collections.swap(found, i, i + 1);
            }
        }
    }

    private static Map<String, Object> row(State state) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", state.id());
        row.put("version", state.version());
        row.put("updated_at", state.updatedAt());
        return row;
    }
}
