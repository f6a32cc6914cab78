// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import io.github.camelfreshsales.simulator.Switches;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What is decided about an account before it exists.
 *
 * @param classic the older product: other root, leads
 * @param firstId ids of metadata and records count from here
 * @param required further mandatory attributes by resource
 * @param customModules entity names defined from the start
 * @param searchLag so long after its last change a record is not found by filtered search
 * @param storesNothing whether what clients create and update is checked and answered, but not kept
 */
public record AccountSettings(
        boolean classic,
        long firstId,
        InstantSource clock,
        Switches switches,
        Map<String, List<String>> required,
        List<String> customModules,
        JobSettings jobs,
        Duration searchLag,
        boolean storesNothing) {

    private static final long BASE = 70_000_000_000L;
    private static final long STEP = 1_000_000_000L;

    /** Where the ids of an account with this seed begin; different seeds never share an id. */
    public static long firstIdOf(long seed) {
        return BASE + Math.floorMod(seed, 900) * STEP;
    }

    /** Jobs have ids of their own, which are shorter. */
    long firstJobId() {
        return firstId / 10_000;
    }

    /** Path of the account in a browser; links of records start with it. */
    public String uiRoot() {
        return classic ? "" : "/crm/sales";
    }

    public String apiRoot() {
        return uiRoot() + "/api";
    }
}
