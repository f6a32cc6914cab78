// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.util.List;

/** Counts every request that is sent, and logs when the account begins or stops refusing them. */
public final class CountingTransport implements Transport {

    private final Transport next;
    private final Traffic traffic;
    private final RefusalLog log;

    public CountingTransport(ApiRoot root, Transport next, Traffic traffic) {
        this(next, traffic, new RefusalLog(root));
    }

    private CountingTransport(Transport next, Traffic traffic, RefusalLog log) {
        this.next = next;
        this.traffic = traffic;
        this.log = log;
    }

    @Override
    public Transport abortedBy(List<AbortSignal> signals) {
        return new CountingTransport(next.abortedBy(signals), traffic, log);
    }

    @Override
    public Response send(Request request) throws TransportException {
        traffic.sent();
        long begin = System.nanoTime();
        try {
            Response response = next.send(request);
            traffic.responded(request, response, System.nanoTime() - begin);
            log.responded(response, traffic.now());
            return response;
        } catch (TransportException e) {
            traffic.failedWithoutResponse(request, e, System.nanoTime() - begin);
            throw e;
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
