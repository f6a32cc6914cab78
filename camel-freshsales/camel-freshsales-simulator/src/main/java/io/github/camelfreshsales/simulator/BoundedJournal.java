package io.github.camelfreshsales.simulator;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * WireMock's journal with a limit that costs nothing: WireMock's own one counts all its entries with every request. Bodies
 * of long answers are not kept, or walking through a long list would fill the memory.
 */
final class BoundedJournal implements RequestJournalStore {

    private static final int LONGEST_KEPT_BODY = 16 * 1024;
    private static final String NOT_KEPT = "a long body, not kept";

    private final Map<UUID, ServeEvent> events;

    BoundedJournal(int limit) {
        this.events = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, ServeEvent> eldest) {
                return size() > limit;
            }
        };
    }

    @Override
    public synchronized void add(ServeEvent event) {
        events.put(event.getId(), withoutLongBody(event));
    }

    /** Replaces an event that is still there. */
    @Override
    public synchronized void put(UUID id, ServeEvent event) {
        events.computeIfPresent(id, (key, old) -> withoutLongBody(event));
    }

    /** The latest one first. */
    @Override
    public synchronized Stream<ServeEvent> getAll() {
        List<ServeEvent> all = new ArrayList<>(events.values());
        Collections.reverse(all);
        return all.stream();
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public synchronized void removeLast() {
        events.keySet().stream().findFirst().ifPresent(events::remove);
    }

    @Override
    public synchronized void remove(UUID id) {
        events.remove(id);
    }

    @Override
    public synchronized void clear() {
        events.clear();
    }

    private static ServeEvent withoutLongBody(ServeEvent event) {
        ResponseDefinition definition = event.getResponseDefinition();
        boolean isLong = definition != null
                && definition.getByteBody() != null
                && definition.getByteBody().length > LONGEST_KEPT_BODY;
        if (!isLong) {
            return event;
        }
        LoggedResponse response = event.getResponse();
        return new ServeEvent(
                event.getId(),
                event.getRequest(),
                event.getStubMapping(),
                ResponseDefinitionBuilder.like(definition).withBody(NOT_KEPT).build(),
                response == null
                        ? null
                        : new LoggedResponse(
                                response.getStatus(), response.getHeaders(), (String) null, response.getFault(), null),
                false,
                event.getTiming(),
                new ConcurrentLinkedQueue<>(event.getSubEvents()));
    }
}
