// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.github.camelfreshsales.http.Quota;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** An account as text. */
public final class AccountText {

    private AccountText() {}

    public static void append(AccountReport report, StringBuilder text) {
        text.append("Account: ").append(report.apiRoot()).append('\n');
        line(text, "Calls", report.calls() + byStatus(report));
        line(text, "Errors", report.errors());
        line(text, "Quota left", quota(report.quota()));
        line(text, "Waiting calls", report.waiting());
        line(text, "Jobs under way", report.jobs());
        line(text, "Last success", report.lastSuccess() == null ? "none" : report.lastSuccess());
        line(text, "Last failure", report.lastFailure() == null ? "none" : report.lastFailureText());
        for (Map.Entry<String, Duration> kept : report.metadataAges().entrySet()) {
            line(text, "Kept " + kept.getKey(), kept.getValue().toSeconds() + " s");
        }
        for (CursorReport cursor : report.cursors()) {
            line(text, "Cursor " + cursor.name(), position(cursor));
        }
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append("    ").append(name).append(": ").append(value).append('\n');
    }

    private static String byStatus(AccountReport report) {
        String statuses = report.responses().entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining(", "));
        String none = report.withoutResponse() == 0 ? "" : ", no response: " + report.withoutResponse();
        String all = statuses.isEmpty() && !none.isEmpty() ? none.substring(2) : statuses + none;
        return all.isEmpty() ? "" : " (" + all + ")";
    }

    private static String quota(Quota.Left left) {
        if (left.blockedUntil() != null) {
            return "0 until " + left.blockedUntil();
        }
        if (left.calls() == null) {
            return "not known";
        }
        String hour = left.hour() == null ? "" : left.hour() + " of this hour";
        String minute = left.minute() == null ? "" : left.minute() + " of this minute";
        return hour.isEmpty() || minute.isEmpty() ? hour + minute : hour + ", " + minute;
    }

    private static String position(CursorReport cursor) {
        String at = cursor.cursor() == null
                ? "before the first poll"
                : cursor.cursor().toString();
        String lag = cursor.lag() == null ? "" : ", " + cursor.lag().toSeconds() + " s behind";
        return cursor.resourceType() + " at " + at + lag;
    }
}
