package io.github.camelfreshsales.http;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Builds the client of an account. What HttpClient can do by itself is left out, since it is ours to decide: repeats (429
 * and 503, also for POST), redirects, cookies, compression. Its minimal client has none of it and is the faster one; only
 * a proxy needs the full one. It is built here and not by Camel HTTP because only the connection manager's builder takes
 * a connection that keeps the key out of the wire log, see {@link QuietConnection}.
 */
final class HttpClients {

    private static final TimeValue IDLE_BEFORE_CHECK = TimeValue.ofSeconds(1);

    private HttpClients() {}

    static CloseableHttpClient create(HttpSettings settings) {
        HttpClientConnectionManager connections = connections(settings);
        return settings.proxy() == null
                ? org.apache.hc.client5.http.impl.classic.HttpClients.createMinimal(connections)
                : throughProxy(settings.proxy(), connections);
    }

    private static CloseableHttpClient throughProxy(HttpSettings.Proxy proxy, HttpClientConnectionManager connections) {
        HttpHost host = new HttpHost("http", proxy.host(), proxy.port());
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setProxy(host)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableConnectionState();
        if (proxy.user() != null) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            char[] password =
                    proxy.password() == null ? new char[0] : proxy.password().toCharArray();
            credentials.setCredentials(new AuthScope(host), new UsernamePasswordCredentials(proxy.user(), password));
            builder.setDefaultCredentialsProvider(credentials);
        }
        return builder.build();
    }

    private static HttpClientConnectionManager connections(HttpSettings settings) {
        PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(QuietConnection.factory())
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                        .setValidateAfterInactivity(IDLE_BEFORE_CHECK)
                        .build());
        if (settings.sslContext() != null) {
            builder.setTlsSocketStrategy(new DefaultClientTlsStrategy(settings.sslContext()));
        }
        return builder.build();
    }
}
