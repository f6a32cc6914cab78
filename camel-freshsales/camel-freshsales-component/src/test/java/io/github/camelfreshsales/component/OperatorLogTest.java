// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lines that the component writes at the levels that everybody sees. */
class OperatorLogTest extends WatchedAccountTest {

    private RecordedLog log;

    @BeforeEach
    void startRoute() throws Exception {
        log = new RecordedLog();
        route("contacts", "freshsales:create?resourceType=contacts");
        context.start();
    }

    @AfterEach
    void stopRecording() {
        log.close();
    }

    @Test
    void whatGoesWellAndWhatConcernsOneRecordIsNotWritten() {
        sendContact("contacts");
        simulator.trouble().answer(422).then().answer(500).then().dropConnection();
        for (int i = 0; i < 3; i++) {
            sendContact("contacts");
        }

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void refusedKeyIsWrittenOnceAndSoIsItsReturn() {
        Trouble trouble = simulator.trouble().answer(401).forever();
        sendContact("contacts");
        sendContact("contacts");
        trouble.withdraw();
        sendContact("contacts");
        sendContact("contacts");

        assertThat(log.lines())
                .containsExactly(
                        "WARN " + simulator.apiRoot() + " returned 401: the key is missing, wrong or no longer valid",
                        "INFO " + simulator.apiRoot() + " accepts the key again");
    }

    @Test
    void usedUpQuotaIsWrittenOnceAnHour() {
        simulator.trouble().answer(429).retryAfter("0").forever();
        sendContact("contacts");
        turnClock(29 * 60);
        sendContact("contacts");
        assertThat(log.lines())
                .containsExactly("WARN " + simulator.apiRoot()
                        + " returned 429: the calls of this hour or minute are used up. Calls wait, or fail when the"
                        + " wait would be longer than maxQuotaWait");

        turnClock(31 * 60);
        sendContact("contacts");

        assertThat(log.lines()).hasSize(2);
    }
}
