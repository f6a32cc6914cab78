// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Builds the client of an account. What HttpClient can do by itself is turned off, since the component decides: retries (429
 * and 503, also for POST), redirects, cookies, compression. Its minimal client has none of it and is the faster one; a
 * proxy, or a {@link org.apache.camel.component.http.HttpClientConfigurer} of Camel HTTP, needs the full one. The
 * connections are ours in both, see {@link QuietConnection}; that is why Camel HTTP does not build the client.
 */
final class HttpClients {

    static final String NAME = "camel-freshsales";

    /** HttpCore 5.4 sets intervals of TCP's keep-alive by reflection, which a socket with a channel does not allow. */
    private static final SocketConfig PLAIN_SOCKETS = SocketConfig.custom()
            .setSoKeepAlive(false)
            .setTcpKeepIdle(-1)
            .setTcpKeepInterval(-1)
            .setTcpKeepCount(-1)
            .build();

    private HttpClients() {}

    static CloseableHttpClient create(HttpSettings settings) {
        HttpClientConnectionManager connections = connections(settings);
        return settings.proxy() == null && settings.configurer() == null
                ? org.apache.hc.client5.http.impl.classic.HttpClients.createMinimal(connections)
                : full(settings, connections);
    }

    private static CloseableHttpClient full(HttpSettings settings, HttpClientConnectionManager connections) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setUserAgent(NAME)
                .disableAuthCaching()
                .disableConnectionState();
        if (settings.configurer() != null) {
            settings.configurer().configureHttpClient(builder);
        }
        if (settings.proxy() != null) {
            goThrough(settings.proxy(), builder);
        }
        // after the configurer, since this must hold whatever it has done
        return builder.setConnectionManager(connections)
                .setConnectionManagerShared(false)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), NAME, new RequestGuard())
                .build();
    }

    private static void goThrough(HttpSettings.Proxy proxy, HttpClientBuilder builder) {
        HttpHost host = new HttpHost("http", proxy.host(), proxy.port());
        builder.setProxy(host);
        if (proxy.user() != null) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            char[] password =
                    proxy.password() == null ? new char[0] : proxy.password().toCharArray();
            credentials.setCredentials(new AuthScope(host), new UsernamePasswordCredentials(proxy.user(), password));
            builder.setDefaultCredentialsProvider(credentials);
        }
    }

    private static HttpClientConnectionManager connections(HttpSettings settings) {
        PoolingHttpClientConnectionManagerBuilder builder = new ChannelConnections()
                .setConnectionFactory(QuietConnection.factory())
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                .setDefaultSocketConfig(PLAIN_SOCKETS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        // for the copies that the full client sends; of others RequestTimeouts takes care
                        .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build());
        if (settings.sslContext() != null) {
            builder.setTlsSocketStrategy(new DefaultClientTlsStrategy(settings.sslContext()));
        }
        return builder.build();
    }
}
