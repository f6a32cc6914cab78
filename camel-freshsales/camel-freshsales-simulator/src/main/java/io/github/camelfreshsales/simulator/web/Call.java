// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

import java.util.Map;

/** A request that has found its route, with the variables of the route's path. */
public record Call(ApiRequest request, Map<String, String> variables) {

    public long id() {
        return id("id");
    }

    /** A number out of the path; one too long for a record id is the id of no record. */
    public long id(String name) {
        try {
            return Long.parseLong(variables.get(name));
        } catch (NumberFormatException e) {
            throw ApiError.notFound();
        }
    }

    public String variable(String name) {
        return variables.get(name);
    }
}
