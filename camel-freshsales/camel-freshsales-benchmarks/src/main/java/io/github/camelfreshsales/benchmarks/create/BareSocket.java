// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Sends a request that was made before and throws its answer away: no client can be faster at this server. The others are
 * measured as long as they are well below it.
 */
final class BareSocket implements Contender {

    private final URI url;
    private final ThreadLocal<Line> lines = ThreadLocal.withInitial(this::connect);

    BareSocket(String domain) {
        this.url = URI.create(domain + "/api/contacts");
    }

    @Override
    public Map<?, ?> create(Map<String, Object> record) throws IOException {
        lines.get().exchange(record);
        return Map.of();
    }

    private Line connect() {
        try {
            Socket socket = new Socket(url.getHost(), url.getPort());
            socket.setTcpNoDelay(true);
            return new Line(socket, url);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of one caller. All its answers are as long as the first one. */
    private static final class Line {

        private static final String LENGTH = "content-length: ";

        private final Socket socket;
        private final URI url;
        private final byte[] buffer = new byte[16 * 1024];
        private byte[] request;
        private int answerLength = Integer.MAX_VALUE;

        Line(Socket socket, URI url) {
            this.socket = socket;
            this.url = url;
        }

        void exchange(Map<String, Object> record) throws IOException {
            if (request == null) {
                request = request(record);
            }
            socket.getOutputStream().write(request);
            int filled = 0;
            while (filled < answerLength) {
                int read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
                if (read < 0) {
                    throw new EOFException();
                }
                filled += read;
                if (answerLength == Integer.MAX_VALUE) {
                    learnLength(new String(buffer, 0, filled, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
                }
            }
        }

        private void learnLength(String answer) {
            int head = answer.indexOf("\r\n\r\n");
            if (head >= 0) {
                int from = answer.indexOf(LENGTH) + LENGTH.length();
                answerLength = head + 4 + Integer.parseInt(answer.substring(from, answer.indexOf('\r', from)));
            }
        }

        private byte[] request(Map<String, Object> record) throws IOException {
            byte[] body = new ObjectMapper().writeValueAsBytes(Map.of("contact", record));
            String head = "POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                    + "\r\nAuthorization: Token token=" + Sample.API_KEY
                    + "\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            return (head + new String(body, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        // the process ends, and its connections with it
    }
}
