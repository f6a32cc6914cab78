// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.http.HttpClientConfigurer;

/**
 * How the connections to the service are made.
 *
 * @param connectTimeout  the longest wait for a connection
 * @param responseTimeout the longest silence while waiting for an answer
 * @param callTimeout     the longest that one request may take in all
 * @param maxConnections  the most connections at a time; further calls wait for a free one
 * @param sslContext      what is trusted, or null for what Java trusts
 * @param proxy           the way out, or null for a direct one
 * @param configurer      what a user wants of the client beside that, or null
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
