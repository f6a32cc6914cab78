package io.github.camelfreshsales.simulator.control;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import wiremock.jakarta.servlet.http.HttpServletRequest;

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
    Optional<String> refusal(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host == null || !isAllowed(PORT.matcher(host).replaceFirst(""))) {
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

    private boolean isAllowed(String host) {
        return LOOPBACK.matcher(host).matches() || allowedHosts.contains(host);
    }
}
