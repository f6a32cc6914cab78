// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import io.github.camelfreshsales.simulator.Switch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The switches by name, and what each of them does, as {@code switches.properties} says it. */
public final class SwitchTable {

    private static final Properties DESCRIPTIONS = read();

    private SwitchTable() {}

    /** The switch of a name, in whatever case and with hyphens too. */
    public static Switch find(String name) {
        String plain = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Switch.values())
                .filter(one -> one.name().equals(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No switch " + name + "; " + hint(name)));
    }

    /** What is different when it is on. */
    public static String description(Switch one) {
        return DESCRIPTIONS.getProperty(one.name(), "");
    }

    private static String hint(String name) {
        List<String> names = Arrays.stream(Switch.values()).map(Switch::name).toList();
        String hint = Nearest.hint(name, names);
        return hint.startsWith("known") ? "--list-switches and GET /simulator/switches list them" : hint;
    }

    private static Properties read() {
        Properties all = new Properties();
        try (InputStream file =
                SwitchTable.class.getResourceAsStream("/io/github/camelfreshsales/simulator/switches.properties")) {
            all.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
