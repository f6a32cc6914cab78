// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * Reads a response whole, up to a limit, so that no connection stays open behind it. A connection with more to come is
 * dropped: draining it could take for ever. Of an error the status says what matters, so its body may break off.
 */
final class ResponseReader {

    private static final int MOST_OF_AN_ERROR = 64 * 1024;

    private final int most;

    /** @param most the largest success that is read, in bytes after any compression is undone */
    ResponseReader(long most) {
        this.most = (int) Math.min(most, Integer.MAX_VALUE - 16);
    }

    /** @param wanted the encoding that the request asks for itself, which is not undone, or null */
    Response read(ClassicHttpResponse response, OutgoingRequest request, String wanted) throws UnreadableResponse {
        List<NameValue> headers = new ArrayList<>(4);
        for (Header header : response.getHeaders()) {
            if (Response.HEADERS.contains(header.getName())) {
                headers.add(new NameValue(header.getName(), header.getValue()));
            }
        }
        return new Response(response.getCode(), headers, body(response, request, wanted));
    }

    private byte[] body(ClassicHttpResponse response, OutgoingRequest request, String wanted)
            throws UnreadableResponse {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return ReadBytes.NONE.bytes();
        }
        int status = response.getCode();
        boolean success = status < 300;
        int limit = success ? most : MOST_OF_AN_ERROR;
        String encoding = entity.getContentEncoding(); // before the entity is dropped
        ReadBytes sent = receive(entity, encoding == null ? limit : encoded(limit), success);
        if (!sent.isWhole()) {
            request.end(OutgoingRequest.End.DROPPED);
            response.setEntity(null); // or HttpClient drains it
        }
        if (success) {
            check(sent, status);
        }
        ReadBytes content = decode(sent, encoding, wanted, limit, status);
        if (success) {
            check(content, status);
        }
        return content.bytes();
    }

    /** What little content is grows when it is compressed. */
    private static int encoded(int limit) {
        return (int) Math.min(Integer.MAX_VALUE - 16, limit + 1024L + limit / 1000);
    }

    private static ReadBytes receive(HttpEntity entity, int limit, boolean success) {
        if (success && entity.getContentLength() > limit) {
            return new ReadBytes(ReadBytes.NONE.bytes(), true, null);
        }
        try {
            InputStream in = entity.getContent();
            return in == null ? ReadBytes.NONE : ReadBytes.of(in, entity.getContentLength(), limit);
        } catch (IOException e) {
            return new ReadBytes(ReadBytes.NONE.bytes(), false, e);
        }
    }

    private static ReadBytes decode(ReadBytes sent, String encoding, String wanted, int limit, int status)
            throws UnreadableResponse {
        if (encoding == null || sent.bytes().length == 0) {
            return sent;
        }
        ContentEncoding steps = ContentEncoding.of(encoding);
        if (steps.isKnown()) {
            return steps.undo(sent.bytes(), limit);
        }
        if (wanted != null) {
            return sent;
        }
        if (status < 300) {
            String name = encoding.matches("[\\w-]{1,20}") ? encoding : "of an unreadable name";
            throw new UnreadableResponse(
                    status, true, "the response has a content encoding that was not asked for, " + name, null);
        }
        return ReadBytes.NONE;
    }

    private void check(ReadBytes read, int status) throws UnreadableResponse {
        if (read.tooLong()) {
            throw new UnreadableResponse(
                    status,
                    false,
                    "the response is larger than maxResponseSize, " + most + " bytes; ask for less (perPage) or"
                            + " raise the option",
                    null);
        }
        if (read.failure() != null) {
            throw UnreadableResponse.cutOff(status, read.failure());
        }
    }
}
