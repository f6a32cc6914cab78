// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.github.camelfreshsales.AccountQuota;
import io.github.camelfreshsales.RemainingCalls;
import io.github.camelfreshsales.cluster.Ledger.Exchange;
import io.github.camelfreshsales.cluster.Ledger.Grant;
import io.github.camelfreshsales.cluster.Ledger.Lesson;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of an account that one node may make. It takes a few at a time, more while they are used up quickly, and returns
 * what it does not need. One thread of its own talks to the ledger, so nobody else ever waits for a database.
 */
final class NodeQuota implements AccountQuota {

    private static final Logger LOG = LoggerFactory.getLogger(NodeQuota.class);

    private static final long KEEPS = TimeUnit.SECONDS.toNanos(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long RETRY = TimeUnit.SECONDS.toNanos(1);
    private static final long TEACHES_WITHIN = TimeUnit.SECONDS.toNanos(1);
    private static final long LESSON_KEEPS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration RESET_WHEN_UNKNOWN = Duration.ofMinutes(1);
    private static final long MILLIS_TO_RETURN = 1_000;

    private final String account;
    private final Ledger ledger;
    private final Budget budget;
    private final Runnable room;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread agent;

    private final Hand hand = new Hand(KEEPS);
    private int batch = 1;
    private int left;
    private boolean wanted;
    private boolean asking;
    private long askedAt;
    private Lesson lesson;
    private long learnedAt;
    /** Not null while the database is away. */
    private Share share;

    private boolean closed;

    NodeQuota(String account, Ledger ledger, Budget budget, Runnable room) {
        this.account = account;
        this.ledger = ledger;
        this.budget = budget;
        this.room = room;
        this.left = budget.largestBatch();
        this.agent = new Thread(this::run, "freshsales-quota");
        agent.setDaemon(true);
    }

    NodeQuota start() {
        agent.start();
        return this;
    }

    // --- what the component asks

    @Override
    public Duration take() {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (hand.take(now)) {
                return Duration.ZERO;
            }
            if (share == null && asking && now - askedAt > PATIENCE.toNanos()) {
                goAlone("it has not responded for " + PATIENCE.toSeconds() + " s");
            }
            if (share != null) {
                want();
                return share.take();
            }
            if (hand.delay(now) > 0) {
                return Duration.ofNanos(hand.delay(now));
            }
            want();
            return PATIENCE;
        } finally {
            lock.unlock();
        }
    }

    private void want() {
        if (!wanted) {
            wanted = true;
            changed.signal();
        }
    }

    @Override
    public Duration delay(int before) {
        lock.lock();
        try {
            if (share != null) {
                return share.delay(before);
            }
            Duration first = Duration.ofNanos(hand.delay(System.nanoTime()));
            return first.plus(budget.gap().multipliedBy(Math.max(0, before - hand.calls() - left)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int left() {
        lock.lock();
        try {
            return share == null ? hand.calls() + left : share.left();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void unused() {
        lock.lock();
        try {
            hand.putBack();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The others may have as many calls on their way as this node. */
    @Override
    public void learn(RemainingCalls remaining) {
        lock.lock();
        try {
            int onTheWay = (remaining.underWay() + hand.calls()) * budget.nodes();
            int calls = Math.max(0, remaining.calls() - budget.reserve() - onTheWay);
            boolean usedUp = remaining.calls() <= budget.reserve();
            Duration reset = remaining.reset() == null ? RESET_WHEN_UNKNOWN : remaining.reset();
            long now = System.nanoTime();
            if (freshLesson(now) == null || calls <= lesson.calls()) {
                lesson = new Lesson(calls, usedUp ? reset : Duration.ZERO);
                learnedAt = now;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What was learned lately; a window may have begun since an older one. */
    private Lesson freshLesson(long now) {
        return lesson == null || now - learnedAt > LESSON_KEEPS ? null : lesson;
    }

    // --- what goes on with the ledger

    private void run() {
        try {
            for (Exchange next = await(); next != null; next = await()) {
                settle(next);
            }
            returnAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something to settle; null when there is nothing any more. */
    private Exchange await() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                long now = System.nanoTime();
                long rest = untilNext(now);
                if (rest <= 0) {
                    return begin(now);
                }
                changed.awaitNanos(rest);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private long untilNext(long now) {
        if (share != null) {
            return askedAt + RETRY - now;
        }
        if (wanted && (hand.calls() == 0 || hand.isExpired(now))) {
            return 0;
        }
        long untilReturn = hand.calls() > 0 ? hand.untilExpiry(now) : Long.MAX_VALUE;
        boolean teaches = freshLesson(now) != null && (lesson.calls() == 0 || lesson.calls() < left);
        return Math.min(untilReturn, teaches ? learnedAt + TEACHES_WITHIN - now : Long.MAX_VALUE);
    }

    private Exchange begin(long now) {
        int returned = hand.isExpired(now) ? hand.empty() : 0;
        batch = returned > 0 ? 1 : Math.min(budget.largestBatch(), wanted ? batch * 2 : batch);
        int made = share == null ? 0 : Math.min(share.made(), budget.largestDebt());
        Exchange exchange = new Exchange(returned, made, freshLesson(now), wanted && hand.calls() == 0 ? batch : 0);
        lesson = null;
        asking = true;
        askedAt = now;
        return exchange;
    }

    private void settle(Exchange exchange) {
        try {
            Grant grant = ledger.settle(exchange);
            receive(grant);
        } catch (RuntimeException e) {
            miss(e);
        }
        room.run();
    }

    private void receive(Grant grant) {
        lock.lock();
        try {
            asking = false;
            if (share != null) {
                LOG.info("The database of the shared quota of {} is back", account);
                share = null;
            }
            if (grant.calls() > 0) {
                wanted = false;
                hand.fill(grant.calls(), System.nanoTime() + grant.delay().toNanos());
            }
            left = grant.left();
        } finally {
            lock.unlock();
        }
    }

    private void miss(RuntimeException cause) {
        lock.lock();
        try {
            asking = false;
            if (share == null) {
                goAlone(cause.getMessage());
            }
        } finally {
            lock.unlock();
        }
    }

    private void goAlone(String why) {
        LOG.warn(
                "The database of the shared quota of {} is away, and this node goes on with its share, one of {}, until it is"
                        + " back: {}",
                account,
                budget.nodes(),
                why);
        share = new Share(budget);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            agent.join(MILLIS_TO_RETURN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void returnAll() {
        int calls = hand.empty();
        if (calls == 0 || share != null) {
            return;
        }
        try {
            ledger.settle(new Exchange(calls, 0, null, 0));
        } catch (RuntimeException e) {
            LOG.debug("{} calls of {} could not be returned; as many flow in again", calls, account, e);
        }
    }
}
