// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Job;
import io.github.camelfreshsales.simulator.store.JobSettings;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.List;
import java.util.function.Supplier;

/** The jobs of bulk upserts, and how long they take. */
final class JobRoutes {

    private static final int MOST_SHOWN = 20;

    private final FreshsalesSimulator simulator;
    private final Supplier<CrmAccount> account;

    JobRoutes(FreshsalesSimulator simulator, Supplier<CrmAccount> account) {
        this.simulator = simulator;
        this.account = account;
    }

    void addTo(ControlApi api) {
        api.add("GET", "jobs", "the latest jobs of bulk upserts; asking here is no look", this::jobs);
        api.add("PUT", "jobs", "how long jobs take: so many looks, or a time", this::set);
    }

    private ApiResponse jobs(Call call) {
        return ApiResponse.ok(Json.object().set("jobs", view(simulator, account.get())));
    }

    private ApiResponse set(Call call) {
        Body body = Body.of(call.request(), "looks", "time");
        if (body.duration("time").isPresent()) {
            if (body.duration("time").get().isNegative()) {
                throw new IllegalArgumentException("time must not be negative");
            }
            simulator.jobsTake(body.duration("time").get());
        } else {
            long looks = body.count("looks")
                    .orElseThrow(
                            () -> new IllegalArgumentException("looks or time is missing: say how long jobs take"));
            simulator.jobsTakeLooks((int) Math.min(looks, Integer.MAX_VALUE));
        }
        return jobs(call);
    }

    /** The latest first. */
    static ArrayNode view(FreshsalesSimulator simulator, CrmAccount account) {
        List<Job> jobs = simulator.jobs();
        JobSettings settings = account.jobs().settings();
        ArrayNode view = Json.array();
        for (int at = jobs.size() - 1; at >= Math.max(0, jobs.size() - MOST_SHOWN); at--) {
            Job job = jobs.get(at);
            view.addObject()
                    .put("id", job.id())
                    .put("status", job.isFinished() ? settings.finished() : settings.running())
                    .put("finished", job.isFinished())
                    .put("percent", (int) (job.progress(simulator.now()) * 100))
                    .put("submittedAt", job.submittedAt().toString())
                    .put("succeeded", job.succeeded())
                    .put("failed", job.failures().size());
        }
        return view;
    }
}
