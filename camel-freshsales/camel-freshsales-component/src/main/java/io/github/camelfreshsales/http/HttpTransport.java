// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one request with classic HttpClient 5 and returns its complete response. */
public final class HttpTransport implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);

    private static final Header ACCEPT_JSON = new BasicHeader("Accept", "application/json");

    private final ApiRoot root;
    private final HttpHost target;
    private final Header authorization;
    private final KeyMask mask;
    private final AccountClient client;
    private final ResponseReader reader;

    /**
     * @param client          closed with this transport
     * @param maxResponseSize the largest response to read, in bytes after decompression
     */
    public HttpTransport(ApiRoot root, String apiKey, AccountClient client, long maxResponseSize) {
        this.root = root;
        this.target = new HttpHost(root.scheme(), root.host(), root.port());
        this.authorization = new Authorization(apiKey);
        this.mask = new KeyMask(apiKey);
        this.client = client;
        this.reader = new ResponseReader(maxResponseSize);
    }

    @Override
    public Response send(Request request) throws TransportException {
        return send(request, List.of());
    }

    /** The same transport for callers that may have to stop: each of the signals ends their requests under way. */
    @Override
    public Transport abortedBy(List<AbortSignal> signals) {
        return request -> send(request, signals);
    }

    private Response send(Request request, List<AbortSignal> signals) throws TransportException {
        OutgoingRequest message = new OutgoingRequest(request.method(), target, root.target(request));
        message.addHeader(authorization);
        addHeaders(request, message);
        RequestEntity entity = request.body() == null ? null : new RequestEntity(request.body(), message);
        message.setEntity(entity);
        String wanted = wantedEncoding(request);
        long start = System.nanoTime();
        begin(message, signals);
        try {
            Response response = client.execute(target, message, received -> reader.read(received, message, wanted));
            log(request, start, "returned ", response.status());
            return response;
        } catch (UnreadableResponse e) {
            log(request, start, "not readable, returned ", e.status());
            throw e.asException(message, mask);
        } catch (IOException | RuntimeException e) {
            log(request, start, "failed: ", e.getClass().getSimpleName());
            throw new NoResponse(e, message, entity, client.isOurs(), client.isClosed(), root).asException(mask);
        } finally {
            end(message, signals);
        }
    }

    private static void begin(OutgoingRequest message, List<AbortSignal> signals) {
        for (AbortSignal signal : signals) {
            signal.begin(message);
        }
    }

    private static void end(OutgoingRequest message, List<AbortSignal> signals) {
        for (AbortSignal signal : signals) {
            signal.end(message);
        }
    }

    private void addHeaders(Request request, OutgoingRequest message) {
        for (NameValue header : request.headers()) {
            message.addHeader(header.name(), header.value());
        }
        addUnlessGiven(ACCEPT_JSON, message);
        for (Header header : client.headers()) {
            addUnlessGiven(header, message);
        }
    }

    private static void addUnlessGiven(Header header, OutgoingRequest message) {
        if (!message.containsHeader(header.getName())) {
            message.addHeader(header);
        }
    }

    private static String wantedEncoding(Request request) {
        for (NameValue header : request.headers()) {
            if (header.name().equalsIgnoreCase("Accept-Encoding")) {
                return header.value();
            }
        }
        return null;
    }

    private void log(Request request, long start, String outcome, Object detail) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} {}{} in {} ms",
                    LogText.clean(request.method()),
                    LogText.clean(mask.mask(root.pathOf(request))),
                    outcome,
                    detail,
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** The key as a header whose text is never shown. */
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
}
