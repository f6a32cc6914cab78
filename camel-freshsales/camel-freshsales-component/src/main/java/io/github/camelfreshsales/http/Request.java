package io.github.camelfreshsales.http;

import io.github.camelfreshsales.content.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One call of the service as a value: what is sent, and whether it may be sent again.
 *
 * @param method     the HTTP method
 * @param path       the segments below the API root, not encoded yet
 * @param fromHostRoot whether the path starts at the host instead: some places of an account lie outside its API
 * @param query      the query parameters, not encoded yet
 * @param headers    the custom headers; the transport adds the key and the content type
 * @param body       what is sent, or null
 * @param repeatable whether a second call of this kind does no harm when nobody knows what became of the first
 * @param read       whether it only reads although its method could also write
 * @param busyStatus the status that means that the service is busy with calls of this kind, or 0
 * @param readable   tells a success that can be read from one that cannot; null where that changes nothing
 */
public record Request(
        String method,
        List<String> path,
        boolean fromHostRoot,
        List<NameValue> query,
        List<NameValue> headers,
        RequestBody body,
        boolean repeatable,
        boolean read,
        int busyStatus,
        Predicate<Response> readable) {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    public Request {
        path = List.copyOf(path);
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    /** Starts a call that may be repeated unless {@link Builder#once()} says otherwise. */
    public static Builder to(String method, List<String> path) {
        return new Builder(method, path);
    }

    /** Starts a call to a place that a user or a redirect named. */
    public static Builder to(String method, RequestPath place) {
        Builder builder = new Builder(method, place.segments());
        builder.fromHostRoot = place.fromHostRoot();
        return builder.query(place.query());
    }

    /** The same call with other query parameters. */
    public Request withQuery(List<NameValue> parameters) {
        return new Request(
                method, path, fromHostRoot, parameters, headers, body, repeatable, read, busyStatus, readable);
    }

    /** The same call, which is repeated also when its answer cannot be read. */
    public Request checkedBy(Predicate<Response> check) {
        return new Request(method, path, fromHostRoot, query, headers, body, repeatable, read, busyStatus, check);
    }

    /** Whether the call changes nothing. */
    public boolean isRead() {
        return read || READS.contains(method);
    }

    boolean isReadable(Response response) {
        return readable == null || readable.test(response);
    }

    /** The same call to another place. */
    Request redirectedTo(RequestPath place) {
        return new Request(
                method,
                place.segments(),
                place.fromHostRoot(),
                place.query(),
                headers,
                body,
                repeatable,
                read,
                busyStatus,
                readable);
    }

    /** Collects the parts of a {@link Request}. */
    public static final class Builder {

        private final String method;
        private final List<String> path;
        private boolean fromHostRoot;
        private final List<NameValue> query = new ArrayList<>(4);
        private List<NameValue> headers = List.of();
        private RequestBody body;
        private boolean repeatable = true;
        private boolean read;
        private int busyStatus;

        private Builder(String method, List<String> path) {
            this.method = method;
            this.path = path;
        }

        /** Adds a query parameter; null leaves it out. */
        public Builder query(String name, Object value) {
            if (value != null) {
                query.add(new NameValue(name, value.toString()));
            }
            return this;
        }

        public Builder query(List<NameValue> parameters) {
            query.addAll(parameters);
            return this;
        }

        public Builder headers(List<NameValue> values) {
            headers = values;
            return this;
        }

        public Builder body(RequestBody content) {
            body = content;
            return this;
        }

        /** Marks a call that must not be repeated when its fate is unknown: a second one may store a second record. */
        public Builder once() {
            return repeatable(false);
        }

        public Builder repeatable(boolean value) {
            repeatable = value;
            return this;
        }

        /** Marks a call that only reads, whatever its method is. */
        public Builder read() {
            read = true;
            return this;
        }

        /** Names the status that is worth another try for calls of this kind. */
        public Builder busyWith(int status) {
            busyStatus = status;
            return this;
        }

        public Request build() {
            return new Request(method, path, fromHostRoot, query, headers, body, repeatable, read, busyStatus, null);
        }
    }
}
