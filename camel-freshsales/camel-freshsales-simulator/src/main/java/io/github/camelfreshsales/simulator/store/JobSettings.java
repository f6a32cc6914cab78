package io.github.camelfreshsales.simulator.store;

import io.github.camelfreshsales.simulator.FailureReportForm;
import java.time.Duration;

/**
 * How long jobs take and how they speak. A job ends when it was looked at often enough and its time is over.
 *
 * @param looks so many looks find a job under way
 * @param time how long a job is under way at least
 * @param running the status of a job under way
 * @param finished the status of a job that has ended
 */
public record JobSettings(int looks, Duration time, String running, String finished, FailureReportForm report) {

    /** Two looks find the job under way, the third finds its end. */
    public static final JobSettings DEFAULT =
            new JobSettings(2, Duration.ZERO, "IN_PROGRESS", "SUCCESS", FailureReportForm.IDENTIFIER_AND_ERRORS);

    public JobSettings taking(int newLooks, Duration newTime) {
        return new JobSettings(newLooks, newTime, running, finished, report);
    }

    public JobSettings withWords(String newRunning, String newFinished) {
        return new JobSettings(looks, time, newRunning, newFinished, report);
    }

    public JobSettings withReport(FailureReportForm newReport) {
        return new JobSettings(looks, time, running, finished, newReport);
    }
}
