// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelfreshsales.simulator.FailureReportForm;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Job;
import io.github.camelfreshsales.simulator.store.Job.FailedItem;
import io.github.camelfreshsales.simulator.store.JobSettings;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/** Looks at the job of a bulk upsert. Only a job that has ended says what became of its items. */
final class JobRoutes {

    private final CrmAccount account;

    JobRoutes(CrmAccount account) {
        this.account = account;
    }

    ApiResponse status(Call call) {
        Job job = account.jobs().look(call.id(), account).orElseThrow(ApiError::notFound);
        JobSettings settings = account.jobs().settings();
        ObjectNode status = Json.object()
                .put("job_type_name", "bulk_upsert")
                .put("status", job.isFinished() ? settings.finished() : settings.running());
        status.set("progress", progress(job));
        status.put("created_at", account.view().time(job.submittedAt().truncatedTo(ChronoUnit.SECONDS)));
        status.put(
                "status_updated_at",
                account.view()
                        .time((job.isFinished() ? job.finishedAt() : job.submittedAt())
                                .truncatedTo(ChronoUnit.SECONDS)));
        boolean hasData = job.isFinished() && !account.has(Switch.JOB_WITHOUT_DATA);
        status.set("data", hasData ? data(job, settings.report()) : null);
        return ApiResponse.ok(
                account.has(Switch.JOB_STATUS_WRAPPED) ? Json.object().set("job_status", status) : status);
    }

    private JsonNode progress(Job job) {
        double part = job.progress(account.clock().instant());
        return account.has(Switch.JOB_PROGRESS_AS_FRACTION)
                ? Json.NODES.numberNode(BigDecimal.valueOf(part).setScale(2, RoundingMode.DOWN))
                : Json.NODES.numberNode((int) (part * 100));
    }

    /** A string that holds JSON. */
    private static JsonNode data(Job job, FailureReportForm form) {
        ObjectNode data = Json.object();
        data.putObject("record_status")
                .put("succeeded", job.succeeded())
                .put("failed", job.failures().size());
        if (form != FailureReportForm.ABSENT) {
            ArrayNode report = data.putArray("detailed_failure_report");
            if (form != FailureReportForm.EMPTY_LIST) {
                job.failures().forEach(failure -> report.add(reported(failure, form)));
            }
        }
        return TextNode.valueOf(new String(Json.write(data), StandardCharsets.UTF_8));
    }

    private static JsonNode reported(FailedItem failure, FailureReportForm form) {
        String message = String.join(", ", failure.messages());
        ObjectNode reported = Json.object();
        switch (form) {
            case INDEX_AND_MESSAGE:
                return reported.put("index", failure.index()).put("message", message);
            case RECORD_AND_ERRORS:
                reported.set("record", failure.item().path("data").deepCopy());
                failure.messages().forEach(reported.putArray("errors")::add);
                return reported;
            case PLAIN_TEXT:
                return TextNode.valueOf(
                        failure.identifier() == null
                                ? message
                                : failure.item().get(failure.identifier()).asText() + ": " + message);
            default:
                if (failure.identifier() != null) {
                    reported.set(failure.identifier(), failure.item().get(failure.identifier()));
                }
                ObjectNode errors = reported.putObject("errors").put("code", 400);
                failure.messages().forEach(errors.putArray("message")::add);
                return reported;
        }
    }
}
