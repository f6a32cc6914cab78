// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.benchmarks.server.FastServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferProgramTest {

    private static final int RECORDS = 250;

    private static Transferred transfer(TransferKind kind, FastServer server, String options) throws Exception {
        return TransferProgram.transfer(kind, "http://localhost:" + server.port() + "/crm/sales", RECORDS, options);
    }

    @ParameterizedTest
    @CsvSource({
        "BULK_UPSERT,&jobPollInterval=100,6",
        "BULK_UPSERT,&waitForJob=false,3",
        "ONE_CALL_EACH,'',250",
        "OWN_WORDS,'',252",
        "STREAM,'',4",
        "LOOP,'',4"
    })
    void everyRecordArrivesInSoManyCalls(TransferKind kind, String options, int calls) throws Exception {
        try (FastServer server = new FastServer(new FastServer.Settings(0, 0, RECORDS))) {
            Transferred transferred = transfer(kind, server, options);

            assertThat(transferred.records()).isEqualTo(RECORDS);
            assertThat(server.calls()).isEqualTo(calls);
        }
    }

    @Test
    void jobIsLookedAtUntilItEnds() throws Exception {
        try (FastServer server = new FastServer(new FastServer.Settings(0, 300, 0))) {
            transfer(TransferKind.BULK_UPSERT, server, "&jobPollInterval=100&jobsInFlight=1");

            // many looks at the first job, of which nothing is known, and about one at each of the others
            assertThat(server.calls()).isBetween(3 + 5L, 3 + 24L);
        }
    }

    @Test
    void answersTakeTheTimeThatIsSet() throws Exception {
        try (FastServer server = new FastServer(new FastServer.Settings(20, 0, 0))) {
            Transferred transferred = transfer(TransferKind.BULK_UPSERT, server, "&jobPollInterval=100");

            assertThat(transferred.seconds()).isGreaterThan(6 * 0.020);
        }
    }
}
