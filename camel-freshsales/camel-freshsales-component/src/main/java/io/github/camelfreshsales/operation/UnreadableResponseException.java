package io.github.camelfreshsales.operation;

/** A success of the service that could not be turned into a body. */
final class UnreadableResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean carriedOut;

    private UnreadableResponseException(String message, boolean carriedOut, Throwable cause) {
        super(message, cause);
        this.carriedOut = carriedOut;
    }

    /** The answer is not what the API answers, so nobody knows who gave it and what was done. */
    static UnreadableResponseException strange(String message, Throwable cause) {
        return new UnreadableResponseException(message, false, cause);
    }

    /** The answer is fine, but it does not fit what the route asked for. */
    static UnreadableResponseException misfit(String message, Throwable cause) {
        return new UnreadableResponseException(message, true, cause);
    }

    /** Whether the service did what it was asked to. */
    boolean carriedOut() {
        return carriedOut;
    }
}
