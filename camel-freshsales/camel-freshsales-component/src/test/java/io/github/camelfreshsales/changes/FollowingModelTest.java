// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The feed against a service that does whatever a service may do. Each change that was not overtaken by a later one of the
 * same record arrives, and once only, unless a kill explains a second time.
 */
class FollowingModelTest {

    private static final int CHANGES = 400;
    private static final int LARGE_CHANGES = 5_000;
    private static final int LARGE_SEEDS = 120;

    static LongStream seeds() {
        String given = System.getProperty("changes.seed");
        return given != null
                ? LongStream.of(Long.parseLong(given))
                : LongStream.concat(LongStream.rangeClosed(1, 8), new Random().longs(4));
    }

    @ParameterizedTest(name = "-Dchanges.seed={0}")
    @MethodSource("seeds")
    void everyChangeArrivesOnce(long seed) {
        run(seed, CHANGES, 1);
    }

    @Test
    @Tag("large")
    void everyOneOfSixHundredThousandChangesArrivesOnce() {
        long changes = 0;
        long polls = 0;
        long calls = 0;
        for (long seed = 1; seed <= LARGE_SEEDS; seed++) {
            ModelRun run = run(seed, LARGE_CHANGES, 4);
            changes += run.service().changes();
            polls += run.polls();
            calls += run.service().calls();
        }
        System.out.println(changes + " changes, " + polls + " polls, " + calls + " calls, none missed");
    }

    private static ModelRun run(long seed, int changes, int activity) {
        ModelRun run = new ModelRun(new Random(seed), activity);
        run.live(changes);

        assertThat(run.missed()).as("changes that never arrived, seed " + seed).isEmpty();
        assertThat(run.repeated())
                .as("changes that arrived twice, seed " + seed)
                .isEmpty();
        return run;
    }
}
