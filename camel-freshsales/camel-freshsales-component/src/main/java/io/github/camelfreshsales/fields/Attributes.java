// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a record may hold beside its fields: attributes that the documentation names and the metadata of an account need not
 * list. A new one is a word here.
 */
final class Attributes {

    private static final String CUSTOM_FIELD = "custom_field";

    private static final Set<String> OF_ALL = Set.of("id", CUSTOM_FIELD, "unique_identifier");

    private static final String OF_PEOPLE =
            "first_name last_name job_title email emails work_number mobile_number address"
                    + " city state zipcode country time_zone territory_id lead_source_id owner_id campaign_id keyword medium facebook"
                    + " twitter linkedin tags last_seen last_contacted lead_score ";

    /** Those that the service takes as objects and lists of them, whatever the metadata calls their type. */
    private static final Set<String> STRUCTURED =
            Set.of("emails", "phone_numbers", "sales_accounts", "sales_account", "products", "company", "deal");

    private static final String OF_ACTIVITIES = "title targetable_type targetable_id owner_id ";

    private static final Map<String, Set<String>> BY_RESOURCE = Map.of(
            "contacts",
            words(OF_PEOPLE + "external_id sales_account_id sales_accounts contact_status_id lifecycle_stage_id"
                    + " subscription_status subscription_types phone_numbers contact_list_ids last_source"),
            "sales_accounts",
            words("name phone website address city state zipcode country number_of_employees annual_revenue"
                    + " industry_type_id business_type_id owner_id territory_id parent_sales_account_id facebook twitter"
                    + " linkedin tags"),
            "deals",
            words(
                    "name amount sales_account_id sales_account contacts_added_list contacts_removed_list deal_pipeline_id"
                            + " deal_stage_id deal_type_id deal_reason_id deal_product_id deal_payment_status_id currency_id"
                            + " probability expected_close closed_date lead_source_id campaign_id owner_id territory_id products"),
            "leads",
            words(OF_PEOPLE + "company deal department do_not_disturb has_authority lead_stage_id lead_reason_id"
                    + " lead_quality"),
            "sales_activities",
            words(OF_ACTIVITIES + "sales_activity_type_id sales_activity_outcome_id start_date end_date notes location"
                    + " latitude longitude conversation_time"));

    /** What a response never holds, or only when it is asked to include it; nothing can be said about these. */
    private static final Set<String> NOT_IN_RESPONSES = Set.of(
            "contacts_added_list",
            "contacts_removed_list",
            "contact_list_ids",
            "sales_accounts",
            "sales_account",
            "last_source",
            "products",
            "product_pricings",
            "task_users_attributes",
            "appointment_attendees_attributes",
            "targetable",
            "targetable_type",
            "note",
            "unique_identifier");

    private Attributes() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    static boolean isOf(String resource, String name) {
        return OF_ALL.contains(name)
                || BY_RESOURCE.getOrDefault(resource, Set.of()).contains(name);
    }

    static boolean isStructured(String name) {
        return STRUCTURED.contains(name);
    }

    /** In alphabetical order. */
    static Set<String> of(String resource) {
        Set<String> all = new HashSet<>(OF_ALL);
        all.addAll(BY_RESOURCE.getOrDefault(resource, Set.of()));
        return new TreeSet<>(all);
    }

    /** Whether a response that lacks it says nothing of it: foreign keys stand there only when they are included. */
    static boolean isSilent(String name) {
        return NOT_IN_RESPONSES.contains(name) || name.endsWith("_id");
    }
}
