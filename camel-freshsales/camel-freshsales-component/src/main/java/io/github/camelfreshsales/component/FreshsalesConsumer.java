package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.changes.Change;
import io.github.camelfreshsales.changes.ChangePoll;
import io.github.camelfreshsales.changes.Cursor;
import io.github.camelfreshsales.changes.CursorStore;
import io.github.camelfreshsales.changes.Delivery;
import io.github.camelfreshsales.changes.StartPoint;
import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.operation.ChangeReader;
import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import io.github.camelfreshsales.watch.CursorReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/**
 * Delivers what has changed in a resource since its cursor, oldest first. The cursor moves only past records whose exchange
 * is complete, so what fails comes again with the next poll, and what comes after it waits.
 */
final class FreshsalesConsumer extends ScheduledBatchPollingConsumer {

    private final FreshsalesEndpoint endpoint;
    private final FreshsalesConfiguration options;
    private final List<Feed> feeds = new CopyOnWriteArrayList<>();
    private volatile SharedAccount shared;
    private Resource resource;
    private ChangeReader reader;
    private StoppableSleepers waits;

    FreshsalesConsumer(FreshsalesEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
    }

    @Override
    protected void doBuild() throws Exception {
        if (getHealthCheck() == null) {
            FollowingHealthCheck check = new FollowingHealthCheck(this, "consumer:" + getRouteId());
            if (initialHealthCheckState() != null) {
                check.setInitialState(initialHealthCheckState());
            }
            setHealthCheck(check);
        }
        super.doBuild();
    }

    /** What is known of the account; nothing before the consumer has started. */
    Map<String, Object> healthDetails() {
        SharedAccount followed = shared;
        return followed == null ? Map.of() : followed.report().healthDetails();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        resource = ResourceRegistry.find(options.getResourceType());
    }

    /** What its calls share their turns with: those of its route. */
    private Object callers() {
        return getRouteId() == null ? this : Set.of(getRouteId());
    }

    @Override
    protected void doStart() throws Exception {
        shared = endpoint.getComponent().accounts().acquire(options);
        waits = new StoppableSleepers();
        endpoint.getComponent().addWaiting(waits);
        Sleeper sleeper = waits.of(Set.of());
        reader = new ChangeReader(
                resource, options, shared.account(), shared.transport(options, callers(), sleeper), sleeper);
        StateRepository<String, String> repository = endpoint.getComponent().stateRepository(options);
        String key = options.getStateKey() == null ? defaultKey() : options.getStateKey();
        String deletions = key + "/deletions";
        endpoint.getComponent().follow(repository, options.isDeletions() ? List.of(key, deletions) : List.of(key));
        feeds.add(new Feed(new CursorStore(repository, key, resource.name()), false));
        if (options.isDeletions()) {
            feeds.add(new Feed(new CursorStore(repository, deletions, resource.name()), true));
        }
        feeds.forEach(feed -> shared.watch().addCursor(feed.report));
        super.doStart();
    }

    private String defaultKey() {
        String route = getRouteId() == null ? "poll" : getRouteId();
        return shared.account().root() + "/" + resource.name() + "/" + route;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        super.prepareShutdown(suspendOnly, forced);
        if (!suspendOnly) {
            waits.stop();
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (waits != null) {
            waits.stop();
            endpoint.getComponent().removeWaiting(waits);
        }
        for (Feed feed : feeds) {
            endpoint.getComponent().unfollow(feed.store.key());
            shared.watch().removeCursor(feed.report);
        }
        feeds.clear();
        if (shared != null) {
            endpoint.getComponent().accounts().release(shared);
            shared = null;
        }
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        int count = 0;
        for (Feed feed : feeds) {
            feed.begin();
        }
        for (Feed feed : feeds) {
            count += feed.poll(maxMessagesPerPoll > 0 ? maxMessagesPerPoll - count : Integer.MAX_VALUE);
        }
        return count;
    }

    /** A change on its way into the route. */
    private record Item(Feed feed, Change change, Consumer<Change> complete) {}

    @Override
    public int processBatch(Queue<Object> exchanges) throws Exception {
        int size = exchanges.size();
        for (int index = 0; index < size; index++) {
            if (!mayGoOn()) {
                return index;
            }
            Item item = (Item) exchanges.poll();
            item.feed().deliverOne(item.change(), index, size);
            item.complete().accept(item.change());
        }
        return size;
    }

    /** What is followed with a cursor of its own: the live records, or the recycle bin. */
    private final class Feed implements Delivery {

        private final CursorStore store;
        private final boolean deleted;
        private final Supplier<CursorReport> report = this::report;
        private volatile Instant newest;
        private volatile Instant upToDate;
        private Instant quietSince;
        private Cursor cursor;
        private Instant followedTo;
        private int left;
        private int count;

        Feed(CursorStore store, boolean deleted) {
            this.store = store;
            this.deleted = deleted;
        }

        /** Keeps where to begin before anything else can fail, or a later poll would begin later and leave a gap. */
        void begin() {
            store.save(load());
        }

        private Cursor load() {
            return store.load(() -> StartPoint.of(options.getStartFrom(), reader, options.getPerPage(), deleted));
        }

        int poll(int most) throws Exception {
            if (most <= 0) {
                return 0;
            }
            left = most;
            count = 0;
            cursor = load();
            if (!cursor.newest().equals(newest)) {
                // it comes from the repository, so nobody here knows since when it stands there
                quietSince = reader.now();
            }
            followedTo = cursor.newest();
            ChangePoll walk = new ChangePoll(
                    reader, cursor, this, Duration.ofMillis(options.getOverlap()), options.getPerPage(), deleted);
            try {
                upToDate = walk.run(quietSince) ? walk.begun() : upToDate;
            } finally {
                quietSince = cursor.newest().equals(followedTo) ? quietSince : reader.now();
                newest = cursor.newest();
            }
            return count;
        }

        /** The lag is the time since nothing was left to deliver. */
        CursorReport report() {
            Duration lag = upToDate == null ? null : Duration.between(upToDate, reader.now());
            return new CursorReport(store.key(), resource.name(), newest, lag);
        }

        @Override
        public void save(Cursor moved) {
            store.save(moved);
        }

        @Override
        public boolean deliver(List<Change> changes, Consumer<Change> complete) throws Exception {
            return options.isEachRecord() ? deliverEach(changes, complete) : deliverPage(changes, complete);
        }

        private boolean deliverEach(List<Change> changes, Consumer<Change> complete) throws Exception {
            Queue<Object> batch = new ArrayDeque<>(Math.min(left, changes.size()));
            changes.stream()
                    .limit(left)
                    .map(change -> new Item(this, change, complete))
                    .forEach(batch::add);
            int delivered = processBatch(batch);
            return delivered == changes.size() && left > 0;
        }

        private void deliverOne(Change change, int index, int size) throws Exception {
            Exchange exchange = exchange(
                    reader.format(record(change)),
                    Map.of(
                            FreshsalesConstants.CHANGED_RESOURCE, resource.name(),
                            FreshsalesConstants.CHANGE_TYPE, type(change),
                            FreshsalesConstants.CHANGED_ID, change.row().get("id"),
                            FreshsalesConstants.CHANGED_AT, change.at()),
                    index,
                    size);
            process(exchange);
            delivered();
        }

        private Object record(Change change) {
            return options.isReread() && !deleted ? reader.reread(change.id(), change.row()) : change.row();
        }

        private void delivered() {
            count++;
            left--;
        }

        private boolean deliverPage(List<Change> changes, Consumer<Change> complete) throws Exception {
            if (!mayGoOn()) {
                return false;
            }
            List<Object> records = new ArrayList<>();
            changes.forEach(change -> records.add(record(change)));
            Map<String, Object> headers = new HashMap<>();
            headers.put(FreshsalesConstants.CHANGED_RESOURCE, resource.name());
            if (deleted) {
                headers.put(FreshsalesConstants.CHANGE_TYPE, "deleted");
            }
            Exchange exchange = exchange(reader.format(records), headers, 0, 1);
            process(exchange);
            changes.forEach(complete);
            delivered();
            return left > 0;
        }

        /** A record that was created since the last poll is new to the route, also when it was changed since. */
        private String type(Change change) {
            if (deleted) {
                return "deleted";
            }
            if (cursor.hasSeenOtherStateOf(change)) {
                return "updated";
            }
            Instant createdAt = change.createdAt();
            boolean isNew = createdAt != null && (createdAt.equals(change.at()) || createdAt.isAfter(followedTo));
            return isNew ? "created" : "updated";
        }
    }

    private Exchange exchange(Object body, Map<String, Object> headers, int index, int size) {
        Exchange exchange = createExchange(false);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        exchange.getMessage().setBody(body);
        headers.forEach(exchange.getMessage()::setHeader);
        pendingExchanges = size - index - 1;
        return exchange;
    }

    /** Processes an exchange; a fault that nobody handled ends the poll. */
    private void process(Exchange exchange) throws Exception {
        try {
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                throw new IllegalStateException("The exchange " + exchange.getExchangeId()
                        + " was rolled back, so its record is delivered again with the next poll");
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private boolean mayGoOn() {
        return isBatchAllowed() && !isSuspendingOrSuspended();
    }
}
