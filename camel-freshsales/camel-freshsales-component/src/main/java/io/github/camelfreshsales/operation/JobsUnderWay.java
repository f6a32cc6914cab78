// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The jobs of one call that have not ended yet. It checks each job when it is likely to be done, in the order of these times, so
 * that a slow job delays only itself. It retries a check that fails until {@code jobTimeout}; if no calls are left for longer than
 * {@code maxQuotaWait}, it gives the job up at once.
 */
final class JobsUnderWay {

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final OperationCall call;
    private final Session session;
    private final RecordResults results;
    private final JobDurations durations;
    private final List<Followed> jobs = new ArrayList<>();
    private FreshsalesException ofAccount;

    JobsUnderWay(OperationCall call, Session session, RecordResults results) {
        this.call = call;
        this.session = session;
        this.results = results;
        this.durations = session.account().jobDurations();
    }

    /** A job, and what was seen of it. */
    private static final class Followed {

        private final BulkJob job;
        private Duration lastCheck = Duration.ZERO;
        private Instant notBefore = Instant.MIN;

        Followed(BulkJob job) {
            this.job = job;
        }
    }

    /** Why no job of the account can be asked for, such as a wrong key or no calls left; null while nothing says so. */
    FreshsalesException failureOfAccount() {
        return ofAccount;
    }

    void add(BulkJob job) {
        session.account().traffic().jobBegan();
        jobs.add(new Followed(job));
    }

    /** Waits until no more than so many are under way; false when the route stops before. */
    boolean awaitAtMost(int most) {
        while (jobs.size() > most) {
            Followed next = next();
            Instant at = dueAt(next);
            Instant end = next.job.since().plus(call.get(Option.JOB_TIMEOUT));
            Instant now = session.account().now();
            Duration wait = Duration.between(now, at.isBefore(end) ? at : end);
            if (!session.pause(wait.isNegative() ? Duration.ZERO : wait)) {
                return false;
            }
            if (at.isBefore(end)) {
                check(next);
            } else {
                end(next, JobReport.NOT_ENDED.formatted(next.job.id()));
            }
        }
        return true;
    }

    /** While no duration is known, the jobs take turns: what one shows is likely true of the others. */
    private Followed next() {
        Comparator<Followed> order = durations.isKnown()
                ? Comparator.comparing(this::dueAt)
                : Comparator.comparing((Followed followed) -> followed.lastCheck);
        return jobs.stream().min(order).orElseThrow();
    }

    private Instant dueAt(Followed followed) {
        Instant at = followed.job.since().plus(dueAge(followed));
        return at.isAfter(followed.notBefore) ? at : followed.notBefore;
    }

    private Duration dueAge(Followed followed) {
        if (durations.isKnown() && !followed.lastCheck.isZero()) {
            return durations.nextCheck(followed.lastCheck);
        }
        Duration latest = latestCheck();
        if (!durations.isKnown() && !latest.isZero()) {
            return durations.nextCheck(latest);
        }
        return durations.firstCheck(call.get(Option.JOB_POLL_INTERVAL));
    }

    private Duration latestCheck() {
        return jobs.stream()
                .map(followed -> followed.lastCheck)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private void check(Followed followed) {
        Duration age = followed.job.age(session.account().now());
        try {
            Response response = session.send(call, BulkJob.statusRequest(call, followed.job.id()));
            JobReport report =
                    JobReport.of(response.content(), session.account().reader());
            if (report.isFinished()) {
                durations.done(followed.lastCheck, age);
                report.addTo(results, followed.job.entries());
                remove(followed, true);
                return;
            }
            if (followed.lastCheck.isZero()) {
                durations.notDone(age);
            }
            followed.lastCheck = age;
        } catch (FreshsalesException e) {
            if (!e.isRetryable() || isOutOfCalls(e)) {
                unknown(followed, e);
                ofAccount = RecordsInTurn.concernsAccount(e) ? e : ofAccount;
                return;
            }
            followed.notBefore = session.account().now().plus(pauseAfter(e));
        }
    }

    /** Whether the request was held back, since the wait for quota would be too long. */
    private static boolean isOutOfCalls(FreshsalesException e) {
        return e.getStatus() == 0 && e.getRetryAfter() != null;
    }

    /** After a 429 the account's quota knows when the next request may go. */
    private static Duration pauseAfter(FreshsalesException e) {
        Duration asked = e.getStatus() == 429 ? null : e.getRetryAfter();
        return asked != null && asked.compareTo(AFTER_TROUBLE) > 0 ? asked : AFTER_TROUBLE;
    }

    private void unknown(Followed followed, FreshsalesException why) {
        followed.job
                .entries()
                .forEach(entry -> results.add(entry.index(), entry.identifier(), RecordResult.Outcome.UNKNOWN, why));
        remove(followed, false);
    }

    private void end(Followed followed, String why) {
        followed.job.addUnknown(results, why);
        remove(followed, false);
    }

    private void remove(Followed followed, boolean finished) {
        jobs.remove(followed);
        Duration age = followed.job.age(session.account().now());
        session.account().traffic().jobEnded(call.purpose(), finished, age);
    }

    /** Stops following them; their records are of unknown outcome. */
    void leave() {
        List.copyOf(jobs).forEach(followed -> end(followed, JobReport.NOT_ENDED.formatted(followed.job.id())));
    }
}
