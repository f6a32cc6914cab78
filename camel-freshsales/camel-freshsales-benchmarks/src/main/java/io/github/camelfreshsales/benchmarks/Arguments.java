// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The arguments {@code --name=value} of a measurement. */
public final class Arguments {

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    public Arguments(List<String> arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("Not --name=value: " + argument);
            }
            given.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
    }

    public String text(String name, String otherwise) {
        known.add(name);
        return given.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    public List<String> list(String name, String otherwise) {
        return List.of(text(name, otherwise).split(","));
    }

    /** Refuses what the measurement has not asked for: it would have no effect. */
    public void refuseOthers() {
        List<String> unknown = new ArrayList<>(given.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Unknown arguments " + unknown + "; there are " + known);
        }
    }

    /** What was given, as it was written, but for the ones with these names. */
    String others(String... names) {
        return given.entrySet().stream()
                .filter(entry -> !Arrays.asList(names).contains(entry.getKey()))
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
