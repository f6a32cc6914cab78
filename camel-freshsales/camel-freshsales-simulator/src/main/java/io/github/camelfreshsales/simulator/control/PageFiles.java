// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import io.github.camelfreshsales.simulator.web.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the page for people. They ask no other host, and no other site may show them inside itself. */
final class PageFiles {

    static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private static final String FOLDER = "/io/github/camelfreshsales/simulator/page/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final List<String> VERBS = List.of("GET", "HEAD");

    Optional<ApiResponse> find(String verb, String path) {
        String name = path.equals("/") ? "index.html" : path.replaceFirst("^/simulator/page/", "");
        boolean isFile = name.matches("[a-z]+\\.(html|css|js|svg)");
        if (!isFile || !VERBS.contains(verb)) {
            return Optional.empty();
        }
        return content(name)
                .map(bytes -> new ApiResponse(
                        200,
                        Map.of("Content-Type", TYPES.get(name.substring(name.indexOf('.') + 1))),
                        bytes,
                        null,
                        Duration.ZERO));
    }

    private static Optional<byte[]> content(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
