// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

import java.util.List;

/** A refusal that ends the handling of a request; it becomes an error body later. */
public final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean duplicate;
    private final transient List<String> messages;

    public ApiError(int status, List<String> messages) {
        this(status, messages, false);
    }

    private ApiError(int status, List<String> messages, boolean duplicate) {
        super(status + " " + messages, null, false, false);
        this.status = status;
        this.duplicate = duplicate;
        this.messages = List.copyOf(messages);
    }

    public static ApiError badRequest(String... messages) {
        return new ApiError(400, List.of(messages));
    }

    public static ApiError notFound() {
        return new ApiError(404, List.of("The requested record could not be found"));
    }

    /** A value that must be unique is taken already. */
    public static ApiError duplicate(String message) {
        return new ApiError(400, List.of(message), true);
    }

    public boolean isDuplicate() {
        return duplicate;
    }

    public int status() {
        return status;
    }

    public List<String> messages() {
        return messages;
    }
}
