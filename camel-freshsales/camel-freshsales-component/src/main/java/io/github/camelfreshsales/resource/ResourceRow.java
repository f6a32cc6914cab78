// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.resource;

import io.github.camelfreshsales.FreshsalesOperation;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A row of the table of resources while it is written. */
final class ResourceRow {

    private final String name;
    private final String key;
    private String responseKey;
    private String listKey;
    private List<String> path;
    private Listing listing = Listing.NONE;
    private String defaultFilter;
    private String identifier;
    private String bulkDelete = "bulk_destroy";
    private String bulkAssign = "bulk_assign_owner";
    private Set<FreshsalesOperation> operations = Set.of();

    ResourceRow(String name, String key) {
        this.name = name;
        this.key = key;
        this.responseKey = key;
        this.listKey = name;
        this.path = List.of(name);
    }

    ResourceRow at(String... segments) {
        path = List.of(segments);
        return this;
    }

    ResourceRow withResponseKey(String one) {
        responseKey = one;
        return this;
    }

    ResourceRow withoutKeys() {
        responseKey = null;
        listKey = null;
        return this;
    }

    ResourceRow listed(Listing how) {
        listing = how;
        return this;
    }

    ResourceRow listed(Listing how, String filter) {
        defaultFilter = filter;
        return listed(how);
    }

    /** The field that an upsert matches on when nothing else is asked for. */
    ResourceRow matchedBy(String field) {
        identifier = field;
        return this;
    }

    /** The calls that deal with many where they do not have the usual names. */
    ResourceRow inBulk(String delete, String assign) {
        bulkDelete = delete;
        bulkAssign = assign;
        return this;
    }

    ResourceRow can(FreshsalesOperation... what) {
        operations = EnumSet.noneOf(FreshsalesOperation.class);
        operations.addAll(List.of(what));
        return this;
    }

    Resource toResource() {
        return new Resource(
                name,
                path,
                key,
                responseKey,
                listKey,
                listing,
                defaultFilter,
                identifier,
                bulkDelete,
                bulkAssign,
                Collections.unmodifiableSet(operations));
    }
}
