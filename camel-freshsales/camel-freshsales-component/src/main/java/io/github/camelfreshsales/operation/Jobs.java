package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows jobs to their end, with fewer looks the longer they take. */
final class Jobs {

    private static final Pattern ID = Pattern.compile("([^/?#]+)/?(?:[?#].*)?$");
    private static final int MOST_TIMES_THE_FIRST_WAIT = 15;

    private Jobs() {}

    /** The id in the address of a job. The address itself is not followed: it may lead anywhere. */
    static String idOf(String url) {
        Matcher id = ID.matcher(url);
        return id.find() ? PathSegments.one("job id", id.group(1)) : PathSegments.one("job id", url);
    }

    static Request look(OperationCall call, String id) {
        return Requests.to(call, "GET", List.of("job_statuses", id)).build();
    }

    static JobReport report(OperationCall call, Request request, Response response) {
        try {
            return JobReport.of(
                    ResponseReader.parse(call, response), call.account().reader());
        } catch (UnreadableResponseException e) {
            throw Failures.unreadable(call, request, response, e);
        }
    }

    /** The report of a finished job, or null when it has not ended in time or the route stops. */
    static JobReport follow(OperationCall call, BulkJob job) {
        Duration step = Duration.ofMillis(call.options().getJobPollInterval());
        Duration longest = step.multipliedBy(MOST_TIMES_THE_FIRST_WAIT);
        Instant end = job.since().plusMillis(call.options().getJobTimeout());
        Duration wait =
                notNegative(Duration.between(call.account().now(), job.since().plus(step)));
        while (!call.account().now().plus(wait).isAfter(end) && call.pause(wait)) {
            try {
                Request look = look(call, job.id());
                JobReport report = report(call, look, Sender.send(call, look));
                if (report.isFinished()) {
                    return report;
                }
                wait = step;
            } catch (FreshsalesException e) {
                if (e.getRetryAfter() == null || !e.isRetryable()) {
                    throw e;
                }
                wait = e.getRetryAfter(); // no calls left: the job goes on without us
            }
            step = step.multipliedBy(2).compareTo(longest) < 0 ? step.multipliedBy(2) : longest;
        }
        return null;
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
