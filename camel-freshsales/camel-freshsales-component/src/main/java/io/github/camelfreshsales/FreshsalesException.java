// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * The only exception of the component. Its message says what the component tried, how Freshsales responded, and what you can do.
 * Error handlers decide by two of its properties: {@link #isRetryable} and {@link #isOutcomeUnknown}.
 */
public final class FreshsalesException extends RuntimeCamelException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** For the component; routes only catch the exception. */
    public FreshsalesException(String message, Failure failure, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /**
     * The same failure with the results of the records so far.
     *
     * @param again whether it is safe to send the whole body again
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

    /** The same failure, as one that is not retryable. */
    public FreshsalesException withoutRetry() {
        return failure.retryable() ? withResults(failure.results(), false) : this;
    }

    /** The HTTP status of the response, or 0 without a response. */
    public int getStatus() {
        return failure.status();
    }

    /** The error code of Freshsales as text, or null. */
    public String getCode() {
        return failure.code();
    }

    /** The messages of Freshsales, in the language of the key's owner; empty if there are none. */
    public List<String> getMessages() {
        return failure.messages();
    }

    /** How long Freshsales asks to wait, or null. */
    public Duration getRetryAfter() {
        return failure.retryAfter();
    }

    /**
     * Whether you can safely send the same message again, and it may succeed. False if the outcome is unknown. With many records
     * in the body it is also false if this would store records twice (create), or if the body can be read only once;
     * {@link #getResults} shows where to continue.
     */
    public boolean isRetryable() {
        return failure.retryable();
    }

    /** Whether Freshsales may or may not have carried out the call: check before you send it again. */
    public boolean isOutcomeUnknown() {
        return failure.outcomeUnknown();
    }

    /** Whether Freshsales may have carried out the call, even if sending it again does no harm. */
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

    /** The HTTP method, or null if the call failed before there was a request. */
    public String getMethod() {
        return failure.method();
    }

    /** The path without its query, or null if the call failed before there was a request. */
    public String getPath() {
        return failure.path();
    }

    /** The first 4 kB of the response, or null. It may contain customers' data, so no message and no log has it. */
    public String getResponseBody() {
        return failure.responseBody();
    }

    /** With many records: the results so far, in the order of the input; otherwise empty. */
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

    /** The facts of a failure, which {@link FreshsalesException} returns one by one. */
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

        /** Without the body of the response, which does not belong into a log. */
        @Override
        public String toString() {
            return operation + " " + resourceType + " " + method + " " + path + " " + status;
        }
    }
}
