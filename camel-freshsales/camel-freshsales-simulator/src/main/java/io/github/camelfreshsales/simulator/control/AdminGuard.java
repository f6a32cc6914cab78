// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import java.util.Optional;
import wiremock.jakarta.servlet.http.HttpServletRequest;

/** Keeps WireMock's admin from what would end the simulator. */
final class AdminGuard {

    private static final String MAPPINGS = "/__admin/mappings";

    Optional<String> refusal(HttpServletRequest request) {
        String path = request.getRequestURI().replaceAll("/+$", "");
        String verb = request.getMethod();
        if (path.equals("/__admin/shutdown")) {
            return Optional.of("The simulator is not shut down over HTTP: end its process or close the object");
        }
        if (path.equals(MAPPINGS) && verb.equals("DELETE")) {
            return Optional.of("The account itself is one of the mappings. Remove yours with DELETE " + MAPPINGS
                    + "/{id}, or all of them with POST /simulator/reset");
        }
        boolean ofAccount = path.endsWith("/f4e5a1e5-0000-4000-8000-000000000001");
        return ofAccount && !verb.equals("GET")
                ? Optional.of("This mapping is the account itself, it stays as it is")
                : Optional.empty();
    }
}
