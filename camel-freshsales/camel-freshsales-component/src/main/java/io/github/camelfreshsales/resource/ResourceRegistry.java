// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.resource;

import static io.github.camelfreshsales.FreshsalesOperation.bulkAssignOwner;
import static io.github.camelfreshsales.FreshsalesOperation.bulkDelete;
import static io.github.camelfreshsales.FreshsalesOperation.bulkUpsert;
import static io.github.camelfreshsales.FreshsalesOperation.clone;
import static io.github.camelfreshsales.FreshsalesOperation.convert;
import static io.github.camelfreshsales.FreshsalesOperation.create;
import static io.github.camelfreshsales.FreshsalesOperation.delete;
import static io.github.camelfreshsales.FreshsalesOperation.fields;
import static io.github.camelfreshsales.FreshsalesOperation.filteredSearch;
import static io.github.camelfreshsales.FreshsalesOperation.forget;
import static io.github.camelfreshsales.FreshsalesOperation.get;
import static io.github.camelfreshsales.FreshsalesOperation.list;
import static io.github.camelfreshsales.FreshsalesOperation.related;
import static io.github.camelfreshsales.FreshsalesOperation.restore;
import static io.github.camelfreshsales.FreshsalesOperation.schema;
import static io.github.camelfreshsales.FreshsalesOperation.update;
import static io.github.camelfreshsales.FreshsalesOperation.upload;
import static io.github.camelfreshsales.FreshsalesOperation.upsert;
import static io.github.camelfreshsales.FreshsalesOperation.views;

import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.http.PathSegments;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of the resources and their operations: a new resource is a row. */
public final class ResourceRegistry {

    private static final String CUSTOM_MODULE = "cm_";
    private static final Map<String, Resource> ROWS = new LinkedHashMap<>();

    static {
        add(row("contacts", "contact")
                .listed(Listing.VIEW)
                .matchedBy("emails")
                .can(
                        create,
                        get,
                        update,
                        upsert,
                        delete,
                        forget,
                        clone,
                        list,
                        views,
                        fields,
                        schema,
                        filteredSearch,
                        related,
                        bulkUpsert,
                        bulkDelete,
                        bulkAssignOwner));
        add(row("sales_accounts", "sales_account")
                .listed(Listing.VIEW)
                .matchedBy("name")
                .can(
                        create,
                        get,
                        update,
                        upsert,
                        delete,
                        forget,
                        clone,
                        list,
                        views,
                        fields,
                        schema,
                        filteredSearch,
                        related,
                        bulkUpsert,
                        bulkDelete));
        add(row("deals", "deal")
                .listed(Listing.VIEW)
                .matchedBy("id")
                .can(
                        create,
                        get,
                        update,
                        upsert,
                        delete,
                        forget,
                        clone,
                        list,
                        views,
                        fields,
                        schema,
                        filteredSearch,
                        related,
                        bulkUpsert,
                        bulkDelete));
        add(row("leads", "lead")
                .listed(Listing.VIEW)
                .matchedBy("emails")
                .can(
                        create,
                        get,
                        update,
                        upsert,
                        delete,
                        forget,
                        clone,
                        convert,
                        list,
                        views,
                        fields,
                        schema,
                        filteredSearch,
                        related,
                        bulkUpsert,
                        bulkDelete,
                        bulkAssignOwner));
        add(row("tasks", "task").listed(Listing.FILTER, "open").can(create, get, update, delete, list));
        add(row("appointments", "appointment")
                .listed(Listing.FILTER, "upcoming")
                .can(create, get, update, delete, list));
        add(row("notes", "note").can(create, update, delete));
        add(row("sales_activities", "sales_activity")
                .listed(Listing.PLAIN)
                .can(create, get, update, delete, list, fields, schema));
        add(row("phone_calls", "phone_call").can(create));
        add(row("products", "product")
                .at("cpq", "products")
                .inBulk("products_bulk_delete", "products_bulk_assign")
                .listed(Listing.PLAIN)
                .can(create, get, update, delete, restore, list, bulkDelete, bulkAssignOwner));
        add(row("cpq_documents", "cpq_document")
                .at("cpq", "cpq_documents")
                .inBulk("cpq_documents_bulk_delete", "cpq_documents_bulk_assign")
                .can(create, get, update, delete, forget, restore, related, bulkDelete, bulkAssignOwner));
        add(row("lists", null).withResponseKey("list").listed(Listing.PLAIN).can(create, update, list));
        add(row("documents", null).can(upload));
        add(row("document_links", null).can(create));
    }

    private ResourceRegistry() {}

    private static ResourceRow row(String name, String key) {
        return new ResourceRow(name, key);
    }

    private static void add(ResourceRow row) {
        Resource resource = row.toResource();
        ROWS.put(resource.name(), resource);
    }

    /** The resources of the table, in its order. */
    public static List<Resource> all() {
        return List.copyOf(ROWS.values());
    }

    /**
     * The resource of a word. It creates the resource of a custom module, which is below {@code custom_module} and has its own name
     * as its key, and that of an unknown word, which becomes the path as it is.
     *
     * @throws IllegalArgumentException if the word cannot be a segment of a path
     */
    public static Resource find(String word) {
        Resource known = ROWS.get(word.equals("accounts") ? "sales_accounts" : word);
        if (known != null) {
            return known;
        }
        String segment = PathSegments.one("resourceType", word);
        return segment.startsWith(CUSTOM_MODULE) ? customModule(segment) : unknown(segment);
    }

    /** The resource that an unknown word is likely to mean: in capitals, or in the singular. */
    public static Optional<String> likely(String word) {
        return ROWS.values().stream()
                .filter(row -> !row.name().equals(word))
                .filter(row -> row.name().equalsIgnoreCase(word) || word.equalsIgnoreCase(row.key()))
                .map(Resource::name)
                .findFirst();
    }

    private static Resource customModule(String entity) {
        return row(entity, entity)
                .at("custom_module", entity)
                .listed(Listing.VIEW)
                .can(
                        create,
                        get,
                        update,
                        delete,
                        forget,
                        clone,
                        list,
                        views,
                        fields,
                        schema,
                        filteredSearch,
                        bulkDelete)
                .toResource();
    }

    /** Nothing is known of it, so nothing is refused, except what needs a key. */
    private static Resource unknown(String word) {
        Set<FreshsalesOperation> all = EnumSet.allOf(FreshsalesOperation.class);
        return new ResourceRow(word, null)
                .withoutKeys()
                .listed(Listing.PLAIN)
                .can(all.toArray(FreshsalesOperation[]::new))
                .toResource();
    }
}
