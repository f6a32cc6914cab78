// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.changes.CursorStore;
import io.github.camelfreshsales.changes.Feed;
import io.github.camelfreshsales.changes.FeedSettings;
import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.operation.ChangeReader;
import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import io.github.camelfreshsales.watch.CursorReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the changes of a resource since its cursor, oldest first. The cursor moves only past records whose exchange has
 * completed, so the next poll delivers a failed record again, and later changes wait for it. {@link Feed} decides what to follow
 * and how; this class does what Camel asks of a consumer.
 */
final class FreshsalesConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(FreshsalesConsumer.class);
    private static final String POLL = "poll";

    private final FreshsalesEndpoint endpoint;
    private final FreshsalesConfiguration options;
    private final StoppableSleepers waits = new StoppableSleepers();
    private final List<Followed> feeds = new CopyOnWriteArrayList<>();
    private volatile SharedAccount account;
    private volatile boolean starting;
    private Resource resource;
    private ChangeReader reader;
    private StateRepository<String, String> repository;

    FreshsalesConsumer(FreshsalesEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
    }

    String resource() {
        return resource.name();
    }

    boolean isReread() {
        return options.isReread();
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

    /** What is known of the account; empty before the consumer has started. */
    Map<String, Object> healthDetails() {
        SharedAccount followed = account;
        if (followed == null) {
            return Map.of();
        }
        Map<String, Object> details = followed.report().healthDetails();
        long odd = feeds.stream().mapToLong(one -> one.feed().oddRows()).sum();
        if (odd > 0) {
            details.put("changes.odd", odd);
        }
        return details;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        resource = ResourceRegistry.find(options.getResourceType());
    }

    @Override
    protected void doStart() throws Exception {
        account = endpoint.getComponent().accounts().acquire(options);
        waits.allow(POLL);
        endpoint.getComponent().addWaiting(waits);
        Sleeper ofPoll = waits.of(Set.of(POLL));
        Sleeper sleeper = time -> !starting && ofPoll.sleep(time);
        reader = new ChangeReader(
                resource,
                options,
                account.account(),
                account.transport(options, callers(), sleeper, waits.signalOf(Set.of(POLL))),
                sleeper);
        repository = endpoint.getComponent().stateRepository(options);
        String key = options.getStateKey() == null ? defaultKey() : options.getStateKey();
        List<String> keys = options.isDeletions() ? List.of(key, key + "/deletions") : List.of(key);
        endpoint.getComponent().follow(repository, keys);
        keys.forEach(one -> feeds.add(followed(one, !one.equals(key))));
        feeds.forEach(one -> account.watch().addCursor(one.report()));
        fixStart();
        super.doStart();
    }

    /** What the consumer follows, and how an operator sees it. */
    private record Followed(Feed feed, Supplier<CursorReport> report) {}

    private Followed followed(String key, boolean deleted) {
        FeedSettings settings = new FeedSettings(
                options.getStartFrom(), Duration.ofMillis(options.getOverlap()), options.getPerPage(), deleted);
        Feed feed = new Feed(
                reader,
                new CursorStore(repository, key, resource.name()),
                settings,
                endpoint.getComponent().nanos());
        return new Followed(feed, () -> new CursorReport(key, resource.name(), feed.newest(), feed.lag()));
    }

    /** Finds out where now is, once and without a wait. If that fails, the first poll that can does it. */
    private void fixStart() {
        starting = true;
        try {
            feeds.forEach(one -> one.feed().begin());
        } catch (RuntimeException e) {
            LOG.debug("The start of {} is not known yet", getEndpoint(), e);
        } finally {
            starting = false;
        }
    }

    /** What its calls share their turns with: those of its route. */
    private Object callers() {
        return getRouteId() == null ? this : Set.of(getRouteId());
    }

    private String defaultKey() {
        String route = getRouteId() == null ? "poll" : getRouteId();
        return account.account().root() + "/" + resource.name() + "/" + route;
    }

    /** Also called when the route or the context is about to stop: all waits of the poll end. */
    @Override
    protected void doSuspend() throws Exception {
        waits.stop(POLL);
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        waits.allow(POLL);
        super.doResume();
    }

    @Override
    protected void doStop() throws Exception {
        waits.stop(POLL);
        super.doStop();
        endpoint.getComponent().removeWaiting(waits);
        for (Followed one : feeds) {
            endpoint.getComponent().unfollow(repository, one.feed().store().key());
            account.watch().removeCursor(one.report());
        }
        feeds.clear();
        if (account != null) {
            endpoint.getComponent().accounts().release(account);
            account = null;
        }
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        int count = 0;
        try {
            feeds.forEach(one -> one.feed().begin());
            for (Followed one : feeds) {
                count += poll(one.feed(), maxMessagesPerPoll > 0 ? maxMessagesPerPoll - count : Integer.MAX_VALUE);
            }
        } catch (FreshsalesException e) {
            if (mayGoOn()) {
                throw e;
            }
            LOG.debug("The poll of {} ended early, since its route stops", getEndpoint(), e);
        }
        return count;
    }

    private int poll(Feed feed, int most) throws Exception {
        if (most <= 0) {
            return 0;
        }
        ChangeDelivery delivery =
                options.isEachRecord() ? new RecordDelivery(this, reader, most) : new PageDelivery(this, reader, most);
        feed.poll(delivery);
        return delivery.count();
    }

    /** The service can be followed, however long the first poll may take. */
    void responded() {
        forceConsumerAsReady();
    }

    boolean mayGoOn() {
        return isBatchAllowed() && !isSuspendingOrSuspended();
    }

    @Override
    public int processBatch(Queue<Object> exchanges) throws Exception {
        int size = exchanges.size();
        for (int index = 0; index < size; index++) {
            if (!mayGoOn()) {
                return index;
            }
            ((RecordDelivery.Item) exchanges.poll()).deliver(index, size);
        }
        return size;
    }

    /** Sends a body through the route; throws a failure that nobody handled. */
    void process(Object body, Map<String, Object> headers, int index, int size) throws Exception {
        Exchange exchange = createExchange(false);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        exchange.setProperty(FreshsalesEndpoint.ACCOUNT, endpoint.getServiceUrl());
        exchange.getMessage().setBody(body);
        headers.forEach(exchange.getMessage()::setHeader);
        pendingExchanges = size - index - 1;
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
}
