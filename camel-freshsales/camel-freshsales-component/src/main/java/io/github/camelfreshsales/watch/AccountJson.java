// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import java.util.Map;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** An account as JSON, without what is not known. */
public final class AccountJson {

    private AccountJson() {}

    public static JsonObject of(AccountReport report) {
        JsonObject json = new JsonObject();
        json.put("apiRoot", report.apiRoot());
        json.put("calls", report.calls());
        json.put("errors", report.errors());
        json.put("responses", byName(report.responses()));
        json.put("callsWithoutResponse", report.withoutResponse());
        putKnown(json, "quotaLeft", report.quota().calls());
        putKnown(json, "quotaLeftOfHour", report.quota().hour());
        putKnown(json, "quotaLeftOfMinute", report.quota().minute());
        putKnown(json, "blockedUntil", text(report.quota().blockedUntil()));
        json.put("waitingCalls", report.waiting());
        json.put("jobsUnderWay", report.jobs());
        putKnown(json, "lastSuccess", text(report.lastSuccess()));
        if (report.lastFailure() != null) {
            JsonObject failure = new JsonObject();
            failure.put("at", text(report.lastFailure().at()));
            failure.put("status", report.lastFailure().status());
            json.put("lastFailure", failure);
        }
        JsonObject ages = new JsonObject();
        report.metadataAges().forEach((path, age) -> ages.put(path, age.toSeconds()));
        json.put("metadataAgeSeconds", ages);
        JsonArray cursors = new JsonArray();
        report.cursors().forEach(cursor -> cursors.add(of(cursor)));
        json.put("cursors", cursors);
        return json;
    }

    private static JsonObject of(CursorReport cursor) {
        JsonObject json = new JsonObject();
        json.put("name", cursor.name());
        json.put("resourceType", cursor.resourceType());
        putKnown(json, "cursor", text(cursor.cursor()));
        putKnown(json, "lagSeconds", cursor.lag() == null ? null : cursor.lag().toSeconds());
        return json;
    }

    private static JsonObject byName(Map<Integer, Long> counts) {
        JsonObject json = new JsonObject();
        counts.forEach((status, count) -> json.put(status.toString(), count));
        return json;
    }

    private static void putKnown(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
