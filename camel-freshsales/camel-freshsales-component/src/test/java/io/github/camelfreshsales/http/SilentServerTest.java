// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.http.TransportException.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the option responseTimeout ends: a server that sends nothing more, wherever it stops. */
@Timeout(120)
class SilentServerTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Request GET = Request.to("GET", List.of("contacts")).build();

    private static HttpSettings settings(boolean tls, HttpSettings.Proxy proxy) {
        return settings(tls, proxy, null);
    }

    private static HttpSettings settings(boolean tls, HttpSettings.Proxy proxy, HttpClientConfigurer configurer) {
        return new HttpSettings(
                LONG, Duration.ofMillis(500), LONG, 1, tls ? HostileServer.trust() : null, proxy, configurer);
    }

    private static HostileServer server(boolean tls, HostileServer.Script... scripts) throws Exception {
        return tls ? HostileServer.overTls(scripts) : new HostileServer(scripts);
    }

    @ParameterizedTest
    @CsvSource({
        "false, '', SENT, no response within responseTimeout",
        "true, '', SENT, no response within responseTimeout",
        "false, 'HTTP/1.1 100 Continue\r\n\r\n', SENT, no response within responseTimeout",
        "false, 'HTTP/1.1 2', SENT, no response within responseTimeout",
        "false, 'HTTP/1.1 200 OK\r\nX-More', RESPONDED, rest of the response did not arrive within",
        "false, 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{', RESPONDED, rest of the response did not arrive within",
        "true, 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{', RESPONDED, rest of the response did not arrive within",
        "false, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}', RESPONDED, rest of the response did not",
    })
    void silenceEndsARequestOnANewConnectionAndOnAKeptOne(boolean tls, String start, Stage stage, String what)
            throws Exception {
        HostileServer.Script atOnce = wire -> {
            wire.receive();
            wire.send(start).hang();
        };
        HostileServer.Script later = wire -> {
            wire.receive();
            wire.send(HostileServer.ok("{}"));
            atOnce.play(wire);
        };
        for (HostileServer.Script script : List.of(atOnce, later)) {
            for (HttpSettings settings : List.of(settings(tls, null), settings(tls, null, builder -> {}))) {
                try (HostileServer server = server(tls, script, HostileServer.Wire::hang);
                        HttpTransport transport = server.transport(settings)) {
                    if (script == later) {
                        transport.send(GET);
                    }

                    assertThatThrownBy(() -> transport.send(GET))
                            .isInstanceOfSatisfying(TransportException.class, e -> {
                                assertThat(e.stage()).isEqualTo(stage);
                                assertThat(e.mayPass()).isTrue();
                            })
                            .hasMessageContaining(what);
                    assertThat(server.connections()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void proxyThatSaysNothingToConnectEndsARequestToo() throws Exception {
        try (HostileServer proxy = new HostileServer(HostileServer.Wire::hang);
                HostileServer server = HostileServer.overTls(HostileServer.Wire::hang);
                HttpTransport transport = server.transport(settings(
                        true, new HttpSettings.Proxy("localhost", proxy.root().port(), null, null)))) {
            assertThatThrownBy(() -> transport.send(GET)).hasMessageContaining("no response within responseTimeout");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void onlyTheWaitForTheNextBytesIsSilence() {
        OutgoingRequest request = new OutgoingRequest("GET", new HttpHost("localhost"), "/");
        long hour = TimeUnit.HOURS.toNanos(1);

        assertThat(request.silence(System.nanoTime() + hour)).isZero();
        request.listens();
        assertThat(request.silence(System.nanoTime() + hour)).isGreaterThanOrEqualTo(hour);
        request.hears();
        assertThat(request.silence(System.nanoTime() + hour)).isZero();
    }
}
