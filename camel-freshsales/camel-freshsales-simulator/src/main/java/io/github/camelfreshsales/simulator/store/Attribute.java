// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Locale;

/**
 * One attribute of a resource.
 *
 * @param writable whether a client may set it
 * @param include the sideload that brings the attribute into answers; empty when it always stands there, null when it
 *     never does
 * @param unset what is answered while it is not set
 */
public record Attribute(String name, Kind kind, boolean writable, String include, JsonNode unset) {

    /**
     * Reads the short form used in the tables: {@code name:kind=unset?include}, the kind being text by default. A
     * {@code !} after the name makes it read-only, {@code ?-} keeps it out of every answer.
     */
    static Attribute parse(String form) {
        String[] question = form.split("\\?", 2);
        String[] equals = question[0].split("=", 2);
        String[] colon = equals[0].split(":", 2);
        boolean writable = !colon[0].endsWith("!");
        return new Attribute(
                writable ? colon[0] : colon[0].substring(0, colon[0].length() - 1),
                colon.length == 1 ? Kind.TEXT : Kind.valueOf(colon[1].toUpperCase(Locale.ROOT)),
                writable,
                include(question),
                equals.length == 1 ? NullNode.getInstance() : Json.literal(equals[1]));
    }

    private static String include(String[] question) {
        if (question.length == 1) {
            return "";
        }
        return question[1].equals("-") ? null : question[1];
    }

    public boolean alwaysShown() {
        return "".equals(include);
    }
}
