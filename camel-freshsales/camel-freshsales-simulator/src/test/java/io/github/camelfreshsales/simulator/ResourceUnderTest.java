// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import java.util.Arrays;
import java.util.stream.Stream;

/** Each resource with a record that it accepts. {@code OWNER} and {@code TYPE} stand for ids of the account. */
enum ResourceUnderTest {
    CONTACTS("contacts", "contact", "first_name", "{'first_name':'Lee','email':'lee@example.test'}", "true", true),
    SALES_ACCOUNTS("sales_accounts", "sales_account", "name", "{'name':'Acme'}", "true", true),
    DEALS("deals", "deal", "name", "{'name':'Pump order','amount':1500}", "true", true),
    LEADS("leads", "lead", "last_name", "{'last_name':'Moss','email':'moss@example.test'}", "true", true),
    TASKS(
            "tasks",
            "task",
            "title",
            "{'title':'Call','due_date':'2024-04-01T10:00:00Z','targetable_type':'Contact','targetable_id':1}",
            "{\"success\":true}",
            false),
    APPOINTMENTS(
            "appointments",
            "appointment",
            "title",
            "{'title':'Visit','from_date':'2024-04-01T10:00:00Z','end_date':'2024-04-01T11:00:00Z',"
                    + "'targetable_type':'Contact','targetable_id':1}",
            "{\"success\":true}",
            false),
    NOTES(
            "notes",
            "note",
            "description",
            "{'description':'Hello','targetable_type':'Contact','targetable_id':1}",
            "{\"success\":true}",
            false),
    SALES_ACTIVITIES(
            "sales_activities",
            "sales_activity",
            "title",
            "{'title':'Fair','sales_activity_type_id':TYPE,'owner_id':OWNER,'targetable_type':'Contact',"
                    + "'targetable_id':1,'start_date':'2024-04-01T10:00:00Z','end_date':'2024-04-01T11:00:00Z'}",
            "{\"success\":true}",
            false),
    PRODUCTS(
            "cpq/products",
            "product",
            "name",
            "{'name':'Pump'}",
            "{\"msg\":{\"id\":ID,\"code\":\"delete_success\"}}",
            true),
    CPQ_DOCUMENTS(
            "cpq/cpq_documents",
            "cpq_document",
            "display_name",
            "{'display_name':'Quote 1','document_type':'Quote','deal_id':1}",
            "{\"msg\":{\"id\":ID,\"code\":\"delete_success\"}}",
            true),
    CUSTOM(
            "custom_module/cm_project",
            "cm_project",
            "name",
            "{'name':'Bridge'}",
            "{\"message\":\"The record was deleted\"}",
            true);

    final String path;
    final String key;
    final String text;
    final String deleteAnswer;
    final boolean hasRecycleBin;
    private final String record;

    ResourceUnderTest(String path, String key, String text, String record, String deleteAnswer, boolean hasRecycleBin) {
        this.path = path;
        this.key = key;
        this.text = text;
        this.record = record;
        this.deleteAnswer = deleteAnswer;
        this.hasRecycleBin = hasRecycleBin;
    }

    static Stream<ResourceUnderTest> readable() {
        return Arrays.stream(values()).filter(one -> one != NOTES);
    }

    static Stream<ResourceUnderTest> forgettable() {
        return Stream.of(CONTACTS, SALES_ACCOUNTS, DEALS, LEADS, CPQ_DOCUMENTS, CUSTOM);
    }

    /** The name by which the simulator's own methods know it. */
    String resource() {
        return path.substring(path.indexOf('/') + 1);
    }

    String flat(FreshsalesSimulator simulator) {
        return record.replace("OWNER", "" + simulator.selectorId("owners", "Ana Ruiz"))
                .replace("TYPE", "" + simulator.selectorId("sales_activity_types", "Meeting"));
    }

    String wrapped(FreshsalesSimulator simulator) {
        return "{'" + key + "':" + flat(simulator) + "}";
    }
}
