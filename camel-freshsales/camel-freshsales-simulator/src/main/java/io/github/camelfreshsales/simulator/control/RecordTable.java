// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.AnyValueFilter;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.RecordFilter;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.Sort;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of one resource for the eyes of a person: a few columns, and a search in everything that is set. */
final class RecordTable {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "contacts", List.of("display_name", "email", "mobile_number", "city"),
            "leads", List.of("display_name", "email", "mobile_number", "city"),
            "sales_accounts", List.of("name", "phone", "website", "city"),
            "deals", List.of("name", "amount", "deal_stage_id", "expected_close"),
            "tasks", List.of("title", "due_date", "status"),
            "appointments", List.of("title", "from_date", "end_date"),
            "notes", List.of("description", "targetable_type", "targetable_id"),
            "sales_activities", List.of("title", "start_date", "end_date"),
            "products", List.of("name", "sku_number", "unit_price"),
            "cpq_documents", List.of("document_number", "document_type", "amount"));

    private final CrmAccount account;
    private final ResourceType type;
    private final RecordStore store;
    private final boolean deleted;

    /** @param deleted whether it shows the Recycle Bin */
    RecordTable(CrmAccount account, ResourceType type, boolean deleted) {
        this.account = account;
        this.type = type;
        this.store = account.store(type.name());
        this.deleted = deleted;
    }

    /** Changes with every write and with every reset, so that a table need not be asked for again before. */
    static String version(RecordStore store) {
        return Integer.toHexString(System.identityHashCode(store)) + "." + store.version();
    }

    ObjectNode page(String search, String sort, boolean descending, int page, int perPage) {
        if (!account.listings().values().knows(type, sort)) {
            throw new IllegalArgumentException("Records of " + type.name() + " have no attribute " + sort + "; "
                    + Nearest.hint(sort, type.attributes().keySet()));
        }
        long[] ids = ids(search, sort, descending);
        boolean backwards = sort.equals("id") && descending;
        int pages = Math.max(1, (ids.length + perPage - 1) / perPage);
        int shown = Math.min(page, pages);
        ObjectNode table = Json.object()
                .put("resource", type.name())
                .put("total", ids.length)
                .put("page", shown)
                .put("pages", pages)
                .put("version", version(store));
        columns().forEach(table.putArray("columns")::add);
        ArrayNode rows = table.putArray("rows");
        for (int at = (shown - 1) * perPage; at < Math.min(ids.length, shown * perPage); at++) {
            store.find(ids[backwards ? ids.length - 1 - at : at]).ifPresent(record -> rows.add(row(record)));
        }
        return table;
    }

    private long[] ids(String search, String sort, boolean descending) {
        Sort order = sort.equals("id") ? Sort.BY_ID : new Sort(sort, descending);
        if (search.isEmpty() && !deleted) {
            return account.listings().live(type, order);
        }
        RecordFilter filter = new AnyValueFilter(search, deleted);
        return account.listings().ids(type, "any value " + deleted + " " + search, filter, order);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("id"));
        COLUMNS.getOrDefault(type.name(), List.of("name")).stream()
                .filter(type.attributes()::containsKey)
                .forEach(columns::add);
        if (type.attributes().containsKey("updated_at")) {
            columns.add("updated_at");
        }
        return columns;
    }

    private ObjectNode row(StoredRecord record) {
        ObjectNode all = account.view().renderAll(type, record);
        ObjectNode row = Json.object();
        columns()
                .forEach(column ->
                        row.set(column, Optional.ofNullable(all.get(column)).orElse(Json.NODES.nullNode())));
        return row;
    }
}
