// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headers of a response report of the quota, under all names that are in use. Their meaning is not documented, so a
 * value that is not understood or not possible counts as missing.
 *
 * @param limit     the calls of the window, or null
 * @param remaining the calls that are left, or null
 * @param window    how long the window is, or null
 * @param reset     the time until the window ends, or null
 */
record RateLimit(Integer limit, Integer remaining, Duration window, Duration reset) {

    /** Limits of a minute are 400, of an hour 1000 and more; nothing else has been seen. */
    private static final int SMALLEST_OF_AN_HOUR = 1_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FURTHEST = Duration.ofHours(2);
    /** A value in whole seconds may be too short by nearly one second. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,9})(\\.\\d*)?\\s*([,;].*)?");
    private static final Pattern WINDOW = Pattern.compile("(\\d{1,9})\\s*;\\s*w\\s*=\\s*(\\d{1,9})");

    /** What a response reports, or null if it reports nothing. */
    static RateLimit of(Response response, Instant now) {
        String limit = header(response, "X-RateLimit-Limit", "RateLimit-Limit");
        String remaining = header(response, "X-RateLimit-Remaining", "RateLimit-Remaining");
        if (limit != null || remaining != null) {
            String reset = header(response, "X-RateLimit-Reset", "RateLimit-Reset");
            return of(limit, remaining, window(limit), reset, response, now);
        }
        String all = response.header("RateLimit");
        return all == null ? null : ofOneHeader(all, response.header("RateLimit-Policy"), response, now);
    }

    private static String header(Response response, String name, String otherName) {
        String value = response.header(name);
        return value == null ? response.header(otherName) : value;
    }

    /** The one header of the later drafts: {@code limit=100, remaining=5, reset=30} or {@code "default";r=5;t=30}. */
    private static RateLimit ofOneHeader(String all, String policy, Response response, Instant now) {
        String limit = parameter("limit", all);
        String remaining = parameter("remaining", all);
        if (limit != null || remaining != null) {
            return of(limit, remaining, window(policy), parameter("reset", all), response, now);
        }
        String quota = policy == null ? null : parameter("q", policy);
        String window = policy == null ? null : parameter("w", policy);
        return of(quota, parameter("r", all), number(window), parameter("t", all), response, now);
    }

    private static String parameter(String name, String text) {
        Matcher found = Pattern.compile("(?:^|[,;\\s])" + name + "\\s*=\\s*\"?([^,;\\s\"]+)")
                .matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static RateLimit of(
            String limit, String remaining, Integer window, String reset, Response response, Instant now) {
        Integer most = number(limit);
        Integer left = number(remaining);
        if (most == null && left == null || most != null && left != null && left > most) {
            return null;
        }
        Duration until = reset == null ? null : HeaderTime.until(reset.trim(), HeaderTime.now(response, now));
        if (until == null || until.compareTo(FURTHEST) > 0) {
            return new RateLimit(most, left, seconds(window), null);
        }
        boolean over = until.isNegative(); // then what was left of it means nothing any more
        return new RateLimit(most, over ? null : left, seconds(window), over ? null : until.plus(MARGIN));
    }

    private static Duration seconds(Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** The first number of a list. */
    private static Integer number(String text) {
        Matcher number = text == null ? null : NUMBER.matcher(text);
        return number != null && number.matches() ? Integer.valueOf(number.group(1)) : null;
    }

    /** The window that goes with the first limit: {@code 100;w=60}, or {@code 100, 100;w=60, 1000;w=3600}. */
    private static Integer window(String limit) {
        Integer first = number(limit);
        Matcher policy = limit == null ? null : WINDOW.matcher(limit);
        while (policy != null && policy.find()) {
            if (first == null || Integer.valueOf(policy.group(1)).equals(first)) {
                return Integer.valueOf(policy.group(2));
            }
        }
        return null;
    }

    /** Whether the limit is that of a minute, as far as that is known. */
    boolean isOfMinute() {
        return window == null ? !lastsLonger() && limit != null && limit < SMALLEST_OF_AN_HOUR : window.equals(MINUTE);
    }

    boolean isOfHour() {
        return window == null ? !isOfMinute() && limit != null : window.equals(Duration.ofHours(1));
    }

    private boolean lastsLonger() {
        return reset != null && reset.compareTo(MINUTE.plus(MARGIN)) > 0;
    }
}
