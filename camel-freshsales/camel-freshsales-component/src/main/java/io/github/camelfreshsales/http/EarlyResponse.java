// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.ResponseOutOfOrderStrategy;

/**
 * Checks for a response before each part of a request is sent. A service that responds before it has the whole request does not
 * want the rest, so the request ends here; after an interim response it continues. Nothing is there before the first part.
 */
final class EarlyResponse implements ResponseOutOfOrderStrategy {

    private final ResponseParser parser;
    private ClassicHttpResponse response;
    private HttpException failure;

    EarlyResponse(ResponseParser parser) {
        this.parser = parser;
    }

    boolean isThere() {
        return response != null || failure != null;
    }

    ClassicHttpResponse get() throws HttpException {
        if (failure != null) {
            throw failure;
        }
        return response;
    }

    @Override
    public boolean isEarlyResponseDetected(
            ClassicHttpRequest request, HttpClientConnection connection, InputStream in, long sent, long next)
            throws IOException {
        while (sent > 0 && !isThere() && (parser.hasUnread() || in.available() > 0)) {
            try {
                ClassicHttpResponse received = connection.receiveResponseHeader();
                response = received.getCode() < 200 ? null : received;
            } catch (HttpException e) {
                failure = e;
            }
        }
        return isThere();
    }
}
