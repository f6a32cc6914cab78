// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.content.UnreadableJsonException;

/** Reads each success once, and checks whether it contains what its request asks for. */
public final class ReadingTransport implements Transport {

    private final Transport next;
    private final RecordReader reader;

    public ReadingTransport(Transport next, RecordReader reader) {
        this.next = next;
        this.reader = reader;
    }

    @Override
    public Response send(Request request) throws TransportException {
        Response response = next.send(request);
        boolean isForUs = response.isSuccessStatus() && request.expected() != Expected.BYTES;
        return isForUs ? read(request, response) : response;
    }

    private Response read(Request request, Response response) {
        try {
            Object content = reader.readJson(response.body());
            return response.read(content, request.expected().missing(content, request.isRead()));
        } catch (UnreadableJsonException e) {
            String type = response.mediaType().isEmpty() ? "of no media type" : response.mediaType();
            String advice =
                    request.expected() == Expected.ANYTHING ? "; outputFormat=raw gives any response as it is" : "";
            return response.read(null, "the response is not JSON (" + type + ")" + advice);
        }
    }

    /** Closes nothing: what is below belongs to the account. */
    @Override
    public void close() {}
}
