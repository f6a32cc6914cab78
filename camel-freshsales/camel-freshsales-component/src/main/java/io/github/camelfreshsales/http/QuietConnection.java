// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that trusts no server, and that has none of HttpClient's header and wire logs. These would write the key and the
 * customers' records into a log as soon as somebody sets the root logger to DEBUG.
 *
 * <p>It is used again only if nothing has come since the last response, neither bytes, which the next request would take for
 * its response, nor the end; and not after it was idle for a while. Gateways and firewalls forget idle connections, the more
 * careful ones after a minute, and not all of them say so: a create that is sent on such a connection has an unknown outcome.
 */
final class QuietConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    private static final long MOST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int MOST_INTERIM_RESPONSES = 20;

    private final ResponseParser parser;
    private final EarlyResponse early;
    private final LongSupplier nanos;
    private Timeout socketTimeout = Timeout.DISABLED;
    private long idleSince;
    private int interimResponses;
    private boolean unfit;
    private IOException writeFailure;
    private volatile boolean closed;

    /** @param nanos a clock that only ever goes forward, such as {@link System#nanoTime} */
    QuietConnection(LongSupplier nanos) {
        this(nanos, new ResponseParser());
    }

    private QuietConnection(LongSupplier nanos, ResponseParser parser) {
        this(nanos, parser, new EarlyResponse(parser));
    }

    private QuietConnection(LongSupplier nanos, ResponseParser parser, EarlyResponse early) {
        super(ResponseParser.LIMITS, null, null, null, null, early, null, limits -> parser);
        this.nanos = nanos;
        this.parser = parser;
        this.early = early;
    }

    static HttpConnectionFactory<ManagedHttpClientConnection> factory() {
        return new HttpConnectionFactory<>() {
            @Override
            public ManagedHttpClientConnection createConnection(Socket socket) throws IOException {
                QuietConnection connection = new QuietConnection(System::nanoTime);
                if (socket != null) {
                    connection.bind(socket);
                }
                return connection;
            }
        };
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(null, socket, socket);
    }

    @Override
    public void bind(SSLSocket tlsSocket, Socket socket) throws IOException {
        bind(tlsSocket, socket, tlsSocket);
    }

    private void bind(SSLSocket tlsSocket, Socket socket, Socket used) throws IOException {
        if (closed) {
            // the request was ended while its connection was being made
            socket.close();
            throw new ConnectionClosedException();
        }
        super.bind(tlsSocket == null ? new WatchedSocket(socket) : new WatchedSocket(tlsSocket, socket));
        socketTimeout = Timeout.ofMilliseconds(used.getSoTimeout());
    }

    @Override
    public Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public SSLSession getSSLSession() {
        return getSocket() instanceof SSLSocket tls ? tls.getSession() : null;
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        super.setSocketTimeout(timeout);
        socketTimeout = timeout;
    }

    @Override
    public void passivate() {
        idleSince = nanos.getAsLong();
        super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
        serve(null); // an idle connection holds no record
    }

    @Override
    public void activate() {
        super.setSocketTimeout(socketTimeout);
    }

    /** Asked before each use of a kept connection, see {@link HttpClients}. */
    @Override
    public boolean isStale() throws IOException {
        return nanos.getAsLong() - idleSince > MOST_IDLE_NANOS || parser.hasUnread() || hasNews();
    }

    private boolean hasNews() throws IOException {
        WatchedSocket socket = watchedSocket();
        if (socket == null) {
            return true;
        }
        return socket.hasChannel()
                ? socket.hasNews()
                : socket.hasDecrypted() || super.isStale() || parser.hasUnread(); // waits for a millisecond
    }

    private void serve(OutgoingRequest request) {
        WatchedSocket socket = watchedSocket();
        if (socket != null) {
            socket.serves(request);
        }
    }

    private WatchedSocket watchedSocket() {
        return (WatchedSocket) getSocketHolder();
    }

    /** Asked when a response has been read, before the connection is kept. */
    @Override
    public boolean isConsistent() {
        return super.isConsistent() && !unfit && !isRequestCut() && !parser.hasUnread();
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        interimResponses = 0;
        parser.forget();
        OutgoingRequest ours = request instanceof OutgoingRequest outgoing ? outgoing : null;
        if (ours != null) {
            ours.sendingBegins();
            super.setSocketTimeout(Timeout.ZERO_MILLISECONDS); // see RequestTimeouts
        }
        serve(ours);
        super.sendRequestHeader(request);
    }

    /** A service that closes the connection in the middle of a body may have said why before that. */
    @Override
    public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
        try {
            super.sendRequestEntity(request);
        } catch (RequestEntity.BrokenBody e) {
            throw e;
        } catch (IOException e) {
            writeFailure = e;
        }
    }

    private boolean isRequestCut() {
        return early.isThere() || writeFailure != null;
    }

    @Override
    public void flush() throws IOException {
        if (!isRequestCut()) {
            super.flush();
        }
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        ClassicHttpResponse response = early.isThere() ? early.get() : receive();
        if (response.getCode() < 200 && ++interimResponses > MOST_INTERIM_RESPONSES) {
            throw new ProtocolException("More than " + MOST_INTERIM_RESPONSES + " interim responses");
        }
        if (isRequestCut() && response.getCode() >= 200 && response.getCode() < 300) {
            throw new UnreadableResponse(
                    response.getCode(), true, "the response arrived before the request had been sent", null);
        }
        return response;
    }

    /** Once there is a status it counts, whatever becomes of the headers behind it. */
    private ClassicHttpResponse receive() throws HttpException, IOException {
        try {
            return super.receiveResponseHeader();
        } catch (HttpException | IOException e) {
            unfit = true;
            if (parser.status() >= 300) {
                return new BasicClassicHttpResponse(parser.status());
            }
            if (parser.status() >= 200) {
                throw UnreadableResponse.cutOff(parser.status(), e);
            }
            if (writeFailure != null) {
                throw writeFailure;
            }
            throw e;
        }
    }

    @Override
    public void receiveResponseEntity(ClassicHttpResponse response) throws HttpException, IOException {
        if (unfit) {
            return;
        }
        try {
            super.receiveResponseEntity(response);
        } catch (HttpException e) {
            unfit = true;
            if (response.getCode() < 300) {
                throw new UnreadableResponse(
                        response.getCode(), true, "the response does not say how long it is", SafeCause.of(e));
            }
        }
    }

    @Override
    public void close(CloseMode mode) {
        closed = true;
        super.close(mode);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }
}
