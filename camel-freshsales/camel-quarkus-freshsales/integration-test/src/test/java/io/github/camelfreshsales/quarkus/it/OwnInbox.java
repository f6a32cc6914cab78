// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.it;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/** A folder of its own, in the module's output. */
public class OwnInbox implements QuarkusTestProfile {

    static final Path FOLDER = Path.of("target", "inbox");

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("folder", FOLDER.toString());
    }
}
