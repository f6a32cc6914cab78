// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A script of what goes wrong next. Steps take effect as they are written, and are used up one request after the other:
 *
 * <pre>{@code
 * simulator.trouble()
 *         .answer(429).retryAfter("3").times(2)
 *         .then().dropConnection();
 * }</pre>
 *
 * A request that the script is not for, see {@link #on} and {@link #when}, is answered as usual and uses nothing up.
 */
public final class Trouble {

    /** What happens to one request; without an answer of its own the request is answered as usual. */
    record Effect(ApiResponse answer, boolean afterProcessing, Duration delay, Runnable action) {}

    private static final class Step {
        private long left = 1;
        private boolean afterProcessing;
        private Duration delay = Duration.ZERO;
        private Runnable action = () -> {};
        private ApiResponse answer;

        Step(ApiResponse answer) {
            this.answer = answer;
        }

        @Override
        public String toString() {
            return what()
                    + (delay.isZero() ? "" : " after " + delay.toMillis() + " ms")
                    + (afterProcessing ? " once the work is done" : "");
        }

        private String what() {
            if (answer == null) {
                return "the usual response";
            }
            return answer.fault() == null
                    ? "status " + answer.status()
                    : answer.fault().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    private Predicate<ApiRequest> condition = request -> true;
    private String requests = "";

    Trouble() {}

    /**
     * Limits the script to requests of one method and path.
     *
     * @param method a verb, or {@code *} for any
     * @param path path below the API root such as {@code contacts}, in which {@code *} stands for anything
     */
    public Trouble on(String method, String path) {
        String glob = Arrays.stream(path.replaceFirst("^/", "").split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        Pattern pattern = Pattern.compile("(/crm/sales)?/api/" + glob);
        requests = " on " + method + " " + path;
        return when(request -> (method.equals("*") || request.method().equalsIgnoreCase(method))
                && pattern.matcher(request.path()).matches());
    }

    /** Limits the script to some requests. */
    public synchronized Trouble when(Predicate<ApiRequest> other) {
        condition = condition.and(other);
        return this;
    }

    /** Answers a status; 4xx with an {@code errors} object, 5xx with an HTML page, 2xx with an empty object. */
    public Trouble answer(int status) {
        if (status >= 500) {
            return add(ApiResponse.html(status, "Something went wrong"));
        }
        var errors = Json.object().put("code", status);
        errors.putArray("message").add("Scripted trouble");
        return add(ApiResponse.json(
                status, status < 400 ? Json.object() : Json.object().set("errors", errors)));
    }

    /** Resets the connection without an answer. */
    public Trouble dropConnection() {
        return add(ApiResponse.broken(Fault.CONNECTION_RESET_BY_PEER));
    }

    /** Closes the connection without an answer. */
    public Trouble emptyResponse() {
        return add(ApiResponse.broken(Fault.EMPTY_RESPONSE));
    }

    /** Sends bytes that are not HTTP and closes the connection. */
    public Trouble garbage() {
        return add(ApiResponse.broken(Fault.RANDOM_DATA_THEN_CLOSE));
    }

    /** Sends status 200, then garbage instead of the body, and closes the connection. */
    public Trouble brokenBody() {
        return add(ApiResponse.broken(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    /** Answers as usual, for instance between two failures. */
    public Trouble work() {
        return add(null);
    }

    /** Answers as usual, but late. */
    public Trouble delay(Duration delay) {
        return work().delayed(delay);
    }

    /**
     * Answers as usual, and does something else just before; {@link #afterProcessing} puts it between the work and the
     * answer. So records can change between two pages of a list:
     *
     * <pre>{@code
     * simulator.trouble()
     *         .on("POST", "filtered_search/contact")
     *         .run(() -> simulator.update("contacts", id, Map.of("city", "Oslo"))).afterProcessing();
     * }</pre>
     *
     * An exception of the action becomes a 500.
     */
    public Trouble run(Runnable action) {
        return work().running(action);
    }

    /** Does the last step that many times. */
    public synchronized Trouble times(int count) {
        steps.getLast().left = count;
        return this;
    }

    /** Does the last step until the simulator is reset or the script withdrawn. */
    public synchronized Trouble forever() {
        steps.getLast().left = Long.MAX_VALUE;
        return this;
    }

    /** Does the work first: the state changes, then the last step does what it is to run, or answers wrong. */
    public synchronized Trouble afterProcessing() {
        steps.getLast().afterProcessing = true;
        return this;
    }

    /** Holds the last step's answer back. */
    public synchronized Trouble delayed(Duration delay) {
        steps.getLast().delay = delay;
        return this;
    }

    /** Does something else whenever the last step takes effect: before the work, or after it. */
    public synchronized Trouble running(Runnable action) {
        steps.getLast().action = action;
        return this;
    }

    public Trouble retryAfter(String value) {
        return header("Retry-After", value);
    }

    public synchronized Trouble header(String name, String value) {
        Step last = steps.getLast();
        last.answer = last.answer.withHeader(name, value);
        return this;
    }

    public synchronized Trouble body(String contentType, String body) {
        Step last = steps.getLast();
        last.answer = last.answer.withHeader("Content-Type", contentType).withBody(body);
        return this;
    }

    /** Reads well between two steps. */
    public Trouble then() {
        return this;
    }

    /** How often the script still takes effect. */
    public synchronized long left() {
        return steps.stream()
                .mapToLong(step -> step.left)
                .reduce(0, (a, b) -> a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b);
    }

    /** Ends the script early. */
    public synchronized void withdraw() {
        steps.clear();
    }

    /** What is to come, as a person would say it. */
    @Override
    public synchronized String toString() {
        return steps.stream().filter(step -> step.left > 0).map(Step::toString).collect(Collectors.joining(", then "))
                + requests;
    }

    synchronized Optional<Effect> next(ApiRequest request) {
        while (!steps.isEmpty() && steps.getFirst().left == 0) {
            steps.removeFirst();
        }
        if (steps.isEmpty() || !condition.test(request)) {
            return Optional.empty();
        }
        Step step = steps.getFirst();
        step.left--;
        return Optional.of(new Effect(step.answer, step.afterProcessing, step.delay, step.action));
    }

    private synchronized Trouble add(ApiResponse answer) {
        steps.addLast(new Step(answer));
        return this;
    }
}
