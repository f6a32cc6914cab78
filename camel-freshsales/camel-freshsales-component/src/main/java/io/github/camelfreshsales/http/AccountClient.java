// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/** The HttpClient of an account: made by the component, or brought by the user. */
public final class AccountClient implements AutoCloseable {

    private static final Header GZIP = new BasicHeader("Accept-Encoding", "gzip");
    private static final Header USER_AGENT = new BasicHeader("User-Agent", HttpClients.NAME);

    private final HttpClient client;
    private final List<Header> headers;
    private final RequestConfig config;
    private final RequestTimeouts timeouts;
    private volatile boolean closed;

    private AccountClient(HttpClient client, List<Header> headers, RequestConfig config, RequestTimeouts timeouts) {
        this.client = client;
        this.headers = headers;
        this.config = config;
        this.timeouts = timeouts;
    }

    /** A client with these settings, which is closed with this object. */
    public static AccountClient of(HttpSettings settings) {
        Timeout response = Timeout.of(settings.responseTimeout());
        RequestConfig config = RequestConfig.custom()
                .setResponseTimeout(response)
                .setConnectionRequestTimeout(response)
                .build();
        // a configurer may have named the client otherwise
        List<Header> headers = settings.configurer() == null ? List.of(USER_AGENT, GZIP) : List.of(GZIP);
        return new AccountClient(
                HttpClients.create(settings),
                headers,
                config,
                new RequestTimeouts(settings.callTimeout(), settings.responseTimeout()));
    }

    /** A client of the user, who decides about its headers, its timeouts and its end. */
    public static AccountClient given(HttpClient client, Duration callTimeout) {
        return new AccountClient(client, List.of(), null, new RequestTimeouts(callTimeout, callTimeout));
    }

    /** The default headers of its requests. */
    List<Header> headers() {
        return headers;
    }

    <T> T execute(HttpHost target, OutgoingRequest request, HttpClientResponseHandler<T> handler) throws IOException {
        timeouts.begin(request);
        try {
            return client.execute(target, request, context(), handler);
        } finally {
            timeouts.end(request);
        }
    }

    private HttpClientContext context() {
        if (!isOurs()) {
            return null;
        }
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(config);
        return context;
    }

    /** Whether the component made it. */
    boolean isOurs() {
        return config != null;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        timeouts.close();
        if (isOurs() && client instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
