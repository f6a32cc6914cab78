// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements are named by their key and a number. */
class FairQueueTest {

    private final FairQueue<String> queue = new FairQueue<>();

    private void add(String... elements) {
        for (String element : elements) {
            queue.add(element.substring(0, 1), element);
        }
    }

    private List<String> rest() {
        List<String> rest = new ArrayList<>();
        while (!queue.isEmpty()) {
            rest.add(queue.poll());
        }
        return rest;
    }

    @Test
    void eachKeyIsServedOnceBeforeAnyIsServedAgain() {
        add("a1", "a2", "a3", "b1", "b2", "c1");

        assertThat(rest()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
    }

    @Test
    void keyThatComesLaterIsServedBeforeOneThatHasBeenServed() {
        add("a1", "a2", "a3");
        queue.poll();
        add("b1");

        assertThat(rest()).containsExactly("b1", "a2", "a3");
    }

    @Test
    void lastOneServedIsRememberedWhenNobodyWaits() {
        add("a1");
        queue.poll();
        add("a2", "b1");

        assertThat(rest()).containsExactly("b1", "a2");
    }

    @Test
    void elementThatIsTakenOutLeavesNoHole() {
        add("a1", "a2", "b1", "b2");
        queue.poll();

        queue.remove("a", "a2");
        queue.remove("b", "b1");
        queue.remove("b", "none");

        assertThat(rest()).containsExactly("b2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void elementsBeforeAnotherAreCountedRight(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String key = Character.toString('a' + random.nextInt(5));
            if (random.nextInt(3) == 0 && !queue.isEmpty()) {
                queue.poll();
            } else {
                queue.add(key, key + i);
            }
        }
        String key = Character.toString('a' + random.nextInt(6));

        int before = queue.before(key);

        queue.add(key, "the one");
        assertThat(rest().indexOf("the one")).isEqualTo(before);
    }
}
