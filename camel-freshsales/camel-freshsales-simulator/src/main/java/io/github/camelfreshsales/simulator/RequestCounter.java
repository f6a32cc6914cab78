// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import io.github.camelfreshsales.simulator.web.ApiRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests by verb and path, ids taken together, however many there are. */
final class RequestCounter {

    /** Whatever paths clients make up, the memory of them is bounded. */
    private static final int MOST_KINDS = 10_000;

    private static final String OTHERS = "others";

    private final String root;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    RequestCounter(String root) {
        this.root = root + "/";
    }

    void count(ApiRequest request) {
        String path = request.path().startsWith(root) ? request.path().substring(root.length()) : request.path();
        String key = request.method() + " " + withoutIds(path);
        boolean known = counts.containsKey(key) || counts.size() < MOST_KINDS;
        counts.computeIfAbsent(known ? key : OTHERS, any -> new LongAdder()).increment();
    }

    long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long of(String method, String path) {
        LongAdder count = counts.get(method + " " + path);
        return count == null ? 0 : count.sum();
    }

    private static String withoutIds(String path) {
        StringBuilder shape = new StringBuilder(path.length());
        for (String segment : path.split("/")) {
            boolean isId = !segment.isEmpty() && segment.chars().allMatch(Character::isDigit);
            shape.append(shape.isEmpty() ? "" : "/").append(isId ? "{id}" : segment);
        }
        return shape.toString();
    }
}
