// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.server;

import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.ErrorResponses;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.jakarta.servlet.AsyncEvent;
import wiremock.jakarta.servlet.AsyncListener;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.jakarta.servlet.http.Part;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Lets a request in when it is there as a whole and well-formed. A client that sends its body slowly, or half of it, holds
 * no thread meanwhile; a broken request is refused in the service's own form.
 */
public final class RequestIntake extends HandlerWrapper {

    private static final String BODY = IncomingBody.class.getName();
    private static final int SMALL = 64 * 1024;
    private static final long MEGABYTE = 1024 * 1024;
    private static final long LONGEST_WAIT_MILLIS = 300_000;

    private final ErrorResponses errors = new ErrorResponses(any -> false);
    private final MemoryBudget budget;
    private final long mostBytes;
    private final long mostFileBytes;
    private final long mostStateBytes;

    /** @param heap how much memory there is; limits follow from it */
    public RequestIntake(Handler handler, long heap) {
        setHandler(handler);
        this.budget = new MemoryBudget(heap / 2);
        this.mostBytes = Math.min(16 * MEGABYTE, heap / 32);
        this.mostFileBytes = Math.min(64 * MEGABYTE, heap / 24);
        this.mostStateBytes = Math.min(512 * MEGABYTE, heap / 8);
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getAttribute(BODY) instanceof IncomingBody body) {
            process(target, base, request, response, body);
            return;
        }
        try {
            RequestForm.checkHead(request);
        } catch (ApiError refusal) {
            answer(refusal, response);
            base.setHandled(true);
            return;
        }
        if (hasNoBody(base)) {
            pass(target, base, request, response);
        } else {
            receive(target, base, request, response);
        }
    }

    /** A small body that is there already is taken at once, any other one as it comes. */
    private void receive(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServletInputStream input = base.getInputStream();
        long length = base.getContentLengthLong();
        IncomingBody body = new IncomingBody(limit(request), budget);
        if (length > 0 && length <= SMALL && input.available() >= length) {
            byte[] bytes = input.readNBytes((int) length);
            body.add(bytes, bytes.length);
            process(target, base, request, response, body);
            return;
        }
        base.setHandled(true);
        AsyncContext waiting = base.startAsync(request, response);
        waiting.setTimeout(LONGEST_WAIT_MILLIS);
        Arrival arrival = new Arrival(input, body, waiting, request, response);
        waiting.addListener(arrival);
        input.setReadListener(arrival);
    }

    private void process(
            String target, Request base, HttpServletRequest request, HttpServletResponse response, IncomingBody body)
            throws IOException {
        try {
            pass(target, base, whole(request, body), response);
        } catch (ApiError refusal) {
            answer(refusal, response);
            base.setHandled(true);
        } finally {
            body.release();
        }
    }

    private WholeRequest whole(HttpServletRequest request, IncomingBody body) {
        byte[] bytes = body.whole();
        RequestForm.checkEncoding(request, bytes, body, limit(request));
        RequestForm.checkFormFields(request, bytes);
        Collection<Part> parts = RequestForm.isMultipart(request) ? RequestForm.parts(request, bytes) : null;
        return new WholeRequest(request, bytes, parts);
    }

    /** What still goes wrong is told without the insides of the program. */
    private void pass(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            super.handle(target, base, request, response);
        } catch (Exception | StackOverflowError e) {
            System.getLogger(RequestIntake.class.getName()).log(System.Logger.Level.DEBUG, "A request failed", e);
            base.setHandled(true);
            answer(new ApiError(500, List.of("Something went wrong")), response);
        }
    }

    private long limit(HttpServletRequest request) {
        if (RequestForm.isMultipart(request)) {
            return mostFileBytes;
        }
        return request.getRequestURI().equals("/simulator/state") ? mostStateBytes : mostBytes;
    }

    private static boolean hasNoBody(Request base) {
        long length = base.getContentLengthLong();
        boolean toldInHead = base.getHttpVersion().getVersion() < HttpVersion.HTTP_2.getVersion();
        return length == 0 || (length < 0 && toldInHead && base.getHeader("Transfer-Encoding") == null);
    }

    private void answer(ApiError refusal, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ApiResponse answer = errors.of(refusal);
        response.reset();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** One body on its way. */
    private final class Arrival implements ReadListener, AsyncListener {
        private final byte[] buffer = new byte[8 * 1024];
        private final ServletInputStream input;
        private final IncomingBody body;
        private final AsyncContext waiting;
        private final HttpServletRequest request;
        private final HttpServletResponse response;

        Arrival(
                ServletInputStream input,
                IncomingBody body,
                AsyncContext waiting,
                HttpServletRequest request,
                HttpServletResponse response) {
            this.input = input;
            this.body = body;
            this.waiting = waiting;
            this.request = request;
            this.response = response;
        }

        @Override
        public void onDataAvailable() throws IOException {
            while (input.isReady()) {
                int count = input.read(buffer);
                if (count < 0) {
                    return;
                }
                body.add(buffer, count);
                if (body.isEndless()) {
                    throw new IOException("A body without an end");
                }
            }
        }

        @Override
        public void onAllDataRead() {
            request.setAttribute(BODY, body);
            waiting.dispatch();
        }

        @Override
        public void onError(Throwable problem) {
            end(ApiError.badRequest("The body of the request broke off"));
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            end(new ApiError(408, List.of("The body of the request took too long")));
        }

        private void end(ApiError refusal) {
            body.release();
            try {
                answer(refusal, response);
            } catch (IOException | RuntimeException gone) {
                System.getLogger(RequestIntake.class.getName())
                        .log(System.Logger.Level.DEBUG, "Nobody is there to be told", gone);
            }
            waiting.complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
