package io.github.camelfreshsales.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the service answered, read whole.
 *
 * @param status  the HTTP status
 * @param headers those of its headers that mean something here, in the order they came
 * @param body    the bytes, after any content encoding is undone; empty when there were none
 * @param history how many requests it took
 */
public record Response(int status, List<NameValue> headers, byte[] body, History history) {

    /** The names of the headers that are kept, in any case; an answer may bring many more. */
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
            "RateLimit-Reset");

    private static Set<String> headers(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return Collections.unmodifiableSet(set);
    }

    public Response {
        headers = List.copyOf(headers);
    }

    /** The answer to a first attempt. */
    public Response(int status, List<NameValue> headers, byte[] body) {
        this(status, headers, body, History.FIRST);
    }

    Response after(History newHistory) {
        return newHistory == history ? this : new Response(status, headers, body, newHistory);
    }

    /** The answer of a delete that had succeeded before it was repeated. */
    static Response gone(History history) {
        return new Response(200, List.of(), new byte[0], history);
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
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

    /** The media type without parameters, in lower case; empty when the answer names none. */
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

    /** The body as text, in the character set that the answer names, else UTF-8. */
    public String text() {
        return new String(body, charset());
    }

    private Charset charset() {
        String type = header("Content-Type");
        int at = type == null ? -1 : type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return StandardCharsets.UTF_8;
        }
        String name = type.substring(at + 8).split(";")[0].trim().replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Without the body, which belongs into no log. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}
