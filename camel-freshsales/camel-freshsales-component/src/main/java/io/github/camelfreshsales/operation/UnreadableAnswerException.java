package io.github.camelfreshsales.operation;

/** A success of the service that could not be turned into a body. */
final class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean carriedOut;

    private UnreadableAnswerException(String message, boolean carriedOut, Throwable cause) {
        super(message, cause);
        this.carriedOut = carriedOut;
    }

    /** The answer is not what the API answers, so nobody knows who gave it and what was done. */
    static UnreadableAnswerException strange(String message, Throwable cause) {
        return new UnreadableAnswerException(message, false, cause);
    }

    /** The answer is fine, but it does not fit what the route asked for. */
    static UnreadableAnswerException misfit(String message, Throwable cause) {
        return new UnreadableAnswerException(message, true, cause);
    }

    /** Whether the service did what it was asked to. */
    boolean carriedOut() {
        return carriedOut;
    }
}
