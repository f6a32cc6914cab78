// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import io.github.camelfreshsales.simulator.FailureReportForm;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;

/**
 * How long jobs take and how they speak. A job ends when it was looked at often enough and its time is over.
 *
 * @param looks so many looks find a job under way
 * @param time how long a job is under way at least, by its number from 0
 * @param running the status of a job under way
 * @param finished the status of a job that has ended
 */
public record JobSettings(
        int looks, LongFunction<Duration> time, String running, String finished, FailureReportForm report) {

    /** Three seconds, as a job of a hundred records may well take. */
    public static final JobSettings DEFAULT = new JobSettings(
            0, job -> Duration.ofSeconds(3), "IN_PROGRESS", "SUCCESS", FailureReportForm.IDENTIFIER_AND_ERRORS);

    public JobSettings takingLooks(int newLooks) {
        return new JobSettings(newLooks, job -> Duration.ZERO, running, finished, report);
    }

    public JobSettings taking(LongFunction<Duration> newTime) {
        return new JobSettings(0, newTime, running, finished, report);
    }

    /** One after the other, and then from the first one again. */
    public JobSettings taking(List<Duration> inTurn) {
        List<Duration> times = List.copyOf(inTurn);
        return taking(job -> times.get((int) (job % times.size())));
    }

    public JobSettings withWords(String newRunning, String newFinished) {
        return new JobSettings(looks, time, newRunning, newFinished, report);
    }

    public JobSettings withReport(FailureReportForm newReport) {
        return new JobSettings(looks, time, running, finished, newReport);
    }
}
