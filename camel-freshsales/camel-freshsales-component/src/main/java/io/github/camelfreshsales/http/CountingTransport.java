package io.github.camelfreshsales.http;

/** Counts every request that leaves, and says in the log when the account begins or ceases to refuse them. */
public final class CountingTransport implements Transport {

    private final Transport next;
    private final Traffic traffic;
    private final RefusalLog log;

    public CountingTransport(ApiRoot root, Transport next, Traffic traffic) {
        this.next = next;
        this.traffic = traffic;
        this.log = new RefusalLog(root);
    }

    @Override
    public Response send(Request request) throws TransportException {
        traffic.sent();
        try {
            Response response = next.send(request);
            traffic.answered(response);
            log.answered(response, traffic.now());
            return response;
        } catch (TransportException e) {
            traffic.unanswered(e);
            throw e;
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
