// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Test;

class QuietConnectionTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // the clock may overflow

    @Test
    void connectionThatWasIdleForLongIsNotUsedAgain() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket other = server.accept();
                QuietConnection connection = new QuietConnection(now::get)) {
            connection.bind(socket);
            connection.passivate();

            now.addAndGet(Duration.ofSeconds(29).toNanos());
            assertThat(connection.isStale()).isFalse();
            now.addAndGet(Duration.ofSeconds(2).toNanos());
            assertThat(connection.isStale()).isTrue();

            connection.passivate();
            assertThat(connection.isStale()).isFalse();
            other.close();
            assertThat(connection.isStale()).isTrue();
        }
    }

    @Test
    void connectionThatIsIdleHoldsNoRequest() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
                QuietConnection connection = new QuietConnection(now::get)) {
            connection.bind(socket);
            OutgoingRequest request = new OutgoingRequest("POST", new HttpHost("localhost"), "/contacts");
            connection.sendRequestHeader(request);
            connection.passivate();
            WeakReference<OutgoingRequest> held = new WeakReference<>(request);
            request = null;

            await().until(() -> {
                System.gc();
                return held.get() == null;
            });
        }
    }

    @Test
    void silenceEndsTheWaitAlsoOnASocketWithoutAChannel() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
                QuietConnection connection = new QuietConnection(now::get);
                RequestTimeouts timeouts = new RequestTimeouts(Duration.ofMinutes(5), Duration.ofMillis(300))) {
            connection.bind(socket);
            OutgoingRequest request = new OutgoingRequest("GET", new HttpHost("localhost"), "/contacts");
            request.setDependency(() -> {
                connection.close(CloseMode.IMMEDIATE);
                return true;
            });
            timeouts.begin(request);
            connection.sendRequestHeader(request);
            connection.flush();

            assertThatThrownBy(connection::receiveResponseHeader).isInstanceOf(IOException.class);
            assertThat(request.ended()).isEqualTo(OutgoingRequest.End.SILENCE);
        }
    }
}
