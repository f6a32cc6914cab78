// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import io.github.camelfreshsales.simulator.Switch;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The jobs of bulk upserts. The work of a job is done when it is submitted, and only the news of it comes later: so its
 * records are there at the end of the job, whether or not anybody looks.
 */
public final class Jobs {

    /** A wish of a test that some items fail. */
    private record ScriptedFailure(Predicate<Map<String, Object>> condition, String message) {}

    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();
    private final List<ScriptedFailure> scripts = new CopyOnWriteArrayList<>();
    private final AtomicBoolean calledBefore = new AtomicBoolean();
    private final LongAdder received = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final long firstId;
    private final AtomicLong ids;
    private volatile JobSettings settings;

    Jobs(long firstId, JobSettings settings) {
        this.firstId = firstId;
        this.ids = new AtomicLong(firstId);
        this.settings = settings;
    }

    public JobSettings settings() {
        return settings;
    }

    public synchronized void change(UnaryOperator<JobSettings> change) {
        settings = change.apply(settings);
    }

    /** Whether no bulk upsert came before this one. */
    public boolean isFirstCall() {
        return calledBefore.compareAndSet(false, true);
    }

    public Job submit(CrmAccount account, int succeeded, List<Job.FailedItem> failures) {
        received.add(succeeded + failures.size());
        stored.add(succeeded);
        long id = ids.getAndIncrement();
        JobSettings now = settings;
        Duration time = now.time().apply(id - firstId);
        Job job = Job.submitted(id, account.clock().instant(), time, now.looks(), succeeded, failures);
        jobs.put(job.id(), job);
        return job;
    }

    /** The job after one more look at it. */
    public Optional<Job> look(long id, CrmAccount account) {
        boolean neverEnds = account.has(Switch.JOB_NEVER_ENDS);
        return Optional.ofNullable(jobs.computeIfPresent(
                id, (any, job) -> job.lookedAt(account.clock().instant(), neverEnds)));
    }

    /** All jobs, oldest first, as they stand now; that nobody asked for them changes nothing. */
    public List<Job> all(CrmAccount account) {
        boolean neverEnds = account.has(Switch.JOB_NEVER_ENDS);
        return jobs.values().stream()
                .sorted(Comparator.comparingLong(Job::id))
                .map(job -> job.endsByTime() ? job.at(account.clock().instant(), neverEnds) : job)
                .toList();
    }

    /** Puts jobs in place that another account had; new ones are numbered after them. */
    public void restore(Collection<Job> restored) {
        restored.forEach(job -> {
            jobs.put(job.id(), job);
            ids.accumulateAndGet(job.id() + 1, Math::max);
        });
    }

    public void fail(Predicate<Map<String, Object>> condition, String message) {
        scripts.add(new ScriptedFailure(condition, message));
    }

    public boolean hasScripts() {
        return !scripts.isEmpty();
    }

    /** What a test wants an item to fail with. */
    public Optional<String> scriptedFailure(Map<String, Object> item) {
        return scripts.stream()
                .filter(script -> script.condition().test(item))
                .map(ScriptedFailure::message)
                .findFirst();
    }

    /** Items of all calls, whatever became of them. */
    public long itemsReceived() {
        return received.sum();
    }

    /** Items that made or changed a record. */
    public long itemsStored() {
        return stored.sum();
    }
}
