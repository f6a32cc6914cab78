// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.github.camelfreshsales.http.Purpose;
import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import io.micrometer.core.instrument.binder.http.Outcome;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of tags. Each tag has few values, whatever words a message brings. */
final class TagValues {

    private static final String NONE = "none";
    private static final Set<String> KNOWN =
            ResourceRegistry.all().stream().map(Resource::name).collect(Collectors.toUnmodifiableSet());

    private TagValues() {}

    static String operation(Purpose purpose) {
        return purpose.operation() == null ? NONE : purpose.operation().name();
    }

    static String resource(String word) {
        if (word == null) {
            return NONE;
        }
        if (word.equals("accounts")) {
            return "sales_accounts";
        }
        if (KNOWN.contains(word)) {
            return word;
        }
        return word.startsWith("cm_") ? "custom_module" : "other";
    }

    static String status(int status) {
        return status == 0 ? NONE : Integer.toString(status);
    }

    static String outcome(int status, boolean readable) {
        Outcome outcome = readable ? Outcome.forStatus(status) : Outcome.UNKNOWN;
        return outcome.name();
    }
}
