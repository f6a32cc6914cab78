// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.MediaTypes;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.resource.ResourceRegistry;
import java.util.Locale;
import java.util.Set;

/** The rules for the values of options. Each rule returns the value in its final form, or refuses it by name. */
final class OptionRules {

    private static final int MOST_AT_ONCE = 100;
    private static final Set<String> REFUSED_METHODS = Set.of("CONNECT", "TRACE");

    private OptionRules() {}

    /** A blank id counts as not given; the operations that need it refuse that. */
    static String id(Option<String> option, String value) {
        if (value.indexOf(',') >= 0) {
            throw new IllegalArgumentException("The option " + option.name() + " takes one id, but there are several");
        }
        return value.isBlank() ? value : PathSegments.one(option.name(), RecordIds.text(option.name(), value));
    }

    static String resourceType(Option<String> option, String value) {
        return value.isBlank() ? value : ResourceRegistry.find(value.trim()).name();
    }

    static String segments(Option<String> option, String value) {
        if (!value.isBlank()) {
            PathSegments.split(option.name(), value);
        }
        return value;
    }

    static String method(Option<String> option, String value) {
        String method = value.trim().toUpperCase(Locale.ROOT);
        if (!method.isEmpty() && (!method.matches("[A-Z]+") || REFUSED_METHODS.contains(method))) {
            throw new IllegalArgumentException(
                    "The method cannot be sent; use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS");
        }
        return method;
    }

    static String fileName(Option<String> option, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The option " + option.name() + " holds a line break or another control character");
        }
        return value;
    }

    static String contentType(Option<String> option, String value) {
        if (!value.isBlank()) {
            MediaTypes.check(value.strip());
        }
        return value;
    }

    static Integer upToHundred(Option<Integer> option, Integer value) {
        if (value < 1 || value > MOST_AT_ONCE) {
            throw outOf(option, value, "it must be 1 to " + MOST_AT_ONCE);
        }
        return value;
    }

    static Integer atLeastOne(Option<Integer> option, Integer value) {
        if (value < 1) {
            throw outOf(option, value, "the first " + option.name() + " is 1");
        }
        return value;
    }

    static Long notNegative(Option<Long> option, Long value) {
        if (value < 0) {
            throw outOf(option, value, "0 means all");
        }
        return value;
    }

    private static IllegalArgumentException outOf(Option<?> option, Object value, String right) {
        return new IllegalArgumentException("The option " + option.name() + " is " + value + "; " + right);
    }
}
