// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.content.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One request to the service as a value: what is sent, whether it may be sent again, and what is asked for.
 *
 * @param method     the HTTP method
 * @param path       the segments below the API root, not encoded yet
 * @param fromHostRoot whether the path starts at the host instead: some places of an account lie outside its API
 * @param query      the query parameters, not encoded yet
 * @param headers    the custom headers; the transport adds the key and the content type
 * @param body       what is sent, or null
 * @param idempotent whether a second request of this kind does no harm when nobody knows what became of the first
 * @param read       whether it only reads although its method could also write
 * @param busyStatus the status that means that the service is busy with requests of this kind, or 0
 * @param expected   what a response must hold to be a success
 * @param purpose    what it is counted as
 */
public record Request(
        String method,
        List<String> path,
        boolean fromHostRoot,
        List<NameValue> query,
        List<NameValue> headers,
        RequestBody body,
        boolean idempotent,
        boolean read,
        int busyStatus,
        Expected expected,
        Purpose purpose) {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    public Request {
        path = List.copyOf(path);
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    /** Starts a request that may be sent again unless {@link Builder#once()} says otherwise. */
    public static Builder to(String method, List<String> path) {
        return new Builder(method, path);
    }

    /** Starts a request to a place that a user or a redirect named. */
    public static Builder to(String method, RequestPath place) {
        Builder builder = new Builder(method, place.segments());
        builder.fromHostRoot = place.fromHostRoot();
        return builder.query(place.query());
    }

    /** The same request with other query parameters. */
    public Request withQuery(List<NameValue> parameters) {
        return new Request(
                method, path, fromHostRoot, parameters, headers, body, idempotent, read, busyStatus, expected, purpose);
    }

    /** The same request, counted as one of another operation. */
    public Request countedAs(FreshsalesOperation operation) {
        Purpose other = new Purpose(operation, purpose.resourceType());
        return new Request(
                method, path, fromHostRoot, query, headers, body, idempotent, read, busyStatus, expected, other);
    }

    /** Whether the request changes nothing. */
    public boolean isRead() {
        return read || READS.contains(method);
    }

    /** Whether its body, if it has one, can be written once more. */
    public boolean canBeWrittenAgain() {
        return body == null || body.repeatable();
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
                idempotent,
                read,
                busyStatus,
                expected,
                purpose);
    }

    /** Collects the parts of a {@link Request}. */
    public static final class Builder {

        private final String method;
        private final List<String> path;
        private boolean fromHostRoot;
        private final List<NameValue> query = new ArrayList<>(4);
        private List<NameValue> headers = List.of();
        private RequestBody body;
        private boolean idempotent = true;
        private boolean read;
        private int busyStatus;
        private Expected expected = Expected.ANYTHING;
        private Purpose purpose = Purpose.NONE;

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

        /** Marks a request that must not be sent again when its fate is unknown: a second one may store a second record. */
        public Builder once() {
            return idempotent(false);
        }

        public Builder idempotent(boolean value) {
            idempotent = value;
            return this;
        }

        /** Marks a request that only reads, whatever its method is. */
        public Builder read() {
            read = true;
            return this;
        }

        /** Names the status that is worth a retry for requests of this kind. */
        public Builder busyWith(int status) {
            busyStatus = status;
            return this;
        }

        /** Says what a response must hold to be a success. */
        public Builder expect(Expected what) {
            expected = what;
            return this;
        }

        /** Says what the request is counted as. */
        public Builder countedAs(Purpose what) {
            purpose = what;
            return this;
        }

        public Request build() {
            return new Request(
                    method, path, fromHostRoot, query, headers, body, idempotent, read, busyStatus, expected, purpose);
        }
    }
}
