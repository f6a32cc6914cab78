// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all contenders send, and how. */
public final class Sample {

    public static final String API_KEY = "key-of-the-benchmarks";

    /** The connections that the component, Camel HTTP and the bare client have by default, or are given. */
    static final int CONNECTIONS = 20;

    private Sample() {}

    /** A contact as an import brings it. */
    public static Map<String, Object> contact(long number) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("first_name", "Lee");
        contact.put("last_name", "Moss " + number);
        contact.put("job_title", "CTO");
        contact.put("emails", List.of(Map.of("value", "lee." + number + "@example.test", "is_primary", true)));
        contact.put("work_number", "5550100");
        contact.put("mobile_number", "5550101");
        contact.put("city", "Boston");
        contact.put("country", "USA");
        contact.put("external_id", "A-" + number);
        contact.put("lead_score", 12);
        contact.put("custom_field", Map.of("cf_region", "North"));
        return contact;
    }

    /** The same contact as a spreadsheet has it: headings of its own, and names in its cells. */
    public static Map<String, Object> row(long number) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Vorname", "Lee");
        row.put("Last name", "Moss " + number);
        row.put("Job title", "CTO");
        row.put("Emails", List.of(Map.of("value", "lee." + number + "@example.test", "is_primary", true)));
        row.put("Work number", "5550100");
        row.put("Mobile number", "5550101");
        row.put("City", "Boston");
        row.put("Country", "USA");
        row.put("External id", "A-" + number);
        row.put("Lead score", 12);
        row.put("Region", "north");
        row.put("Owner", "Ana Ruiz");
        return row;
    }
}
