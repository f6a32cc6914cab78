// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads the heads of the responses of one connection. HttpCore takes a head that is cut off for a whole one, and a success
 * without a length for an empty one; here it is an error. It also remembers how far it came.
 */
final class ResponseParser extends DefaultHttpResponseParser {

    /** HttpCore before 5.4 has no limits of its own. They hold for trailers and the lines between chunks too. */
    static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(3)
            .build();

    private final Head head = new Head();
    private SessionInputBuffer buffer;
    private int status;

    ResponseParser() {
        super(LIMITS, null, null);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer input, InputStream in) throws IOException, HttpException {
        buffer = input;
        status = 0;
        head.in = in;
        return super.parse(input, head);
    }

    @Override
    protected ClassicHttpResponse createMessage(CharArrayBuffer line) throws IOException, HttpException {
        ClassicHttpResponse response = super.createMessage(line);
        status = response.getCode();
        return response;
    }

    void forget() {
        status = 0;
    }

    /** The status of the latest head, or 0 when there was not even that. */
    int status() {
        return status;
    }

    /** Whether bytes came behind a response that are not part of it. */
    boolean hasUnread() {
        return buffer != null && buffer.length() > 0;
    }

    /** Its end is in the middle of something. */
    private static final class Head extends InputStream {

        private InputStream in;

        @Override
        public int read() throws IOException {
            return whole(in.read());
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            return whole(in.read(bytes, start, length));
        }

        private static int whole(int result) throws IOException {
            if (result < 0) {
                throw new ConnectionClosedException("The connection was closed before the headers arrived");
            }
            return result;
        }
    }
}
