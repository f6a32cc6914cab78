// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server that does on the wire whatever a test wants, byte by byte. Each connection follows the next script; the last
 * script serves all further connections.
 */
final class HostileServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");

    /** What happens on one connection. */
    interface Script {
        void play(Wire wire) throws Exception;
    }

    private final ServerSocket server;
    private final String scheme;
    private final List<Script> scripts;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    HostileServer(Script... scripts) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", scripts);
    }

    HostileServer(ServerSocket server, String scheme, Script... scripts) {
        this.server = server;
        this.scheme = scheme;
        this.scripts = List.of(scripts);
        daemon(this::accept);
    }

    /** One that speaks TLS, with the certificate of the simulator. */
    static HostileServer overTls(Script... scripts) throws IOException {
        ServerSocket server =
                trust().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new HostileServer(server, "https", scripts);
    }

    /** What trusts such a server. */
    static SSLContext trust() {
        return Tls.CONTEXT;
    }

    /** The certificate of the simulator and its key, read once: the key takes long to decrypt. */
    private static final class Tls {

        static final SSLContext CONTEXT = context();

        private static SSLContext context() {
            char[] password = FreshsalesSimulator.TRUST_STORE_PASSWORD.toCharArray();
            try {
                KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(store("key-store.p12", password), password);
                TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trust.init(store("trust-store.p12", password));
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
                return context;
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static KeyStore store(String name, char[] password) throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream stored = FreshsalesSimulator.class.getResourceAsStream(name)) {
                store.load(stored, password);
            }
            return store;
        }
    }

    /** Gives each request of each connection the same bytes, and keeps the connection. */
    static HostileServer answering(String response) throws IOException {
        return new HostileServer(wire -> {
            while (wire.receive() != null) {
                wire.send(response);
            }
        });
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    static HttpSettings settings(Duration responseTimeout, Duration callTimeout) {
        return new HttpSettings(Duration.ofSeconds(30), responseTimeout, callTimeout, 5, null, null, null);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "hostile");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true); // what was sent is there
                sockets.add(socket);
                Script script = scripts.get(Math.min(connections.getAndIncrement(), scripts.size() - 1));
                daemon(() -> play(script, socket));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void play(Script script, Socket socket) {
        try (socket) {
            script.play(new Wire(socket));
        } catch (Exception e) {
            // the client hung up, as many a test wants
        }
    }

    ApiRoot root() {
        return ApiRoot.of(scheme + "://localhost:" + server.getLocalPort() + "/api", List.of());
    }

    HttpTransport transport(HttpSettings settings) {
        return transport(settings, 100_000);
    }

    HttpTransport transport(HttpSettings settings, long maxResponseSize) {
        return new HttpTransport(root(), "kEy-0123456789abcdef", AccountClient.of(settings), maxResponseSize);
    }

    int connections() {
        return connections.get();
    }

    /** The requests that arrived, head and body. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One connection, seen from the server. */
    final class Wire {

        private final Socket socket;

        Wire(Socket socket) {
            this.socket = socket;
        }

        /** The next request, read whole, or null when there is none any more. */
        String receive() throws IOException {
            String head = receiveHead();
            if (head == null) {
                return null;
            }
            String request = head + new String(receiveBody(head), StandardCharsets.ISO_8859_1);
            requests.add(request);
            return request;
        }

        /** The body that belongs to a head, if a length is given. */
        byte[] receiveBody(String head) throws IOException {
            Matcher length = LENGTH.matcher(head);
            return length.find() ? socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        }

        /** Everything until the client hangs up, in whatever way. */
        String receiveAll() {
            StringBuilder all = new StringBuilder();
            try {
                for (int next = socket.getInputStream().read();
                        next >= 0;
                        next = socket.getInputStream().read()) {
                    all.append((char) next);
                }
            } catch (IOException e) {
                // reset
            }
            return all.toString();
        }

        /** The head of the next request; its body stays where it is. */
        String receiveHead() throws IOException {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return null;
                }
                head.write(next);
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        Wire send(String text) throws IOException {
            return send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        Wire send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        }

        /** Sends the same again and again, until the client hangs up. */
        void sendForEver(String text) throws IOException {
            byte[] bytes = text.repeat(Math.max(1, 8_000 / text.length())).getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                socket.getOutputStream().write(bytes);
            }
        }

        /** Sends the same again and again, but slowly, until the client hangs up. */
        void drip(String text) throws Exception {
            while (true) {
                send(text);
                new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
            }
        }

        /** Says nothing more, until the client hangs up. */
        void hang() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // whatever comes is of no interest
            }
        }

        void close() throws IOException {
            socket.close();
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
