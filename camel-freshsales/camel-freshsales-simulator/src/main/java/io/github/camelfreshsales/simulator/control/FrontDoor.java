// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Sees every request first. It answers for the page and for {@code /simulator}, so that those are neither in the journal
 * nor counted and no stub or script changes them, lets through to WireMock's admin what does no harm, and gives the account
 * the rest.
 */
public final class FrontDoor extends HandlerWrapper {

    private static final String ROOT = "/simulator";

    private final SiteGuard guard;
    private final ControlApi api;
    private final AdminGuard admin = new AdminGuard();
    private final PageFiles files = new PageFiles();
    private final Runnable afterAdmin;

    /** @param afterAdmin runs when WireMock's admin may have changed something */
    public FrontDoor(SiteGuard guard, ControlApi api, Runnable afterAdmin) {
        this.guard = guard;
        this.api = api;
        this.afterAdmin = afterAdmin;
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean isControl = path.equals(ROOT) || path.startsWith(ROOT + "/");
        boolean isAdmin = path.equals("/__admin") || path.startsWith("/__admin/");
        boolean isPage = path.equals("/") && List.of("GET", "HEAD").contains(request.getMethod());
        if (!isControl && !isAdmin && !isPage) {
            super.handle(target, base, request, response);
            return;
        }
        Optional<ApiResponse> refusal =
                guard.refusal(base).map(why -> ControlApi.error(403, why)).or(() -> refusal(isAdmin, request));
        if (refusal.isPresent()) {
            send(refusal.get(), base, response);
        } else if (isAdmin) {
            super.handle(target, base, request, response);
            if (!request.getMethod().equals("GET")) {
                afterAdmin.run();
            }
        } else {
            Optional<ApiResponse> file = files.find(request.getMethod(), path);
            send(file.isPresent() ? file.get() : answer(path, request), base, response);
        }
    }

    private Optional<ApiResponse> refusal(boolean isAdmin, HttpServletRequest request) {
        if (isAdmin) {
            return admin.refusal(request).map(why -> ControlApi.error(403, why));
        }
        boolean changes = List.of("POST", "PUT", "PATCH").contains(request.getMethod());
        String type = request.getContentType();
        return changes && (type == null || !type.matches("(?i)application/json\\s*(;.*)?"))
                ? Optional.of(ControlApi.error(415, "Send Content-Type: application/json, also without a body"))
                : Optional.empty();
    }

    private ApiResponse answer(String path, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String below = path.equals(ROOT) ? "" : path.substring(ROOT.length() + 1);
        return api.handle(ApiRequest.of(request.getMethod(), below + query, request::getHeader, body, List.of(), ""));
    }

    private static void send(ApiResponse answer, Request base, HttpServletResponse response) throws IOException {
        base.setHandled(true);
        response.setStatus(answer.status());
        PageFiles.SECURITY_HEADERS.forEach(response::setHeader);
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        if (!base.getMethod().equals("HEAD")) {
            response.getOutputStream().write(answer.body());
        }
    }
}
