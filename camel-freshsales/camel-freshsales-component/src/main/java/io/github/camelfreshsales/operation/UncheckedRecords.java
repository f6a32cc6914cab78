// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Why records of an account go without a comparison with its fields: to be said once, and not for each message. */
final class UncheckedRecords {

    private static final int MOST = 100;

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** Whether nobody said this yet. */
    boolean isNew(String resource, String why) {
        return said.size() < MOST && said.add(resource + ": " + why);
    }
}
