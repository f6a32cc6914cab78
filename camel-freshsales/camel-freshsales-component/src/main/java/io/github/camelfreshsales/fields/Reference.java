// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A field that refers to something the account has set up, by its id: where the things stand, and by what they are known.
 *
 * @param key      the field
 * @param selector the selector that lists the things
 * @param names    what of a thing is a name of it; the first is the one that people see
 * @param parent   the reference that the things are divided by, such as the pipeline of a stage; null when they are not
 * @param word     what a message calls a thing
 */
public record Reference(String key, String selector, List<String> names, Reference parent, String word) {

    private static final Reference LIFECYCLE_STAGE = row("lifecycle_stage_id", "lifecycle_stages", "lifecycle stage");
    private static final Reference DEAL_PIPELINE = row("deal_pipeline_id", "deal_pipelines", "pipeline");
    private static final Reference ACTIVITY_TYPE =
            row("sales_activity_type_id", "sales_activity_types", "sales activity type");

    /** A new reference is a row. One that others are divided by stands before them. */
    private static final List<Reference> ROWS = List.of(
            row("owner_id", "owners", "owner").knownBy("display_name", "email"),
            row("territory_id", "territories", "territory"),
            row("lead_source_id", "lead_sources", "lead source"),
            row("campaign_id", "campaigns", "campaign"),
            LIFECYCLE_STAGE,
            row("contact_status_id", "contact_statuses", "contact status").within(LIFECYCLE_STAGE),
            row("industry_type_id", "industry_types", "industry type"),
            row("business_type_id", "business_types", "business type"),
            DEAL_PIPELINE,
            row("deal_stage_id", "deal_stages", "deal stage").within(DEAL_PIPELINE),
            row("deal_type_id", "deal_types", "deal type"),
            row("deal_reason_id", "deal_reasons", "deal reason"),
            row("deal_product_id", "deal_products", "deal product"),
            row("deal_payment_status_id", "deal_payment_statuses", "deal payment status"),
            row("currency_id", "currencies", "currency").knownBy("currency_code"),
            ACTIVITY_TYPE,
            row("sales_activity_outcome_id", "sales_activity_outcomes", "sales activity outcome")
                    .within(ACTIVITY_TYPE));

    private static final Map<String, Reference> BY_SHORT_NAME = new HashMap<>();
    private static final Map<String, Reference> BY_HEADING = new HashMap<>();

    static {
        ROWS.forEach(row -> BY_SHORT_NAME.put(row.shortName(), row));
        ROWS.forEach(row -> BY_HEADING.put(Words.heading(row.shortName()), row));
    }

    private static Reference row(String key, String selector, String word) {
        return new Reference(key, selector, List.of("name"), null, word);
    }

    private Reference knownBy(String... other) {
        return new Reference(key, selector, List.of(other), parent, word);
    }

    private Reference within(Reference other) {
        return new Reference(key, selector, names, other, word);
    }

    /** The table, in the order in which names are looked up. */
    public static List<Reference> rows() {
        return ROWS;
    }

    /** The reference whose key without {@code _id} is the word; null when there is none. */
    static Reference called(String word) {
        return BY_SHORT_NAME.get(word);
    }

    /** The reference whose key without {@code _id} is the heading, whatever its case and blanks; null when there is none. */
    static Reference headed(String heading) {
        return BY_HEADING.get(Words.heading(heading));
    }

    /** The key without {@code _id}. */
    public String shortName() {
        return key.substring(0, key.length() - "_id".length());
    }
}
