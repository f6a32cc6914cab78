// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.program;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which simulator this is. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream file =
                Version.class.getResourceAsStream("/io/github/camelfreshsales/simulator/version.properties")) {
            properties.load(file);
        }
        return new String[] {"Freshsales simulator " + properties.getProperty("version")};
    }
}
