package io.github.camelfreshsales.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/** The HttpClient of an account: one that was made for it, or one that its user brought. */
public final class AccountClient implements AutoCloseable {

    private static final List<Header> HEADERS =
            List.of(new BasicHeader("User-Agent", "camel-freshsales"), new BasicHeader("Accept-Encoding", "gzip"));

    private final HttpClient client;
    private final List<Header> headers;
    private final RequestConfig config;

    private AccountClient(HttpClient client, List<Header> headers, RequestConfig config) {
        this.client = client;
        this.headers = headers;
        this.config = config;
    }

    /** A client with these settings. It is closed with this one. */
    public static AccountClient of(HttpSettings settings) {
        Timeout response = Timeout.of(settings.responseTimeout());
        RequestConfig config = RequestConfig.custom()
                .setResponseTimeout(response)
                .setConnectionRequestTimeout(response)
                .build();
        return new AccountClient(HttpClients.create(settings), HEADERS, config);
    }

    /** The client of a user. What it sends along, how long it waits and when it is closed is the user's choice. */
    public static AccountClient given(HttpClient client) {
        return new AccountClient(client, List.of(), null);
    }

    /** What it sends along where a request says nothing else. */
    List<Header> headers() {
        return headers;
    }

    <T> T execute(HttpHost target, ClassicHttpRequest request, HttpClientResponseHandler<T> handler)
            throws IOException {
        return client.execute(target, request, context(), handler);
    }

    private HttpClientContext context() {
        if (!isOurs()) {
            return null;
        }
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(config);
        return context;
    }

    private boolean isOurs() {
        return config != null;
    }

    @Override
    public void close() {
        if (isOurs() && client instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
