package io.github.camelfreshsales.http;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
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
 * Builds the client of an account. Everything that HttpClient does by itself and that is ours to decide is off: its
 * repeats (429 and 503, also for POST), its redirects, its cookies. It is built here and not by Camel HTTP because only
 * the connection manager's builder takes a connection that keeps the key out of the wire log, see
 * {@link QuietConnection}.
 */
public final class HttpClients {

    private static final TimeValue IDLE_BEFORE_CHECK = TimeValue.ofSeconds(1);

    private HttpClients() {}

    public static CloseableHttpClient create(HttpSettings settings) {
        Timeout response = Timeout.of(settings.responseTimeout());
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections(settings))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(response)
                        .setConnectionRequestTimeout(response)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .setUserAgent("camel-freshsales");
        if (settings.proxy() != null) {
            leadThrough(settings.proxy(), builder);
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

    private static void leadThrough(HttpSettings.Proxy proxy, HttpClientBuilder builder) {
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
}
