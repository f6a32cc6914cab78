// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.program;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.control.SwitchTable;
import java.io.PrintStream;
import java.nio.file.Path;

/** What the program prints. */
final class StartLines {

    private StartLines() {}

    static void print(FreshsalesSimulator simulator, boolean https, Path saveFile, PrintStream out) {
        out.println("Freshsales simulator");
        out.println("  domain          " + simulator.domain());
        out.println("  API root        " + simulator.apiRoot());
        out.println("  key             " + simulator.apiKey());
        out.println("  restricted key  " + simulator.restrictedKey());
        out.println("  page            " + simulator.pageUrl());
        if (https) {
            out.println("  certificate     " + simulator.pageUrl() + "simulator/certificate");
        }
        out.println();
        out.println("Create a contact, and see it on the page:");
        out.println(
                "  curl " + (https ? "-k " : "") + simulator.apiRoot() + "/contacts -H \"Authorization: Token token="
                        + simulator.apiKey() + "\" -H \"Content-Type: application/json\""
                        + " -d \"{\\\"contact\\\":{\\\"last_name\\\":\\\"Lee\\\"}}\"");
        out.println();
        out.println("Ctrl-C stops it" + (saveFile == null ? "." : " and saves the state to " + saveFile + "."));
    }

    static void switches(PrintStream out) {
        for (Switch one : Switch.values()) {
            out.println(one.name());
            out.println("    " + SwitchTable.description(one));
        }
    }
}
