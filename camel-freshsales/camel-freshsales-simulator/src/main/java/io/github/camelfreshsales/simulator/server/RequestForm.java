// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.server;

import io.github.camelfreshsales.simulator.web.ApiError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import wiremock.jakarta.servlet.MultipartConfigElement;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.Part;
import wiremock.org.eclipse.jetty.server.MultiPartFormInputStream;

/** Whether a request is well-formed: what is not is refused here, before anything else looks at it. */
final class RequestForm {

    private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int MOST_PARTS = 100;

    private RequestForm() {}

    static void checkHead(HttpServletRequest request) {
        if (request.getMethod().equals("CONNECT")) {
            throw new ApiError(405, List.of("This is no proxy"));
        }
        String query = request.getQueryString();
        if (query != null && BROKEN_PERCENT.matcher(query).find()) {
            throw ApiError.badRequest("The query of the URL is not encoded well");
        }
    }

    static boolean isMultipart(HttpServletRequest request) {
        return contentType(request).startsWith("multipart/");
    }

    /** A compressed body must be whole, and not expand beyond all measure. */
    static void checkEncoding(HttpServletRequest request, byte[] body, IncomingBody memory, long limit) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding == null || !encoding.toLowerCase(Locale.ROOT).contains("gzip")) {
            return;
        }
        try (InputStream expanded = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] buffer = new byte[16 * 1024];
            long size = 0;
            for (int count = expanded.read(buffer); count >= 0; count = expanded.read(buffer)) {
                size += count;
                if (size > limit || !memory.take(count)) {
                    throw new ApiError(413, List.of("The request expands to too much"));
                }
            }
        } catch (IOException e) {
            throw ApiError.badRequest("The request is not compressed well");
        }
    }

    static void checkFormFields(HttpServletRequest request, byte[] body) {
        boolean isForm = contentType(request).startsWith("application/x-www-form-urlencoded");
        if (isForm
                && BROKEN_PERCENT
                        .matcher(new String(body, StandardCharsets.ISO_8859_1))
                        .find()) {
            throw ApiError.badRequest("The form is not encoded well");
        }
    }

    static Collection<Part> parts(HttpServletRequest request, byte[] body) {
        if (!contentType(request).startsWith("multipart/form-data")) {
            throw ApiError.badRequest("Of multipart bodies only multipart/form-data is understood");
        }
        try {
            MultipartConfigElement inMemory = new MultipartConfigElement(null, -1, -1, Integer.MAX_VALUE);
            return new MultiPartFormInputStream(
                            new ByteArrayInputStream(body), request.getContentType(), inMemory, null, MOST_PARTS)
                    .getParts();
        } catch (IOException | RuntimeException e) {
            throw ApiError.badRequest("The multipart body is not well-formed");
        }
    }

    private static String contentType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    }
}
