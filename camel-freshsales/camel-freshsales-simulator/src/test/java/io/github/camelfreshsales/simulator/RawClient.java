// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;

/** Sends bytes as they are, well-formed or not. */
record RawClient(FreshsalesSimulator simulator) {

    private static final int LONGEST_SILENCE_MILLIS = 30_000;

    /** Status 0 stands for a connection that was closed without an answer. */
    record ApiResponse(int status, String text) {}

    /** A request with a body whose length is announced. */
    byte[] request(String method, String path, String headers, byte[] body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                + "Authorization: Token token=" + simulator.apiKey() + "\r\n"
                + (body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        return join(head.getBytes(ISO_8859_1), body);
    }

    /** A request whose body is written by the caller, chunk marks and all. */
    byte[] chunked(String path, String body) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Token token=" + simulator.apiKey() + "\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        return (head + body).getBytes(ISO_8859_1);
    }

    /** Sends the bytes, says that there are no more, and reads what comes back. */
    ApiResponse send(byte[] request) throws IOException {
        try (Socket socket = open()) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            String text = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return new ApiResponse(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
        }
    }

    Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", simulator.port());
        socket.setSoTimeout(LONGEST_SILENCE_MILLIS);
        return socket;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
