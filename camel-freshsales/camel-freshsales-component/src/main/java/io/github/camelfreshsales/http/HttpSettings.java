// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.http.HttpClientConfigurer;

/**
 * The settings of the connections to the service.
 *
 * @param connectTimeout  the longest wait for a connection
 * @param responseTimeout the longest silence while waiting for a response
 * @param callTimeout     the longest time for one request in all
 * @param maxConnections  the most connections at a time; further calls wait for a free one
 * @param sslContext      what to trust, or null for what Java trusts
 * @param proxy           the proxy, or null for direct connections
 * @param configurer      further settings of the user, or null
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration callTimeout,
        int maxConnections,
        SSLContext sslContext,
        Proxy proxy,
        HttpClientConfigurer configurer) {

    /** An HTTP proxy; user and password may be null. */
    public record Proxy(String host, int port, String user, String password) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
