package io.github.camelfreshsales.resource;

import static io.github.camelfreshsales.component.FreshsalesOperation.create;
import static io.github.camelfreshsales.component.FreshsalesOperation.delete;
import static io.github.camelfreshsales.component.FreshsalesOperation.get;
import static io.github.camelfreshsales.component.FreshsalesOperation.update;

import io.github.camelfreshsales.component.FreshsalesOperation;
import io.github.camelfreshsales.http.PathSegments;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of the resources: a new one is a row. */
public final class ResourceRegistry {

    private static final String CUSTOM_MODULE = "cm_";
    private static final Set<FreshsalesOperation> ALL = EnumSet.allOf(FreshsalesOperation.class);
    private static final Set<FreshsalesOperation> CUSTOM = EnumSet.of(create, get, update, delete);

    private static final Map<String, Resource> ROWS = new LinkedHashMap<>();

    static {
        row("contacts", "contacts", "contact", "contacts", create, get, update, delete);
        row("sales_accounts", "sales_accounts", "sales_account", "sales_accounts", create, get, update, delete);
        row("deals", "deals", "deal", "deals", create, get, update, delete);
        row("leads", "leads", "lead", "leads", create, get, update, delete);
        row("tasks", "tasks", "task", "tasks", create, get, update, delete);
        row("appointments", "appointments", "appointment", "appointments", create, get, update, delete);
        row("notes", "notes", "note", "notes", create, update, delete);
        row("sales_activities", "sales_activities", "sales_activity", "sales_activities", create, get, update, delete);
        row("phone_calls", "phone_calls", "phone_call", "phone_calls", create);
        row("products", "cpq/products", "product", "products", create, get, update, delete);
        row("cpq_documents", "cpq/cpq_documents", "cpq_document", "cpq_documents", create, get, update, delete);
        row("lists", "lists", null, "lists", create, update);
        row("documents", "documents", null, "documents");
        row("document_links", "document_links", null, "document_links", create);
    }

    private ResourceRegistry() {}

    private static void row(String name, String path, String key, String listKey, FreshsalesOperation... operations) {
        Set<FreshsalesOperation> can = EnumSet.noneOf(FreshsalesOperation.class);
        can.addAll(List.of(operations));
        ROWS.put(name, new Resource(name, List.of(path.split("/")), key, answerKey(key, listKey), listKey, can));
    }

    /** A list is sent bare and comes back under its key; files and links come back bare too. */
    private static String answerKey(String key, String listKey) {
        return key == null && listKey.equals("lists") ? "list" : key;
    }

    /** The resources of the table, in its order. */
    public static List<Resource> all() {
        return List.copyOf(ROWS.values());
    }

    /**
     * The resource that a word stands for. A custom module and a word that is not known are made up on the spot: the
     * first lives under {@code custom_module} and has its own name as its key, the second is sent as it is.
     *
     * @throws IllegalArgumentException when the word could not be one part of a path
     */
    public static Resource find(String word) {
        Resource known = ROWS.get(word.equals("accounts") ? "sales_accounts" : word);
        if (known != null) {
            return known;
        }
        String segment = PathSegments.one("resourceType", word);
        if (segment.startsWith(CUSTOM_MODULE)) {
            return new Resource(segment, List.of("custom_module", segment), segment, segment, segment, CUSTOM);
        }
        return new Resource(segment, List.of(segment), null, null, null, ALL);
    }
}
