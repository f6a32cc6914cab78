// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import io.github.camelfreshsales.benchmarks.Spread;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The turns of all rounds, and the component against the others, each ratio taken between turns beside each other. */
record Turns(List<Turn> all) {

    /** One turn of each contender: creates a second. */
    record Turn(int round, int callers, Map<Contenders, Double> perSecond) {

        double time(Contenders other) {
            return perSecond.get(other) / perSecond.get(Contenders.component);
        }
    }

    /** Time of a create through the component, in times of the other: the median of each round, over the rounds. */
    Spread time(int callers, Contenders other) {
        return Spread.of(all.stream()
                .mapToInt(Turn::round)
                .distinct()
                .mapToDouble(round -> median(
                        of(callers).filter(turn -> turn.round() == round).mapToDouble(turn -> turn.time(other)))));
    }

    Spread perSecond(int callers, Contenders contender) {
        return Spread.of(of(callers).mapToDouble(turn -> turn.perSecond().get(contender)));
    }

    private Stream<Turn> of(int callers) {
        return all.stream().filter(turn -> turn.callers() == callers);
    }

    private static double median(DoubleStream values) {
        return Spread.of(values).median();
    }
}
