// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** One life of a feed: changes, polls, faults, restarts and kills in no order at all. */
final class ModelRun implements Delivery {

    private static final String KEY = "cursor";

    /** The process is gone: nothing is tidied up. */
    private static final class Kill extends Error {

        Kill() {
            super("killed", null, false, false);
        }
    }

    private final Random random;
    private final int activity;
    private final ModelService service;
    private final FeedSettings settings;
    private final boolean withKills;
    private final int failingEvery;
    private final int limit;
    private final Set<String> uncommitted = new HashSet<>();
    private final Set<String> mayRepeat = new HashSet<>();
    private final Map<String, Integer> delivered = new HashMap<>();
    private final Set<String> repeated = new TreeSet<>();
    private final Set<String> old = new HashSet<>();
    private MemoryStateRepository repository = repository(null);
    private Feed feed;
    private int left;
    private boolean quiet;
    private long polls;

    /** @param activity how much happens between two polls */
    ModelRun(Random random, int activity) {
        this.random = random;
        this.activity = activity;
        service = new ModelService(random);
        settings = new FeedSettings(
                random.nextBoolean() ? "beginning" : "now",
                ModelService.OVERLAP,
                service.smallestPage() + random.nextInt(20 * activity),
                false);
        withKills = random.nextBoolean();
        failingEvery = random.nextBoolean() ? 40 * activity : 0;
        limit = random.nextInt(3) * 15 * activity;
        if (settings.startFrom().equals("now")) {
            burst();
            service.records().values().forEach(state -> old.add(state.id() + " " + state.version()));
        }
        restart();
        service.duringEachCall(this::sometimesChange);
    }

    private MemoryStateRepository repository(String state) {
        MemoryStateRepository next = new MemoryStateRepository() {
            @Override
            public void setState(String key, String value) {
                super.setState(key, value);
                uncommitted.clear();
            }
        };
        if (state != null) {
            next.setState(KEY, state);
        }
        return next;
    }

    void live(int changes) {
        while (service.changes() < changes) {
            step();
        }
        quiet = true;
        service.calmDown();
        for (int poll = 0; poll < 60; poll++) {
            service.advance(60_000);
            poll();
        }
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 35) {
            burst();
        } else if (dice < 60) {
            service.advance(random.nextInt(4_000));
        } else if (dice < 66) {
            service.advance(random.nextInt(90_000));
        } else if (dice < 69) {
            service.stepClock();
        } else if (dice < 72) {
            restart();
        } else {
            poll();
        }
    }

    private void burst() {
        for (int i = random.nextInt(activity * (random.nextInt(20) == 0 ? 60 : 12)); i >= 0; i--) {
            change();
        }
    }

    private void change() {
        int dice = random.nextInt(100);
        if (dice < 60 || service.changes() == 0) {
            service.create();
        } else if (dice < 97) {
            service.change();
        } else {
            service.delete();
        }
    }

    private void sometimesChange() {
        if (!quiet && random.nextInt(10) == 0) {
            service.advance(random.nextInt(2_000));
            change();
        }
    }

    /** Only the repository remembers. */
    private void restart() {
        feed = new Feed(service, new CursorStore(repository, KEY, "contacts"), settings, service::nanos);
        try {
            feed.begin();
        } catch (IllegalStateException e) {
            // the service could not be asked
        }
    }

    private void poll() {
        polls++;
        left = limit == 0 ? Integer.MAX_VALUE : limit;
        try {
            feed.poll(this);
        } catch (Kill e) {
            mayRepeat.addAll(uncommitted);
            repository = repository(repository.getState(KEY));
            restart();
        } catch (Exception e) {
            if (!(e instanceof IllegalStateException)) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public boolean goesOn() {
        return left > 0;
    }

    @Override
    public void responded() {
        // nobody asks how this one is
    }

    @Override
    public boolean deliver(List<Change> changes, Consumer<Change> complete) {
        for (Change change : changes) {
            if (left == 0) {
                return false;
            }
            if (!quiet && failingEvery > 0 && random.nextInt(failingEvery) == 0) {
                throw new IllegalStateException("the route failed");
            }
            take(change.row().get("id") + " " + change.row().get("version"));
            if (!quiet && withKills && random.nextInt(300 * activity) == 0) {
                throw new Kill();
            }
            complete.accept(change);
            left--;
        }
        return true;
    }

    private void take(String state) {
        uncommitted.add(state);
        if (delivered.merge(state, 1, Integer::sum) > 1 && !mayRepeat.remove(state)) {
            repeated.add(state);
        }
    }

    /** The records whose latest state never arrived. */
    Set<String> missed() {
        Set<String> missed = new TreeSet<>();
        service.records().values().forEach(state -> missed.add(state.id() + " " + state.version()));
        missed.removeAll(delivered.keySet());
        missed.removeAll(old);
        return missed;
    }

    /** What arrived twice without a kill that explains it. */
    Set<String> repeated() {
        return repeated;
    }

    long polls() {
        return polls;
    }

    ModelService service() {
        return service;
    }
}
