// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks and encodes the segments of a path. Ids and paths come from messages, so nothing in them may lead to another
 * place than the one that was meant: no dot segments, no separators, also not in an encoded form.
 */
public final class PathSegments {

    private static final String UNRESERVED = "-._~";

    private PathSegments() {}

    /**
     * Checks text that is to be exactly one segment, such as an id.
     *
     * @param what what it is, for the message of the error: {@code recordId}
     */
    public static String one(String what, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is empty");
        }
        String segment = text.trim();
        String problem = problem(segment);
        if (problem != null) {
            throw new IllegalArgumentException("The " + what + " " + problem
                    + ", so it cannot be one part of a path. A " + what + " looks like 70041234567 or contacts");
        }
        return segment;
    }

    /**
     * Splits a path at its slashes. A leading slash is ignored; percent-encoding in it is undone, since the segments are
     * encoded again when they are sent.
     *
     * @param what what it is, for the message of the error
     */
    public static List<String> split(String what, String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        List<String> segments = new ArrayList<>();
        for (String part : relative.split("/", -1)) {
            if (part.isEmpty()) {
                throw new IllegalArgumentException(
                        "The " + what + " has an empty segment (two slashes in a row, or one at"
                                + " its end). Write it like contacts/view/12");
            }
            String segment = decoded(what, part);
            String problem = problem(segment);
            if (problem != null) {
                throw new IllegalArgumentException("A segment of the " + what + " " + problem
                        + ". Write it like contacts/view/12, below the API root");
            }
            segments.add(segment);
        }
        return segments;
    }

    private static String problem(String segment) {
        String once = decodedOrSame(segment);
        String twice = decodedOrSame(once);
        for (String form : List.of(segment, once, twice)) {
            String problem = problemAsWritten(form);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static String problemAsWritten(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return "is . or .. or empty";
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '/' || c == '\\') {
                return "holds a slash or a backslash, plain or encoded";
            }
            if (Character.isISOControl(c)) {
                return "holds a control character, plain or encoded";
            }
        }
        return null;
    }

    private static String decoded(String what, String part) {
        try {
            // URLDecoder is made for forms, where a plus is a blank; in a path it is itself
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The " + what + " holds a percent sign that starts no encoding; write a plain one as %25", e);
        }
    }

    private static String decodedOrSame(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Appends the text in percent-encoding; beside the unreserved characters those in {@code alsoPlain} stay plain. */
    static void encode(String text, String alsoPlain, StringBuilder out) {
        if (isPlain(text, alsoPlain)) {
            out.append(text);
            return;
        }
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isPlain(c, alsoPlain)) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
    }

    private static boolean isPlain(String text, String alsoPlain) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i), alsoPlain)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c, String alsoPlain) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || UNRESERVED.indexOf(c) >= 0
                || alsoPlain.indexOf(c) >= 0;
    }
}
