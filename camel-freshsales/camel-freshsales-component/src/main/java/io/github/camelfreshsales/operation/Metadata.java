// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.content.UnreadableJsonException;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps what seldom changes, views, fields and selectors, for a while. It belongs to one account and is bounded. Who comes
 * while a request is under way waits for it, but no longer than its own route runs, and asks itself when that request
 * comes to nothing. Nothing of a failure is kept.
 */
final class Metadata {

    /** More than an account has; the least recently used goes first. */
    private static final int MOST = 200;

    /** What is missing in a response that is kept is asked for again, but not more often than this. */
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final InstantSource clock;
    private final RecordReader reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Kept> kept = new Bounded<>();
    private final Map<String, Instant> missed = new Bounded<>();
    private final Map<String, Refused> refused = new Bounded<>();
    private final Map<String, Thread> underWay = new HashMap<>();

    /** Holds what was used lately. */
    private static final class Bounded<T> extends LinkedHashMap<String, T> {

        private static final long serialVersionUID = 1L;

        Bounded() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    }

    Metadata(InstantSource clock, RecordReader reader) {
        this.clock = clock;
        this.reader = reader;
    }

    /** @param view what was made of the response, once it was wanted */
    private record Kept(Instant since, Response response, AtomicReference<Object> view) {

        Kept(Instant since, Response response) {
            this(since, response, new AtomicReference<>());
        }

        boolean isOlderThan(Duration age, Instant now) {
            return !now.isBefore(since.plus(age));
        }
    }

    /** What a response holds: the response as it was, and content that belongs to the caller alone. */
    record Content(Response response, Object content) {}

    Content get(OperationCall call, Session session, Request request) {
        return get(call, session, request, content -> false);
    }

    /**
     * The kept response of a request, or a new one.
     *
     * @param isOutOfDate says of what is kept that something is missing which may have been made since
     */
    Content get(OperationCall call, Session session, Request request, Predicate<Object> isOutOfDate) {
        String place = session.account().root().url(request);
        Kept known = known(session, place, call.get(Option.METADATA_TTL));
        Kept found = known == null ? fetch(call, session, request, place) : known;
        Content content = content(found);
        boolean askAgain = isOutOfDate.test(content.content()) && isWorthAskingAgain(place) && known != null;
        if (!askAgain) {
            return content;
        }
        forget(place, found);
        return get(call, session, request, isOutOfDate);
    }

    private record Refused(Instant since, FreshsalesException why) {}

    /**
     * Something that is made of a response, once for all who want it.
     *
     * @param place where it is kept
     * @param reading makes it of the content; it must not change afterwards
     */
    record View<T>(Request request, String place, Function<Object, T> reading) {}

    /** A view of the kept response of a request, or of a new one. A refusal is believed for a while. */
    <T> T view(OperationCall call, Session session, View<T> view) {
        return viewOf(kept(call, session, view), view);
    }

    /**
     * The view anew when something is missing in it which may have been made since, unless that was done lately.
     *
     * @param began when the caller began to search; what was read since then is new enough
     */
    <T> T newer(OperationCall call, Session session, View<T> view, T known, Instant began) {
        Kept found = kept(call, session, view);
        T current = viewOf(found, view);
        boolean isNew = !found.since().isBefore(began) && !found.isOlderThan(OFTEN_ENOUGH, clock.instant());
        if (current != known || isNew) {
            return current;
        }
        if (!mayAskAgain(session, view.place())) {
            return viewOf(kept(call, session, view), view);
        }
        try {
            return viewOf(fetch(call, session, view.request(), view.place()), view);
        } catch (FreshsalesException e) {
            return current; // what is known is still better than nothing
        }
    }

    private <T> Kept kept(OperationCall call, Session session, View<T> view) {
        Kept known = known(session, view.place(), call.get(Option.METADATA_TTL));
        if (known != null) {
            return known;
        }
        try {
            refuseAsBefore(view.place());
            return fetch(call, session, view.request(), view.place());
        } catch (FreshsalesException e) {
            remember(view.place(), e);
            throw e;
        } finally {
            leave(view.place(), null);
        }
    }

    private void refuseAsBefore(String place) {
        lock.lock();
        try {
            Refused last = refused.get(place);
            if (last != null && clock.instant().isBefore(last.since().plus(OFTEN_ENOUGH))) {
                throw last.why();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What the service refuses it will refuse the next record too. */
    private void remember(String place, FreshsalesException why) {
        boolean isRefusal = why.getStatus() >= 400 && !why.isRetryable();
        lock.lock();
        try {
            if (isRefusal && (!refused.containsKey(place) || refused.get(place).why() != why)) {
                refused.put(place, new Refused(clock.instant(), why));
            }
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T viewOf(Kept kept, View<T> view) {
        Object made = kept.view().get();
        if (made == null) {
            kept.view().compareAndSet(null, view.reading().apply(content(kept).content()));
            made = kept.view().get();
        }
        return (T) made;
    }

    /** What is missing may have been made since; but a name that nobody has is not asked for with each message. */
    private boolean isWorthAskingAgain(String place) {
        lock.lock();
        try {
            Instant now = clock.instant();
            Instant last = missed.put(place, now);
            if (last != null && now.isBefore(last.plus(OFTEN_ENOUGH))) {
                missed.put(place, last);
                return false;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether this thread is to ask again, while others wait for it; false after another one has asked. */
    private boolean mayAskAgain(Session session, String place) {
        lock.lock();
        try {
            if (isWorthAskingAgain(place)) {
                underWay.put(place, Thread.currentThread());
                return true;
            }
            while (underWay.containsKey(place) && !session.isStopping()) {
                changed.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return false;
    }

    /** What is kept, or null when the caller has to ask; until it has, others wait for it. */
    private Kept known(Session session, String place, Duration ttl) {
        lock.lock();
        try {
            while (true) {
                Kept found = kept.get(place);
                if (found != null && !found.isOlderThan(ttl, clock.instant())) {
                    return found;
                }
                if (!underWay.containsKey(place) || session.isStopping()) {
                    underWay.put(place, Thread.currentThread());
                    return null;
                }
                changed.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null; // the request says so in its own words
        } finally {
            lock.unlock();
        }
    }

    private Kept fetch(OperationCall call, Session session, Request request, String place) {
        Kept found = null;
        try {
            found = new Kept(clock.instant(), session.send(call, request));
            return found;
        } finally {
            leave(place, found);
        }
    }

    /** Lets the next one ask who waits for what this thread was to ask for. */
    private void leave(String place, Kept found) {
        lock.lock();
        try {
            underWay.remove(place, Thread.currentThread());
            if (found != null) {
                kept.put(place, found);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Read anew for each caller, since a route may change what it gets. */
    private Content content(Kept known) {
        try {
            return new Content(
                    known.response(), reader.readJson(known.response().body()));
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("What was read before cannot be read any more", e);
        }
    }

    private void forget(String place, Kept old) {
        lock.lock();
        try {
            kept.remove(place, old);
        } finally {
            lock.unlock();
        }
    }

    /** How old is what is kept, by its path below the API root; the query, whose values are a caller's, is left out. */
    SortedMap<String, Duration> ages(ApiRoot root) {
        SortedMap<String, Duration> ages = new TreeMap<>();
        Instant now = clock.instant();
        lock.lock();
        try {
            kept.forEach((place, found) -> {
                String path = place.substring(root.toString().length() + 1).replaceAll("\\?.*$", "");
                Duration age = Duration.between(found.since(), now);
                ages.merge(path, age, (one, other) -> one.compareTo(other) > 0 ? one : other);
            });
        } finally {
            lock.unlock();
        }
        return ages;
    }
}
