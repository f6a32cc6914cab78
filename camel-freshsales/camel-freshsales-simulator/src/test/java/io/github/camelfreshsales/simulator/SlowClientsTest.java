// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one client does slowly, or leaves half done, another one does not feel. */
class SlowClientsTest {

    private static final int MANY = 200;

    private final FreshsalesSimulator simulator =
            FreshsalesSimulator.builder().threads(16).start();
    private final RawClient raw = new RawClient(simulator);
    private final Client client = Client.of(simulator);
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        simulator.close();
    }

    @Test
    void connectionsThatSayNothingHoldNobodyUp() throws IOException {
        openMany("");

        assertOthersAreServed();
    }

    @Test
    void halfAHeadHoldsNobodyUp() throws IOException {
        openMany("POST /crm/sales/api/contacts HTTP/1.1\r\nHost: loc");

        assertOthersAreServed();
    }

    @Test
    void halfABodyHoldsNobodyUp() throws IOException {
        openMany(head("Content-Length: 100000") + "{\"contact\":");

        assertOthersAreServed();
    }

    @Test
    void drippingChunksHoldNobodyUp() throws IOException {
        openMany(head("Transfer-Encoding: chunked") + "1\r\n{\r\n");
        for (int drip = 0; drip < 3; drip++) {
            for (Socket socket : open) {
                socket.getOutputStream().write("1\r\n \r\n".getBytes(US_ASCII));
            }
            assertOthersAreServed();
        }
    }

    @Test
    void slowBodyIsTakenWhenItIsWhole() throws IOException {
        String body = "{\"contact\":{\"last_name\":\"Moss\"}}";
        openMany(head("Content-Length: " + body.length()));

        for (byte one : body.getBytes(US_ASCII)) {
            for (Socket socket : open) {
                socket.getOutputStream().write(one);
            }
        }

        for (Socket socket : open) {
            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 201");
        }
        assertThat(simulator.count("contacts")).isEqualTo(MANY);
    }

    private void openMany(String beginning) throws IOException {
        for (int i = 0; i < MANY; i++) {
            Socket socket = raw.open();
            open.add(socket);
            socket.getOutputStream().write(beginning.getBytes(US_ASCII));
        }
    }

    private void assertOthersAreServed() {
        assertThat(IntStream.range(0, 20).mapToObj(i -> client.post("contacts", "{'contact':{'last_name':'Other'}}")
                        .status()))
                .containsOnly(201);
    }

    private String head(String length) {
        return "POST /crm/sales/api/contacts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token token="
                + simulator.apiKey() + "\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n";
    }
}
