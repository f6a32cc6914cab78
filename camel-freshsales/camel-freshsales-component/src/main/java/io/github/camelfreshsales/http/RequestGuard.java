// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;

/**
 * The last step of a client that a user has configured. It enforces what a configuration must not change: the key goes only to
 * the host of the account, over TLS if the account has it, and the client sends nothing twice on its own.
 */
final class RequestGuard implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (!(scope.originalRequest instanceof OutgoingRequest outgoing)) {
            throw new Refused("the httpClientConfigurer made a request of its own");
        }
        HttpHost target = outgoing.target();
        if (!isFor(target, request.getAuthority())
                || !isFor(target, new URIAuthority(scope.route.getTargetHost()))
                || scope.route.isSecure() != target.getSchemeName().equals("https")) {
            throw new Refused("the httpClientConfigurer sent the request to another host");
        }
        if (!outgoing.mayBeSent()) {
            throw new Refused("the httpClientConfigurer sent the request twice");
        }
        outgoing.sendingBegins();
        ClassicHttpResponse response = chain.proceed(request, scope);
        outgoing.wasChallenged(response.getCode() == 407 || response.getCode() == 401);
        return response;
    }

    /** The configuration of the client is wrong. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private static boolean isFor(HttpHost target, URIAuthority authority) {
        return authority != null
                && authority.getHostName().equalsIgnoreCase(target.getHostName())
                && port(target, authority.getPort()) == port(target, target.getPort());
    }

    private static int port(HttpHost target, int port) {
        return port >= 0 ? port : target.getSchemeName().equals("https") ? 443 : 80;
    }
}
