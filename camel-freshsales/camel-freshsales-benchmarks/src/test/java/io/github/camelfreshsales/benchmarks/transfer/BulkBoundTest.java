// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BulkBoundTest {

    @Test
    void fourChunksAreOnTheirWayAtOnce() {
        assertThat(new BulkBound(0.050, 0.5, 4).recordsPerSecond()).isCloseTo(4 * 100 / 0.6, within(0.01));
    }

    @Test
    void callerMakesOneCallAtATime() {
        assertThat(new BulkBound(0.050, 0.5, 100).recordsPerSecond()).isCloseTo(100 / 0.1, within(0.01));
    }
}
