// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/**
 * The socket of a connection. It tells the request that it serves when it waits for the server, for {@link RequestTimeouts},
 * and it shows without a wait whether the server has sent anything unasked.
 */
final class WatchedSocket extends SocketHolder {

    private final ByteBuffer oneByte = ByteBuffer.allocate(1);
    private OutgoingRequest request;

    WatchedSocket(Socket socket) {
        super(socket);
    }

    WatchedSocket(SSLSocket tlsSocket, Socket socket) {
        super(tlsSocket, socket);
    }

    /** @param next the request whose response is read from now on, or null for what a full client sends: copies, and tunnels */
    void serves(OutgoingRequest next) {
        request = next;
    }

    /** Only a socket with a channel has an answer to {@link #hasNews} at once. */
    boolean hasChannel() {
        return getBaseSocket().getChannel() != null;
    }

    /** Whether bytes have come, or the end. */
    boolean hasNews() throws IOException {
        if (hasDecrypted()) {
            return true;
        }
        SocketChannel channel = getBaseSocket().getChannel();
        oneByte.clear();
        channel.configureBlocking(false);
        try {
            return channel.read(oneByte) != 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    /** Whether TLS holds bytes that the socket itself no longer shows. */
    boolean hasDecrypted() throws IOException {
        return getSSLSocket() != null && getSSLSocket().getInputStream().available() > 0;
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
        return new Input(super.getInputStream(socket));
    }

    private final class Input extends FilterInputStream {

        Input(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            OutgoingRequest current = request;
            if (current == null) {
                return in.read(bytes, start, length);
            }
            current.listens();
            try {
                return in.read(bytes, start, length);
            } finally {
                current.hears();
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }
}
