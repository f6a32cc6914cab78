// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.cluster;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.MathType;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.remote.CommandResult;
import io.github.bucket4j.distributed.remote.MutableBucketEntry;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.remote.RemoteCommand;
import io.github.bucket4j.distributed.remote.RemoteStat;
import io.github.bucket4j.distributed.serialization.SerializationHandle;
import io.github.bucket4j.distributed.versioning.Version;
import io.github.bucket4j.distributed.versioning.Versions;
import io.github.camelfreshsales.cluster.Ledger.Exchange;
import io.github.camelfreshsales.cluster.Ledger.Grant;
import io.github.camelfreshsales.cluster.Ledger.Lesson;
import java.time.Duration;

/**
 * What happens to the shared bucket while its row is locked. Bucket4j's own commands do one thing each; here returning,
 * learning and taking are one, so that no other node comes in between, and a node needs one round trip.
 */
final class Settlement implements RemoteCommand<Grant> {

    private static final int NO_TYPE = 0;

    private final Budget budget;
    private final Exchange exchange;

    Settlement(Budget budget, Exchange exchange) {
        this.budget = budget;
        this.exchange = exchange;
    }

    @Override
    public CommandResult<Grant> execute(MutableBucketEntry entry, long now) {
        RemoteBucketState state = state(entry, now);
        state.addTokens(exchange.returned());
        state.consume(exchange.made());
        if (exchange.lesson() != null) {
            learn(exchange.lesson(), state);
        }
        Grant grant = take(state, now);
        entry.set(state);
        return CommandResult.success(grant, NO_TYPE);
    }

    private RemoteBucketState state(MutableBucketEntry entry, long now) {
        BucketConfiguration configuration = budget.ofAll();
        if (!entry.exists()) {
            BucketState full = BucketState.createInitialState(configuration, MathType.INTEGER_64_BITS, now);
            return new RemoteBucketState(full, new RemoteStat(0), null);
        }
        RemoteBucketState state = entry.get();
        state.refillAllBandwidth(now);
        if (!state.getConfiguration().equals(configuration)) {
            state.replaceConfiguration(configuration, TokensInheritanceStrategy.PROPORTIONALLY, now);
        }
        return state;
    }

    /** What others have used is gone. When nothing is left, what flows in until the reset is gone, too. */
    private void learn(Lesson lesson, RemoteBucketState state) {
        long most = lesson.calls() > 0 ? lesson.calls() : -budget.flowIn(lesson.reset());
        long ofHour = state.getState().getCurrentSize(0);
        if (ofHour > most) {
            state.consume(ofHour - most);
        }
    }

    /** Takes what is there; when nothing is, one of the calls to come. Each node has one of these at most: they take turns. */
    private Grant take(RemoteBucketState state, long now) {
        long available = state.getAvailableTokens();
        if (exchange.wanted() == 0) {
            return new Grant(0, Duration.ZERO, left(available));
        }
        long calls = Math.max(1, Math.min(available, exchange.wanted()));
        long delay = available > 0 ? 0 : state.calculateDelayNanosAfterWillBePossibleToConsume(1, now, false);
        state.consume(calls);
        return new Grant((int) calls, Duration.ofNanos(delay), left(available - calls));
    }

    private static int left(long tokens) {
        return (int) Math.max(0, tokens);
    }

    /** The first node makes the bucket. */
    @Override
    public boolean isInitializationCommand() {
        return true;
    }

    @Override
    public long estimateTokensToConsume() {
        return exchange.wanted();
    }

    @Override
    public long getConsumedTokens(Grant grant) {
        return grant.calls();
    }

    @Override
    public boolean isImmediateSyncRequired(long unsynchronizedTokens, long nanosSinceLastSync) {
        return true;
    }

    @Override
    public Version getRequiredVersion() {
        return Versions.v_7_0_0;
    }

    /** Runs where it is made, beside the database, and is never sent anywhere. */
    @Override
    public SerializationHandle<RemoteCommand<?>> getSerializationHandle() {
        throw new UnsupportedOperationException("A settlement is not sent to another machine");
    }
}
