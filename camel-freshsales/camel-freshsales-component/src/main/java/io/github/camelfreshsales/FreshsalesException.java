// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * The one exception of the component: what was tried, what came back in the vendor's own words, and what to do. Two of
 * its properties decide what an error handler does: {@link #isRetryable} and {@link #isOutcomeUnknown}.
 */
public final class FreshsalesException extends RuntimeCamelException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** Made by the operations; routes only catch it. */
    public FreshsalesException(String message, Failure failure, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /**
     * The same failure with the results of the records that were dealt with before it.
     *
     * @param again whether the whole body may be sent again
     */
    public FreshsalesException withResults(List<RecordResult> results, boolean again) {
        Failure all = failure.withResults(results, failure.retryable() && again);
        return copy(all, getCause());
    }

    /** The same failure without its cause, which only the component needs. */
    public FreshsalesException withoutCause() {
        return copy(failure, null);
    }

    private FreshsalesException copy(Failure facts, Throwable cause) {
        FreshsalesException copy = new FreshsalesException(getMessage(), facts, cause);
        copy.setStackTrace(getStackTrace());
        for (Throwable earlier : getSuppressed()) {
            copy.addSuppressed(earlier);
        }
        return copy;
    }

    /** The same failure, which may not be sent again with the same body. */
    public FreshsalesException withoutRetry() {
        return failure.retryable() ? withResults(failure.results(), false) : this;
    }

    /** The HTTP status of the answer, or 0 when there was none. */
    public int getStatus() {
        return failure.status();
    }

    /** The vendor's error code as text, or null. */
    public String getCode() {
        return failure.code();
    }

    /** The vendor's own words, in the language of the key's owner; empty when there are none. */
    public List<String> getMessages() {
        return failure.messages();
    }

    /** How long the service asks to wait, or null. */
    public Duration getRetryAfter() {
        return failure.retryAfter();
    }

    /**
     * Whether the same message may be sent again and may then succeed. False when the outcome is unknown. With many records
     * in the body it is also false when those that were dealt with already would be stored twice (create), and when the body
     * can be read only once; {@link #getResults} tells where to go on.
     */
    public boolean isRetryable() {
        return failure.retryable();
    }

    /** Whether nobody can know if the service acted on the call: look before sending it again. */
    public boolean isOutcomeUnknown() {
        return failure.outcomeUnknown();
    }

    /** Whether the service may have acted on the call, also where sending it again does no harm. */
    public boolean mayHaveBeenCarriedOut() {
        return failure.mayHaveActed();
    }

    public FreshsalesOperation getOperation() {
        return failure.operation();
    }

    /** The resource type of the call, or null. */
    public String getResourceType() {
        return failure.resourceType();
    }

    /** The HTTP method, or null when the call failed before there was a request. */
    public String getMethod() {
        return failure.method();
    }

    /** The path without its query, or null when the call failed before there was a request. */
    public String getPath() {
        return failure.path();
    }

    /** The first 4 kB of the answer, or null. It may hold customers' data, so it stands in no message and no log. */
    public String getResponseBody() {
        return failure.responseBody();
    }

    /** With many records: what became of those that were dealt with, in the order of the input; else empty. */
    public List<RecordResult> getResults() {
        return failure.results();
    }

    @Override
    public int getHttpResponseCode() {
        return failure.status();
    }

    @Override
    public String getHttpResponseStatus() {
        return String.join("; ", failure.messages());
    }

    @Override
    public void setHttpResponseCode(int code) {
        throw new UnsupportedOperationException("An exception does not change");
    }

    @Override
    public void setHttpResponseStatus(String status) {
        throw new UnsupportedOperationException("An exception does not change");
    }

    /** The facts of a failure; {@link FreshsalesException} hands them out one by one. */
    public record Failure(
            FreshsalesOperation operation,
            String resourceType,
            String method,
            String path,
            int status,
            String code,
            List<String> messages,
            Duration retryAfter,
            boolean retryable,
            boolean outcomeUnknown,
            boolean mayHaveActed,
            String responseBody,
            List<RecordResult> results)
            implements Serializable {

        public Failure {
            messages = List.copyOf(messages);
            results = List.copyOf(results);
        }

        /** A failure of the call as a whole rather than of one request. */
        public static Failure of(
                FreshsalesOperation operation, String resourceType, List<String> messages, boolean mayHaveActed) {
            return new Failure(
                    operation,
                    resourceType,
                    null,
                    null,
                    0,
                    null,
                    messages,
                    null,
                    false,
                    false,
                    mayHaveActed,
                    null,
                    List.of());
        }

        /** The same failure where nobody can know the fate of some records. */
        public Failure withUnknownOutcome(boolean unknown) {
            return with(retryable && !unknown, unknown, results);
        }

        /** The same failure, which may be sent again. */
        public Failure asRetryable() {
            return with(true, outcomeUnknown, results);
        }

        Failure withResults(List<RecordResult> newResults, boolean stillRetryable) {
            return with(stillRetryable, outcomeUnknown, newResults);
        }

        private Failure with(boolean newRetryable, boolean newUnknown, List<RecordResult> newResults) {
            return new Failure(
                    operation,
                    resourceType,
                    method,
                    path,
                    status,
                    code,
                    messages,
                    retryAfter,
                    newRetryable,
                    newUnknown,
                    mayHaveActed,
                    responseBody,
                    newResults);
        }

        /** Without the answer's body, which belongs into no log. */
        @Override
        public String toString() {
            return operation + " " + resourceType + " " + method + " " + path + " " + status;
        }
    }
}
