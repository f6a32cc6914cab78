package io.github.camelfreshsales.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.entity.DeflateInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one request with classic HttpClient 5 and reads its answer whole, up to a limit, so that no connection stays
 * open behind it.
 */
public final class HttpTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);

    private static final int MOST_OF_AN_ERROR = 64 * 1024;
    private static final Header ACCEPT_JSON = new BasicHeader("Accept", "application/json");

    private final ApiRoot root;
    private final HttpHost target;
    private final Header authorization;
    private final AccountClient client;
    private final long maxResponseSize;

    /**
     * @param client          closed with this transport
     * @param maxResponseSize the largest answer that is read, in bytes after any compression is undone
     */
    public HttpTransport(ApiRoot root, String apiKey, AccountClient client, long maxResponseSize) {
        this.root = root;
        this.target = new HttpHost(root.scheme(), root.host(), root.port());
        this.authorization = new Authorization(apiKey);
        this.client = client;
        this.maxResponseSize = maxResponseSize;
    }

    @Override
    public Response send(Request request) throws TransportException {
        BasicClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), target, root.target(request));
        message.addHeader(authorization);
        addHeaders(request, message);
        RequestEntity entity = request.body() == null ? null : new RequestEntity(request.body());
        message.setEntity(entity);
        long start = System.nanoTime();
        try {
            Response response = client.execute(target, message, this::read);
            log(request, start, "answered " + response.status());
            return response;
        } catch (UnreadableAnswer e) {
            log(request, start, "answered " + e.status + ", unreadable");
            throw new TransportException(
                    TransportException.Stage.ANSWERED, e.status, e.getCause() != null, e.getMessage(), e.getCause());
        } catch (IOException e) {
            log(request, start, "failed: " + e.getClass().getSimpleName());
            throw new TransportException(stageOf(e, entity), 0, !isTls(e), whatHappened(e), e);
        }
    }

    private void addHeaders(Request request, BasicClassicHttpRequest message) {
        for (NameValue header : request.headers()) {
            message.addHeader(header.name(), header.value());
        }
        addUnlessGiven(ACCEPT_JSON, message);
        for (Header header : client.headers()) {
            addUnlessGiven(header, message);
        }
    }

    private static void addUnlessGiven(Header header, BasicClassicHttpRequest message) {
        if (!message.containsHeader(header.getName())) {
            message.addHeader(header);
        }
    }

    private Response read(ClassicHttpResponse answer) throws IOException {
        List<NameValue> headers = new ArrayList<>(4);
        for (Header header : answer.getHeaders()) {
            if (Response.HEADERS.contains(header.getName())) {
                headers.add(new NameValue(header.getName(), header.getValue()));
            }
        }
        return new Response(answer.getCode(), headers, readBody(answer));
    }

    private byte[] readBody(ClassicHttpResponse answer) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream in = entity.getContent()) {
            return in == null ? new byte[0] : decode(in, entity, answer.getCode());
        } catch (UnreadableAnswer e) {
            throw e;
        } catch (IOException e) {
            if (answer.getCode() >= 300) {
                return new byte[0]; // the status says what matters
            }
            throw new UnreadableAnswer(answer.getCode(), "the connection broke in the middle of the answer", e);
        }
    }

    private byte[] decode(InputStream in, HttpEntity entity, int status) throws IOException {
        String encoding = entity.getContentEncoding();
        if (encoding == null) {
            return readAtMost(in, entity.getContentLength(), status);
        }
        return switch (encoding.trim().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> readAtMost(new GZIPInputStream(in), -1, status);
            case "deflate" -> readAtMost(new DeflateInputStream(in), -1, status);
            default -> readAtMost(in, entity.getContentLength(), status);
        };
    }

    private byte[] readAtMost(InputStream in, long announced, int status) throws IOException {
        if (status >= 300) {
            return in.readNBytes(MOST_OF_AN_ERROR);
        }
        int most = (int) Math.min(maxResponseSize, Integer.MAX_VALUE - 16);
        if (announced > most) {
            throw tooLarge(status);
        }
        if (announced >= 0) {
            return in.readNBytes((int) announced); // into an array of just that size
        }
        byte[] bytes = in.readNBytes(most);
        if (bytes.length == most && in.read() >= 0) {
            throw tooLarge(status);
        }
        return bytes;
    }

    private UnreadableAnswer tooLarge(int status) {
        return new UnreadableAnswer(
                status,
                "the answer is larger than maxResponseSize, " + maxResponseSize + " bytes; ask for less (perPage) or"
                        + " raise the option",
                null);
    }

    private static TransportException.Stage stageOf(IOException e, RequestEntity entity) {
        boolean neverConnected = e instanceof UnknownHostException
                || e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof NoRouteToHostException
                || e instanceof ConnectionRequestTimeoutException
                || isTls(e);
        boolean bodyUntouched = entity != null && !entity.writingBegan();
        return neverConnected || bodyUntouched ? TransportException.Stage.NOT_SENT : TransportException.Stage.SENT;
    }

    private static boolean isTls(IOException e) {
        return e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException;
    }

    private String whatHappened(IOException e) {
        if (e instanceof RequestEntity.BrokenBody) {
            return "the body broke while it was being sent: " + e.getMessage();
        }
        if (e instanceof UnknownHostException) {
            return "the host " + root.host() + " does not resolve; check the option domain and the network's DNS";
        }
        if (e instanceof ConnectTimeoutException) {
            return "no connection to " + root.origin() + " within connectTimeout";
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return "no connection became free; raise maxConnections or call from fewer threads";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "the connection to " + root.origin() + " was refused; check the option domain and any proxy";
        }
        if (isTls(e)) {
            return "the TLS certificate of " + root.origin() + " is not trusted, or TLS could not be agreed on; name"
                    + " what to trust in sslContextParameters";
        }
        if (e instanceof java.net.SocketTimeoutException) {
            return "no answer within responseTimeout";
        }
        return "the connection broke before an answer came (" + e.getClass().getSimpleName() + ")";
    }

    private void log(Request request, long start, String outcome) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} {} in {} ms",
                    request.method(),
                    root.pathOf(request),
                    outcome,
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** The key as a header whose text is for nobody's eyes. */
    private static final class Authorization extends BasicHeader {

        private static final long serialVersionUID = 1L;

        Authorization(String apiKey) {
            super("Authorization", "Token token=" + apiKey, true);
        }

        @Override
        public String toString() {
            return "Authorization: Token token=xxxxxx";
        }
    }

    /** A success whose body could not be read. */
    private static final class UnreadableAnswer extends IOException {

        private static final long serialVersionUID = 1L;
        private final int status;

        UnreadableAnswer(int status, String message, IOException cause) {
            super(message, cause);
            this.status = status;
        }
    }
}
