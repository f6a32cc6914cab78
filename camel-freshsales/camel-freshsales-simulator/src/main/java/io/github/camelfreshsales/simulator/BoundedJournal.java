// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * WireMock's journal with limits that cost nothing: WireMock's own one counts all its entries with every request, and knows
 * no limit of bytes. The oldest entries go first; a body that is too long by itself is not kept.
 */
final class BoundedJournal implements RequestJournalStore {

    private static final int LONGEST_KEPT_RESPONSE = 64 * 1024;
    private static final String NOT_KEPT = "a long body, not kept";

    /** What an entry takes beside bodies and headers. */
    private static final long OVERHEAD = 2_000;

    private static final class WithoutBody extends RequestWrapper {
        WithoutBody(Request request) {
            super(request);
        }

        @Override
        public byte[] getBody() {
            return NOT_KEPT.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public boolean isMultipart() {
            return false;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }
    }

    private record Entry(ServeEvent event, long bytes) {}

    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private final int mostEntries;
    private final long mostBytes;
    private long bytes;

    BoundedJournal(int mostEntries, long mostBytes) {
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized void add(ServeEvent event) {
        ServeEvent kept = size(event.getRequest()) > mostBytes ? withoutRequestBody(event) : event;
        put(kept);
    }

    /** Replaces an event that is still there. */
    @Override
    public synchronized void put(UUID id, ServeEvent event) {
        Entry old = entries.get(id);
        if (old != null) {
            boolean wasCut = size(old.event().getRequest()) < size(event.getRequest());
            put(wasCut ? withoutRequestBody(event) : event);
        }
    }

    /** The latest one first. */
    @Override
    public synchronized Stream<ServeEvent> getAll() {
        List<ServeEvent> all = new ArrayList<>(entries.size());
        entries.values().forEach(entry -> all.add(entry.event()));
        Collections.reverse(all);
        return all.stream();
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::event);
    }

    @Override
    public synchronized void removeLast() {
        entries.keySet().stream().findFirst().ifPresent(this::remove);
    }

    @Override
    public synchronized void remove(UUID id) {
        Entry old = entries.remove(id);
        bytes -= old == null ? 0 : old.bytes();
    }

    @Override
    public synchronized void clear() {
        entries.clear();
        bytes = 0;
    }

    private void put(ServeEvent event) {
        ServeEvent kept = withoutLongResponse(event);
        Entry entry = new Entry(kept, OVERHEAD + size(kept.getRequest()) + size(kept.getResponseDefinition()));
        Entry old = entries.put(kept.getId(), entry);
        bytes += entry.bytes() - (old == null ? 0 : old.bytes());
        Iterator<Entry> oldest = entries.values().iterator();
        while (entries.size() > mostEntries || (bytes > mostBytes && entries.size() > 1)) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** Headers are kept as objects of some size; the parts of a form are kept beside its body. */
    private static long size(LoggedRequest request) {
        long body = request.getBody() == null ? 0 : request.getBody().length;
        boolean inParts = request.getParts() != null && !request.getParts().isEmpty();
        long head = request.getUrl().length()
                + (request.getHeaders() == null
                        ? 0
                        : 100L * request.getHeaders().size());
        return head + (inParts ? 2 * body : body);
    }

    private static long size(ResponseDefinition definition) {
        return definition == null || definition.getByteBody() == null ? 0 : definition.getByteBody().length;
    }

    private static ServeEvent withoutRequestBody(ServeEvent event) {
        return event.replaceRequest(new WithoutBody(event.getRequest()));
    }

    private static ServeEvent withoutLongResponse(ServeEvent event) {
        ResponseDefinition definition = event.getResponseDefinition();
        if (size(definition) <= LONGEST_KEPT_RESPONSE) {
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
