package io.github.camelfreshsales.http;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection without HttpClient's header and wire logs. Those would write the key and the customers' records into a
 * log as soon as somebody sets the root logger to DEBUG.
 *
 * <p>It is not used again after it was idle for a while. Gateways and firewalls forget idle connections, the more careful
 * ones after a minute, and not all of them say so: a create that is sent on such a connection has an unknown fate.
 */
final class QuietConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    private static final long MOST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final LongSupplier nanos;
    private Timeout socketTimeout = Timeout.DISABLED;
    private long idleSince;

    /** @param nanos a clock that only ever goes forward, such as {@link System#nanoTime} */
    QuietConnection(LongSupplier nanos) {
        super(Http1Config.DEFAULT);
        this.nanos = nanos;
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
        super.bind(socket);
        socketTimeout = Timeout.ofMilliseconds(socket.getSoTimeout());
    }

    @Override
    public void bind(SSLSocket tlsSocket, Socket socket) throws IOException {
        super.bind(new SocketHolder(tlsSocket, socket));
        socketTimeout = Timeout.ofMilliseconds(tlsSocket.getSoTimeout());
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
    }

    /** Asked before an idle connection is used again, see {@link HttpClients}. */
    @Override
    public boolean isStale() throws IOException {
        return nanos.getAsLong() - idleSince > MOST_IDLE_NANOS || super.isStale();
    }

    @Override
    public void activate() {
        super.setSocketTimeout(socketTimeout);
    }
}
