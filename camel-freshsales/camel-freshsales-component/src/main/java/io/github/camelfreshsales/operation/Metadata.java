package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what seldom changes, views, fields and selectors, for a while. It belongs to one account. Who comes while an
 * answer is under way waits for that answer; a failure is not kept.
 */
final class Metadata {

    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Metadata(InstantSource clock) {
        this.clock = clock;
    }

    private record Kept(Instant since, CompletableFuture<Response> answer) {

        boolean isOlderThan(Duration age, Instant now) {
            return !now.isBefore(since.plus(age));
        }
    }

    /** The kept answer of a request, or a new one. */
    Response get(OperationCall call, Request request) {
        Duration ttl = Duration.ofMillis(call.options().getMetadataTtl());
        String place = call.account().root().url(request);
        kept.computeIfPresent(place, (key, old) -> old.isOlderThan(ttl, clock.instant()) ? null : old);
        Kept mine = new Kept(clock.instant(), new CompletableFuture<>());
        Kept theirs = kept.putIfAbsent(place, mine);
        return theirs == null ? fetch(call, request, place, mine) : await(theirs);
    }

    private Response fetch(OperationCall call, Request request, String place, Kept mine) {
        try {
            Response response = Sender.read(call, request, answer -> {
                        ResponseReader.parse(call, answer);
                        return answer;
                    })
                    .response();
            mine.answer().complete(response);
            return response;
        } catch (RuntimeException e) {
            kept.remove(place, mine);
            mine.answer().completeExceptionally(e);
            throw e;
        }
    }

    private static Response await(Kept theirs) {
        try {
            return theirs.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** How old is what is kept, by its path below the API root; the query, whose values are a caller's, is left out. */
    SortedMap<String, Duration> ages(ApiRoot root) {
        SortedMap<String, Duration> ages = new TreeMap<>();
        Instant now = clock.instant();
        kept.forEach((place, answer) -> {
            if (answer.answer().isDone()) {
                String path = place.substring(root.toString().length() + 1).replaceAll("\\?.*$", "");
                Duration age = Duration.between(answer.since(), now);
                ages.merge(path, age, (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        });
        return ages;
    }

    /** Forgets an answer that has turned out to be out of date. */
    void forget(OperationCall call, Request request) {
        kept.remove(call.account().root().url(request));
    }
}
