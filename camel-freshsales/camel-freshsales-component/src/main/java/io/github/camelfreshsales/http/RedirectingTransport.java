// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.net.URI;

/**
 * Follows a redirect of a GET within the account's own scheme, host and port, three times at most. Any other redirect
 * is returned as it is: the key must not go to another host, and a write must not be sent twice.
 */
public final class RedirectingTransport implements Transport {

    private static final int MOST = 3;

    private final ApiRoot root;
    private final Transport next;

    public RedirectingTransport(ApiRoot root, Transport next) {
        this.root = root;
        this.next = next;
    }

    @Override
    public Response send(Request request) throws TransportException {
        Request current = request;
        Response response = next.send(current);
        for (int followed = 0; followed < MOST; followed++) {
            RequestPath place = placeToFollow(current, response);
            if (place == null) {
                return response;
            }
            current = current.redirectedTo(place);
            WaitTimes before = response.history().waits();
            response = next.send(current);
            response = response.after(response.history().plus(before));
        }
        return response;
    }

    private RequestPath placeToFollow(Request request, Response response) {
        String location = response.header("Location");
        if (!request.method().equals("GET") || !isRedirect(response.status()) || location == null) {
            return null;
        }
        try {
            URI target = URI.create(root.url(request)).resolve(location.trim());
            return root.isSameOrigin(target) ? RequestPath.of(root, target.toString()) : null;
        } catch (IllegalArgumentException e) {
            // an address that cannot be read, or that a request may not name either
            return null;
        }
    }

    /** Whether a status is a redirect. */
    public static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    @Override
    public void close() {
        next.close();
    }
}
