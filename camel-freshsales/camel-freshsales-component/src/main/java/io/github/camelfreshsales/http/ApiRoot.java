// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * The address of an account's API, such as {@code https://acme.myfreshworks.com/crm/sales/api}. It is made once from any of the
 * addresses that users have, and it decides where the key of the account may be sent.
 *
 * @param scheme http or https
 * @param host   the host name in lower case, an IPv6 address in brackets
 * @param port   the port, or -1 for the one of the scheme
 * @param path   the encoded path down to {@code /api}, without a slash at its end
 */
public record ApiRoot(String scheme, String host, int port, String path) {

    private static final String SUITE_PATH = "/crm/sales";
    private static final List<String> FRESHWORKS = List.of("*.myfreshworks.com", "*.freshworks.com", "*.freshsales.io");

    /**
     * Reads the {@code domain} option: a bundle alias, a browser address, a plain account name.
     *
     * @param trustedHosts further hosts that the key may be sent to, {@code *.} in front standing for any sub-domain
     * @throws IllegalArgumentException when it names no host, or a host that must not see the key
     */
    public static ApiRoot of(String domain, List<String> trustedHosts) {
        if (domain == null || domain.isBlank()) {
            throw new IllegalArgumentException("The option domain is missing. Give the account's address, such as"
                    + " acme.myfreshworks.com/crm/sales, as it stands beside the API key in Freshsales");
        }
        URI uri = parse(domain.trim());
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.indexOf('.') < 0 && !isLoopback(host)) {
            host += ".myfreshworks.com";
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        checkTrust(scheme, host, trustedHosts);
        int port = uri.getPort() == defaultPort(scheme) ? -1 : uri.getPort();
        return new ApiRoot(scheme, host, port, rootPath(host, uri.getRawPath()));
    }

    private static URI parse(String domain) {
        String address = domain.contains("://") ? domain : "//" + domain;
        try {
            URI uri = new URI(address.replaceAll("[?#].*$", ""));
            String scheme = uri.getScheme();
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                throw notAnAddress();
            }
            if (scheme == null) {
                scheme = isLoopback(uri.getHost().toLowerCase(Locale.ROOT)) ? "http" : "https";
                return new URI(scheme + ":" + uri);
            }
            if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                throw notAnAddress();
            }
            return uri;
        } catch (URISyntaxException e) {
            throw notAnAddress();
        }
    }

    /** Does not quote the value: it may be a pasted address with a password in it. */
    private static IllegalArgumentException notAnAddress() {
        return new IllegalArgumentException("The option domain is not the address of an account. Give something like"
                + " acme.myfreshworks.com/crm/sales, acme.freshsales.io or just acme");
    }

    private static void checkTrust(String scheme, String host, List<String> trustedHosts) {
        if (isLoopback(host)) {
            return;
        }
        if (!isListed(host, FRESHWORKS) && !isListed(host, trustedHosts)) {
            throw new IllegalArgumentException("The host " + host + " in the option domain is not a Freshworks host"
                    + " (*.myfreshworks.com, *.freshworks.com, *.freshsales.io), so the key is not sent to it. If the"
                    + " host is yours, name it in the option trustedHosts");
        }
        if (!scheme.equals("https")) {
            throw new IllegalArgumentException("The option domain asks for http, which would show the key to everybody"
                    + " on the way to " + host + ". Use https://" + host);
        }
    }

    private static boolean isListed(String host, List<String> patterns) {
        for (String pattern : patterns) {
            String name = pattern.trim().toLowerCase(Locale.ROOT);
            if (name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String rootPath(String host, String given) {
        String path = given == null ? "" : given.replaceAll("/+$", "");
        if (path.equals("/api") || path.endsWith("/api")) {
            path = path.substring(0, path.length() - "/api".length());
        }
        int suite = (path + "/").indexOf(SUITE_PATH + "/");
        if (suite >= 0) {
            path = path.substring(0, suite + SUITE_PATH.length());
        } else if (path.isEmpty() && isListed(host, List.of("*.myfreshworks.com", "*.freshworks.com"))) {
            path = SUITE_PATH;
        }
        StringBuilder encoded = new StringBuilder();
        if (!path.isEmpty()) {
            for (String segment : PathSegments.split("path in the option domain", path)) {
                PathSegments.encode(segment, "", encoded.append('/'));
            }
        }
        return encoded.append("/api").toString();
    }

    /** Whether a complete address leads to this account: same scheme, host and port. */
    public boolean isSameOrigin(URI uri) {
        return scheme.equalsIgnoreCase(uri.getScheme())
                && host.equalsIgnoreCase(uri.getHost())
                && uri.getUserInfo() == null
                && effectivePort() == (uri.getPort() < 0 ? defaultPort(scheme) : uri.getPort());
    }

    private int effectivePort() {
        return port < 0 ? defaultPort(scheme) : port;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** The encoded path of a request, without its query. */
    public String pathOf(Request request) {
        return append(new StringBuilder(96), request).toString();
    }

    /** The encoded path and query of a request, as they stand in its first line. */
    String target(Request request) {
        StringBuilder target = append(new StringBuilder(128), request);
        char separator = '?';
        for (NameValue parameter : request.query()) {
            PathSegments.encode(parameter.name(), "", target.append(separator));
            PathSegments.encode(parameter.value(), ",:@/*", target.append('='));
            separator = '&';
        }
        return target.toString();
    }

    private StringBuilder append(StringBuilder target, Request request) {
        target.append(request.fromHostRoot() ? "" : path);
        for (String segment : request.path()) {
            PathSegments.encode(segment, "", target.append('/'));
        }
        return target;
    }

    /** The complete address of a request. */
    public String url(Request request) {
        return origin() + target(request);
    }

    /** Scheme, host and port. */
    public String origin() {
        return scheme + "://" + authority();
    }

    /** The host, with its port unless that is the one of the scheme. */
    public String authority() {
        return host + (port < 0 ? "" : ":" + port);
    }

    @Override
    public String toString() {
        return origin() + path;
    }
}
