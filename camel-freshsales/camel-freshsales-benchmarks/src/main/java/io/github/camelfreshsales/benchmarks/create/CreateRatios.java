// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import io.github.camelfreshsales.benchmarks.Spread;
import io.github.camelfreshsales.benchmarks.create.CreateRun.Fork;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The component against the others, each ratio taken within a round. */
record CreateRatios(List<Fork> forks) {

    /** Time of a create through the component, in times of the other. */
    Spread time(int callers, Contenders other) {
        return ratio(callers, other, (component, against) -> against.perSecond() / component.perSecond());
    }

    /** Bytes allocated for a create through the component, in those of the other. */
    Spread allocation(int callers, Contenders other) {
        return ratio(callers, other, (component, against) -> component.bytes() / against.bytes());
    }

    Spread values(int callers, Contenders contender, ToDoubleFunction<Fork> value) {
        return Spread.of(of(callers, contender).mapToDouble(value));
    }

    List<Integer> callers() {
        return forks.stream().map(Fork::callers).distinct().sorted().toList();
    }

    List<Contenders> contenders() {
        return forks.stream().map(Fork::contender).distinct().sorted().toList();
    }

    private Spread ratio(int callers, Contenders other, ToDoubleBiFunction<Fork, Fork> ratio) {
        return Spread.of(of(callers, Contenders.component).mapToDouble(component -> {
            Fork against = of(callers, other)
                    .filter(fork -> fork.round() == component.round())
                    .findFirst()
                    .orElseThrow();
            return ratio.applyAsDouble(component, against);
        }));
    }

    private Stream<Fork> of(int callers, Contenders contender) {
        return forks.stream().filter(fork -> fork.callers() == callers && fork.contender() == contender);
    }
}
