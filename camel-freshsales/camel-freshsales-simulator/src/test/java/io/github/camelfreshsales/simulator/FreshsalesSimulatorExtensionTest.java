// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FreshsalesSimulatorExtensionTest {

    private static FreshsalesSimulator before;
    private static String keyBefore = "none";

    @RegisterExtension
    static final FreshsalesSimulatorExtension SHARED = new FreshsalesSimulatorExtension();

    @RegisterExtension
    final FreshsalesSimulatorExtension own = new FreshsalesSimulatorExtension();

    @RepeatedTest(2)
    void sharedSimulatorIsKeptAndResetBetweenTests() {
        assertThat(before).isIn(null, SHARED.simulator());
        assertThat(SHARED.simulator().count("contacts")).isZero();

        SHARED.simulator().seed("contacts", Map.of("last_name", "Moss"));
        before = SHARED.simulator();
    }

    @Test
    void simulatorOfAnInstanceFieldIsAnotherOne() {
        assertThat(own.simulator()).isNotSameAs(SHARED.simulator());
        assertThat(own.simulator().wireMock().isRunning()).isTrue();
    }

    @RepeatedTest(2)
    void eachTestHasAKeyOfItsOwn() {
        String key = SHARED.apiKey();

        assertThat(key).isEqualTo(SHARED.apiKey()).isNotEqualTo(keyBefore);
        assertThat(Client.of(SHARED.simulator())
                        .withAuthorization("Token token=" + key)
                        .get("contacts/filters")
                        .status())
                .isEqualTo(200);
        assertThat(Client.of(SHARED.simulator())
                        .withAuthorization("Token token=" + keyBefore)
                        .get("contacts/filters")
                        .status())
                .isEqualTo(401);
        keyBefore = key;
    }

    @Nested
    class InANestedClass {

        @Test
        void sharedSimulatorGoesOn() {
            assertThat(SHARED.simulator().wireMock().isRunning()).isTrue();
        }
    }
}
