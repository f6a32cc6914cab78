// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

/** The response is what was asked for, but it does not fit into what the route wants of it. */
class ResponseMisfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object content;

    /** @param content what did not fit */
    ResponseMisfitException(String message, Object content) {
        super(message);
        this.content = content;
    }

    Object content() {
        return content;
    }
}
