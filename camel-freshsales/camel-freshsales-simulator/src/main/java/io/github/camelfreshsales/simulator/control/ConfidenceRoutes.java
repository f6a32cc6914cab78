// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How sure it is that the service behaves as the simulator does: the tables of the manual's page {@code simulator.adoc}. */
final class ConfidenceRoutes {

    private static final Pattern PATH = Pattern.compile("(?m)^\\|([A-Z]+) \\|(`/.+?`) \\|(.*) \\|(.+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(.+)\n\\|(.+)\n\\|(.*)$");
    private static final Pattern MARK = Pattern.compile("(?m)^\\|(\\w+)\n\\|(.+)$");

    private final ObjectNode tables = read();

    void addTo(ControlApi api) {
        api.add(
                "GET",
                "confidence",
                "how sure it is that the service behaves like this",
                call -> ApiResponse.ok(tables));
    }

    private static ObjectNode read() {
        String page = page();
        ObjectNode tables = Json.object();
        fill(tables.putArray("marks"), MARK.matcher(section(page, "marks")), "mark", "knownFrom");
        fill(tables.putArray("behaviours"), ROW.matcher(section(page, "behaviour")), "behaviour", "mark", "otherwise");
        fill(tables.putArray("paths"), PATH.matcher(section(page, "paths")), "method", "path", "response", "mark");
        return tables;
    }

    private static void fill(ArrayNode table, Matcher rows, String... columns) {
        while (rows.find()) {
            ObjectNode row = table.addObject();
            for (int at = 0; at < columns.length; at++) {
                row.put(columns[at], plain(rows.group(at + 1)));
            }
        }
    }

    /** From one anchor to the next. */
    private static String section(String page, String anchor) {
        int start = page.indexOf("[#" + anchor + "]");
        int end = page.indexOf("\n[#", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    /** Without the signs of AsciiDoc. */
    private static String plain(String text) {
        return text.replaceAll("<<[^,>]+,([^>]+)>>", "$1")
                .replaceAll("`\\+|\\+`|`", "")
                .strip();
    }

    private static String page() {
        try (InputStream file =
                ConfidenceRoutes.class.getResourceAsStream("/io/github/camelfreshsales/simulator/simulator.adoc")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
