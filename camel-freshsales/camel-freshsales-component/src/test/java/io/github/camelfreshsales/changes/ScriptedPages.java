// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import io.github.camelfreshsales.operation.ChangePages;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as it is told to, and takes note of what it was asked for. */
final class ScriptedPages implements ChangePages {

    static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    final List<String> asked = new ArrayList<>();
    private final Deque<Rows> answers = new ArrayDeque<>();
    private final boolean searched;

    ScriptedPages(boolean searched) {
        this.searched = searched;
    }

    /** A row, its time a part of an hour such as {@code 10:00:07}, or whatever else stands for one. */
    static Map<String, Object> row(Object id, String time) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("updated_at", time.length() == 8 ? "2026-03-05T" + time + "Z" : time);
        return row;
    }

    @SafeVarargs
    final ScriptedPages answer(long total, Map<String, Object>... rows) {
        answers.add(new Rows(Arrays.asList(rows), total));
        return this;
    }

    ScriptedPages answer(Rows rows) {
        answers.add(rows);
        return this;
    }

    @Override
    public boolean isSearched() {
        return searched;
    }

    @Override
    public Rows page(Window window, int number, int perPage) {
        asked.add(time(window.after()) + " to " + time(window.before()) + " page " + number);
        return answers.remove();
    }

    @Override
    public Rows newest(Window window, int count) {
        asked.add("newest");
        return answers.remove();
    }

    private static String time(Instant instant) {
        return instant == null ? "-" : instant.toString().substring(11, 19);
    }

    @Override
    public Instant now() {
        return NOW;
    }
}
