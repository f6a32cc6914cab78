// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Keeps pages of other sites away from a simulator on the machine of their reader. Such a page can send requests to
 * {@code localhost}, or let its own name point there.
 */
public final class SiteGuard {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    private final Set<String> allowedHosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** @param allowedHosts names beside those of this machine for itself */
    public SiteGuard(Set<String> allowedHosts) {
        this.allowedHosts.addAll(allowedHosts);
    }

    /** Why a request is refused, if it is. */
    Optional<String> refusal(Request request) {
        String host = host(request);
        if (!isAllowed(PORT.matcher(host).replaceFirst(""))) {
            return Optional.of("The host " + host
                    + " is not allowed here: use localhost, or start the simulator with --allow-host for another name");
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !origin.equalsIgnoreCase(request.getScheme() + "://" + host)) {
            return Optional.of("Requests of other sites are not allowed here, and this one comes from " + origin);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
        boolean opensPage = "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && request.getMethod().equals("GET");
        return foreign && !opensPage
                ? Optional.of("Requests of other sites are not allowed here, and this one is " + site)
                : Optional.empty();
    }

    /** The name that the client used, with the port as it wrote it. HTTP/2 has it outside the headers. */
    private static String host(Request request) {
        return Stream.of(request.getHeader("Host"), request.getHttpURI().getAuthority())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private boolean isAllowed(String host) {
        return LOOPBACK.matcher(host).matches() || allowedHosts.contains(host);
    }
}
