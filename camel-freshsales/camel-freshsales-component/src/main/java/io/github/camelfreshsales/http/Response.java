// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The complete response of the service.
 *
 * @param status  the HTTP status
 * @param headers the headers that the component uses, in their order
 * @param body    the bytes, after any content encoding is undone; empty when there were none
 * @param history how many requests it took
 * @param content the JSON of a success as Map, List or scalar; null when there is none, or when nobody asked for it
 * @param problem why a 2xx is not what was asked for, in words that quote nothing of it, or null
 */
public record Response(
        int status, List<NameValue> headers, byte[] body, History history, Object content, String problem) {

    /** The names of the headers that are kept, in any case; a response may bring many more. */
    static final Set<String> HEADERS = headers(
            "Content-Type",
            "Date",
            "Location",
            "Retry-After",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "RateLimit",
            "RateLimit-Policy");

    private static Set<String> headers(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return Collections.unmodifiableSet(set);
    }

    public Response {
        headers = List.copyOf(headers);
    }

    /** The response to a first request, before it is read. */
    public Response(int status, List<NameValue> headers, byte[] body) {
        this(status, headers, body, History.FIRST, null, null);
    }

    Response after(History newHistory) {
        return newHistory == history ? this : new Response(status, headers, body, newHistory, content, problem);
    }

    /** The same response after its body was read. */
    Response read(Object newContent, String newProblem) {
        return new Response(status, headers, body, history, newContent, newProblem);
    }

    /** The response to a delete that had succeeded before it was sent again. */
    static Response gone(History history) {
        return new Response(200, List.of(), new byte[0], history, null, null);
    }

    /** Whether the status is that of a success. What was asked for may be missing all the same. */
    public boolean isSuccessStatus() {
        return status >= 200 && status < 300;
    }

    /** Whether the service did what it was asked to, as far as the response has been read. */
    public boolean succeeded() {
        return isSuccessStatus() && problem == null;
    }

    /** The first header of that name, in any case, or null. */
    public String header(String name) {
        for (NameValue header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** The media type without parameters, in lower case; empty when the response names none. */
    public String mediaType() {
        String type = header("Content-Type");
        if (type == null) {
            return "";
        }
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }

    /** Whether it says that it is a page for people, and so comes from something else than the API. */
    public boolean isHtml() {
        String type = header("Content-Type");
        return type != null && type.trim().regionMatches(true, 0, "text/html", 0, "text/html".length());
    }

    /** The body as text, in the character set that the response names, else UTF-8. */
    public String text() {
        return new String(body, charset());
    }

    private Charset charset() {
        String type = header("Content-Type");
        int at = type == null ? -1 : type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        int end = type.indexOf(';', at);
        String name =
                type.substring(at + 8, end < 0 ? type.length() : end).trim().replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8; // no name, or one that Java does not know
        }
    }

    /** Without the body, which must not appear in a log. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
