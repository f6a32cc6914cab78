// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that goes wrong next, as texts say it. On the command line it is {@code 429,times=2,on=POST contacts}.
 *
 * @param kind a status, or one of {@link #KINDS}
 * @param times how many requests, 0 for all until the faults are cleared
 * @param on method and path below the API root, with {@code *} for anything; null for every request
 * @param retryAfter the header of that name, or null
 * @param delay how long the answer is held back
 */
public record Fault(String kind, int times, String on, String retryAfter, Duration delay, boolean afterProcessing) {

    /** What a fault can be beside a status. */
    public static final List<String> KINDS = List.of("slow", "busy", "drop", "empty", "garbage", "brokenBody");

    static final String[] KEYS = {"fault", "times", "on", "retryAfter", "delay", "afterProcessing"};

    private static final List<String> METHODS =
            List.of("*", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Duration USUAL_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    /** Reads the form of the command line: the kind, then {@code key=value}, with commas between. */
    public static Fault parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            String[] pair = part.split("=", 2);
            if (values.isEmpty() && pair.length == 1) {
                values.put("fault", part.strip());
            } else if (pair.length == 2 && List.of(KEYS).contains(pair[0].strip())) {
                values.put(pair[0].strip(), pair[1].strip());
            } else {
                throw new IllegalArgumentException(
                        "Unknown part of a fault: " + part + "; " + Nearest.hint(pair[0].strip(), List.of(KEYS)));
            }
        }
        return of(values);
    }

    static Fault of(Map<String, String> values) {
        String kind = kind(values.getOrDefault("fault", ""));
        boolean isSlow = kind.equals("slow");
        String on = values.getOrDefault("on", kind.equals("busy") ? "POST */bulk_upsert" : "");
        Duration delay =
                values.containsKey("delay") ? delay(values.get("delay")) : isSlow ? USUAL_DELAY : Duration.ZERO;
        return new Fault(
                kind,
                times(values.getOrDefault("times", "1")),
                on.isBlank() ? null : methodAndPath(on.strip()),
                header(values.get("retryAfter")),
                delay,
                isTrue(values.getOrDefault("afterProcessing", "false")));
    }

    public void addTo(FreshsalesSimulator simulator) {
        // the condition first, or a request that comes in between would have the step
        Trouble trouble = simulator.trouble();
        if (on != null) {
            String[] words = on.split(" ", 2);
            trouble.on(words[0], words[1]);
        }
        addStep(trouble);
    }

    private void addStep(Trouble trouble) {
        synchronized (trouble) {
            switch (kind) {
                case "slow" -> trouble.work();
                case "busy" -> trouble.answer(405);
                case "drop" -> trouble.dropConnection();
                case "empty" -> trouble.emptyResponse();
                case "garbage" -> trouble.garbage();
                case "brokenBody" -> trouble.brokenBody();
                default -> trouble.answer(Integer.parseInt(kind));
            }
            trouble.delayed(delay);
            if (retryAfter != null) {
                trouble.retryAfter(retryAfter);
            }
            if (afterProcessing) {
                trouble.afterProcessing();
            }
            if (times == 0) {
                trouble.forever();
            } else {
                trouble.times(times);
            }
        }
    }

    private static String kind(String text) {
        if (KINDS.contains(text) || text.matches("[2-5]\\d\\d")) {
            return text;
        }
        List<String> known = new ArrayList<>(List.of("429", "500"));
        known.addAll(KINDS);
        throw new IllegalArgumentException(
                "A fault is a status from 200 to 599 or a kind, not " + text + "; " + Nearest.hint(text, known));
    }

    private static String methodAndPath(String text) {
        String[] words = text.split("\\s+");
        if (words.length == 1) {
            return "* " + words[0];
        }
        if (words.length > 2 || !METHODS.contains(words[0].toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("on must be a method and a path such as POST contacts, not " + text);
        }
        return words[0].toUpperCase(Locale.ROOT) + " " + words[1];
    }

    private static String header(String text) {
        if (text != null && !text.matches("[\\x20-\\x7E]{1,200}")) {
            throw new IllegalArgumentException("retryAfter must be a text that fits into a header");
        }
        return text;
    }

    private static int times(String text) {
        if (text.equals("forever")) {
            return 0;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("times must be a number from 1, or forever, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static Duration delay(String text) {
        Duration delay = Durations.parse("delay", text);
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay must be from 0s to 1h, not " + text);
        }
        return delay;
    }

    private static boolean isTrue(String text) {
        if (!text.matches("true|false")) {
            throw new IllegalArgumentException("afterProcessing must be true or false, not " + text);
        }
        return Boolean.parseBoolean(text);
    }
}
