package io.github.camelfreshsales.component;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What an endpoint does: the word after {@code freshsales:}. */
public enum FreshsalesOperation {

    /**
     * Creates a record with `POST /{resource}`. The body is the record, or many records, which are created one by one.
     * A create is never repeated when its fate is unknown, since a second one may store the record twice.
     */
    create,

    /** Reads the record named by `recordId` with `GET /{resource}/{id}`. */
    get,

    /**
     * Changes a record with `PUT /{resource}/{id}`. The body holds the fields to change; the id is `recordId`, or the
     * record's own `id`, which is then left out of what is sent.
     */
    update,

    /**
     * Moves a record to the recycle bin with `DELETE /{resource}/{id}`. The id is `recordId`; without it the body is an
     * id, a record with an `id`, or many of these. The body becomes `true`, also when the service answers with nothing.
     */
    delete,

    /**
     * Sends a request of your own, with any method, format and headers, to any path of the account: `path` is relative
     * to the API root. The body is serialised in the `contentFormat`; it is neither wrapped nor is the answer unwrapped.
     */
    request,

    /**
     * Tests the credential with one cheap read. The body becomes a Map with `ok`, `status`, `millis`, `apiRoot`, `url`
     * and, when something is wrong, `hint`. A host that gives no answer at all is an error.
     */
    ping;

    /**
     * The operation with that name, in any case.
     *
     * @throws IllegalArgumentException listing the operations, the likely one first
     */
    public static FreshsalesOperation of(String name) {
        for (FreshsalesOperation operation : values()) {
            if (operation.name().equalsIgnoreCase(name)) {
                return operation;
            }
        }
        String all = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
        String hint = Spelling.closest(
                        name, Arrays.stream(values()).map(Enum::name).toList())
                .map(likely -> " Did you mean " + likely + "?")
                .orElse("");
        throw new IllegalArgumentException("There is no operation " + name + "." + hint + " The operations are " + all);
    }
}
