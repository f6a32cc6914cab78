// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.benchmarks.create.CreateRun.Fork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmokeMeasurementTest {

    private static CreateRatios component(double perSecond, double bytes) {
        return new CreateRatios(List.of(
                new Fork(1, 1, Contenders.component, perSecond, bytes),
                new Fork(1, 1, Contenders.byHand, 500, 80_000),
                new Fork(1, 1, Contenders.client, 1_000, 16_000)));
    }

    @Test
    void usualSpeedIsGood() {
        assertThat(SmokeMeasurement.judge(component(900, 20_000))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"400,20000", "450,20000", "900,50000"})
    void grossRegressionIsNot(double perSecond, double bytes) {
        assertThat(SmokeMeasurement.judge(component(perSecond, bytes))).isFalse();
    }

    @Test
    void oneGoodRoundIsEnoughOnANoisyMachine() {
        List<Fork> forks = new ArrayList<>(component(100, 20_000).forks());
        component(900, 20_000).forks().stream()
                .map(fork -> new Fork(2, fork.callers(), fork.contender(), fork.perSecond(), fork.bytes()))
                .forEach(forks::add);

        assertThat(SmokeMeasurement.judge(new CreateRatios(forks))).isTrue();
    }
}
