// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The account as a whole: how it stands, keep it, bring it back, fill it, empty it. */
final class StateRoutes {

    private static final int MOST_GENERATED = 10_000_000;

    private final FreshsalesSimulator simulator;
    private final Supplier<CrmAccount> account;
    private final StatusView status;

    StateRoutes(FreshsalesSimulator simulator, Supplier<CrmAccount> account) {
        this.simulator = simulator;
        this.account = account;
        this.status = new StatusView(simulator, account);
    }

    void addTo(ControlApi api) {
        api.add(
                "GET",
                "health",
                "whether the simulator is up",
                call -> ApiResponse.ok(Json.object().put("status", "UP")));
        api.add(
                "GET",
                "status",
                "everything that the page shows beside records and requests",
                call -> ApiResponse.ok(status.now()));
        api.add("GET", "state", "the whole account as JSON", this::state);
        api.add("PUT", "state", "replace the account by such JSON", this::load);
        api.add("POST", "save", "save the state into the file of --save", this::save);
        api.add("POST", "seed", "add records: a number of them, or these ones", this::seed);
        api.add("POST", "reset", "forget records, requests, faults, switches and stubs", this::reset);
        api.add("GET", "certificate", "the certificate that https is spoken with, as PEM", this::certificate);
    }

    private ApiResponse state(Call call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            simulator.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ApiResponse(200, Map.of("Content-Type", "application/json"), out.toByteArray(), null, Duration.ZERO);
    }

    private ApiResponse load(Call call) {
        simulator.load(new ByteArrayInputStream(call.request().body()));
        return ApiResponse.ok(status.now());
    }

    private ApiResponse save(Call call) {
        try {
            Optional<Path> file = simulator.save();
            return file.isPresent()
                    ? ApiResponse.ok(Json.object().put("file", file.get().toString()))
                    : ControlApi.error(409, "The simulator was started without --save, and knows no file to save into");
        } catch (IOException e) {
            return ControlApi.error(500, "The state could not be saved: " + e);
        }
    }

    private ApiResponse reset(Call call) {
        simulator.reset();
        return ApiResponse.ok(status.now());
    }

    private ApiResponse certificate(Call call) {
        return new ApiResponse(
                200,
                Map.of("Content-Type", "application/x-pem-file"),
                Pem.of(simulator.trustStore()),
                null,
                Duration.ZERO);
    }

    private ApiResponse seed(Call call) {
        ObjectNode wanted = call.request().json();
        List<Map.Entry<String, JsonNode>> parts = new ArrayList<>(wanted.properties());
        parts.forEach(part -> check(type(part.getKey()), part.getValue()));
        ObjectNode added = Json.object();
        parts.forEach(part -> added.set(part.getKey(), add(type(part.getKey()), part.getValue())));
        return ApiResponse.json(201, added);
    }

    private ResourceType type(String resource) {
        return account.get()
                .type(resource)
                .orElseThrow(() -> new IllegalArgumentException("No resource " + resource + "; "
                        + Nearest.hint(
                                resource,
                                account.get().types().stream()
                                        .map(ResourceType::name)
                                        .toList())));
    }

    private static void check(ResourceType type, JsonNode part) {
        boolean isCount = part.isInt() && part.intValue() >= 0 && part.intValue() <= MOST_GENERATED;
        boolean areRecords = part.isArray();
        for (JsonNode record : part) {
            areRecords &= record.isObject();
        }
        if (!isCount && !areRecords) {
            throw new IllegalArgumentException(
                    type.name() + " must be a number from 0 to " + MOST_GENERATED + " or a list of records");
        }
    }

    private ObjectNode add(ResourceType type, JsonNode part) {
        if (part.isInt()) {
            return Json.object()
                    .put("count", part.intValue())
                    .put("firstId", simulator.generate(type.name(), part.intValue()));
        }
        ArrayNode ids = Json.array();
        for (JsonNode record : part) {
            ids.add(seed(type, (ObjectNode) record, ids.size()));
        }
        return Json.object().put("count", ids.size()).set("ids", ids);
    }

    private void checkId(ResourceType type, ObjectNode record) {
        JsonNode id = record.path("id");
        if (id.isMissingNode() || id.isNull()) {
            record.remove("id");
        } else if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 1) {
            throw new IllegalArgumentException("An id must be a whole number from 1, not " + id);
        } else if (account.get().store(type.name()).find(id.longValue()).isPresent()) {
            throw new ApiError(409, List.of("There is a record of " + type.name() + " with the id " + id + " already"));
        }
    }

    private long seed(ResourceType type, ObjectNode record, int index) {
        checkId(type, record);
        try {
            return account.get().writer().seed(type, record).id();
        } catch (ApiError e) {
            throw new ApiError(e.status(), List.of(type.name() + " " + index + ": " + String.join("; ", e.messages())));
        }
    }
}
