// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import java.util.List;
import java.util.function.Predicate;

/** The bodies of refusals, in the forms that the switches choose. */
public final class ErrorAnswers {

    private final Predicate<Switch> switches;

    public ErrorAnswers(Predicate<Switch> switches) {
        this.switches = switches;
    }

    public Answer of(ApiError error) {
        boolean conflict = error.isDuplicate() && switches.test(Switch.DUPLICATE_ANSWERS_422);
        return errors(conflict ? 422 : error.status(), error.messages());
    }

    /** Nobody knows the key. */
    public Answer unauthorized() {
        if (switches.test(Switch.UNAUTHORIZED_EMPTY)) {
            return Answer.empty(401);
        }
        if (switches.test(Switch.UNAUTHORIZED_AS_HTML)) {
            return Answer.html(401, "Unauthorized");
        }
        if (switches.test(Switch.UNAUTHORIZED_AS_ERRORS)) {
            return errors(401, List.of("Invalid credentials"));
        }
        return Answer.json(
                401, Json.object().put("login", "failed").put("message", "You have to be logged in to do this"));
    }

    public Answer forbidden() {
        return errors(403, List.of("You are not authorized to perform this action"));
    }

    /** The account has used up its requests. */
    public Answer quotaExceeded() {
        if (switches.test(Switch.QUOTA_ANSWER_EMPTY)) {
            return Answer.empty(429);
        }
        return switches.test(Switch.QUOTA_ANSWER_AS_HTML)
                ? Answer.html(429, "Too many requests")
                : errors(429, List.of("You have exceeded the limit of requests"));
    }

    public Answer unknownRoute() {
        return switches.test(Switch.UNKNOWN_ROUTE_AS_JSON)
                ? errors(404, List.of("The requested page could not be found"))
                : Answer.html(404, "The page you were looking for doesn't exist");
    }

    private Answer errors(int status, List<String> messages) {
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
        return Answer.json(status, Json.object().set("errors", errors));
    }
}
