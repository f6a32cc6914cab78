// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.server;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;
import wiremock.jakarta.servlet.http.Part;

/** A request whose body was read before. */
final class WholeRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final Collection<Part> parts;

    /** @param parts the parts of a multipart body, null when it is none */
    WholeRequest(HttpServletRequest request, byte[] body, Collection<Part> parts) {
        super(request);
        this.body = body;
        this.parts = parts;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Stored(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        return parts == null ? super.getParts() : parts;
    }

    @Override
    public Part getPart(String name) throws IOException, ServletException {
        return parts == null
                ? super.getPart(name)
                : parts.stream()
                        .filter(part -> part.getName().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private static final class Stored extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Stored(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is there already");
        }
    }
}
