// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.callers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueingTest {

    private final Queueing queueing = new Queueing();
    private final List<Queueing.Place> places = new ArrayList<>();

    private void arrive(int calls) {
        for (int call = 0; call < calls; call++) {
            places.add(queueing.arrive());
        }
    }

    private Called called() {
        return queueing.called(1, List.of(3L, 5L, 2L));
    }

    @Test
    void nobodyIsOutOfPlaceWhenCallsEndAsTheyBegan() {
        arrive(10);
        places.forEach(queueing::leave);

        assertThat(called().misplaced()).isZero();
    }

    @Test
    void placesLostCountInPercentOfTheCalls() {
        arrive(10);
        for (int call = 9; call >= 0; call--) {
            queueing.leave(places.get(call));
        }

        assertThat(called().misplaced()).isEqualTo(90);
    }

    @Test
    void callersAreComparedByWhatTheyGotThrough() {
        arrive(1);
        queueing.leave(places.get(0));

        assertThat(called().fewest()).isEqualTo(2);
        assertThat(called().most()).isEqualTo(5);
        assertThat(called().calls()).isEqualTo(1);
    }
}
