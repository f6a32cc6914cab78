// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import java.util.List;
import java.util.function.Predicate;

/** The bodies of refusals, in the forms that the switches choose. */
public final class ErrorResponses {

    private final Predicate<Switch> switches;

    public ErrorResponses(Predicate<Switch> switches) {
        this.switches = switches;
    }

    public ApiResponse of(ApiError error) {
        boolean conflict = error.isDuplicate() && switches.test(Switch.DUPLICATE_ANSWERS_422);
        return errors(conflict ? 422 : error.status(), error.messages());
    }

    /** Nobody knows the key. */
    public ApiResponse unauthorized() {
        if (switches.test(Switch.UNAUTHORIZED_EMPTY)) {
            return ApiResponse.empty(401);
        }
        if (switches.test(Switch.UNAUTHORIZED_AS_HTML)) {
            return ApiResponse.html(401, "Unauthorized");
        }
        if (switches.test(Switch.UNAUTHORIZED_AS_ERRORS)) {
            return errors(401, List.of("Invalid credentials"));
        }
        return ApiResponse.json(
                401, Json.object().put("login", "failed").put("message", "You have to be logged in to do this"));
    }

    public ApiResponse forbidden() {
        return errors(403, List.of("You are not authorized to perform this action"));
    }

    /** The account has used up its requests. */
    public ApiResponse quotaExceeded() {
        if (switches.test(Switch.QUOTA_ANSWER_EMPTY)) {
            return ApiResponse.empty(429);
        }
        return switches.test(Switch.QUOTA_ANSWER_AS_HTML)
                ? ApiResponse.html(429, "Too many requests")
                : errors(429, List.of("You have exceeded the limit of requests"));
    }

    public ApiResponse unknownRoute() {
        return switches.test(Switch.UNKNOWN_ROUTE_AS_JSON)
                ? errors(404, List.of("The requested page could not be found"))
                : ApiResponse.html(404, "The page you were looking for doesn't exist");
    }

    private ApiResponse errors(int status, List<String> messages) {
        ObjectNode errors = Json.object();
        if (switches.test(Switch.ERROR_CODE_AS_STRING)) {
            errors.put("code", String.valueOf(status));
        } else {
            errors.put("code", status);
        }
        if (switches.test(Switch.ERROR_MESSAGE_AS_STRING)) {
            errors.put("message", String.join(", ", messages));
        } else {
            messages.forEach(errors.putArray("message")::add);
        }
        return ApiResponse.json(status, Json.object().set("errors", errors));
    }
}
