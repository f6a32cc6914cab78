// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

/** What a resource can do; each feature brings its routes. */
public enum Feature {
    CREATE,
    GET,
    UPDATE,
    UPSERT,
    BULK_UPSERT,
    BULK_DESTROY,
    BULK_ASSIGN_OWNER,
    /** The bulk calls of products and quotes, which are named differently. */
    CPQ_BULK,
    CLONE,
    /** Delete goes to the Recycle Bin, or is final for a resource without one. */
    DELETE,
    FORGET,
    RESTORE,
    CONVERT,
    /** Listed by views: {@code /filters} and {@code /view/{id}}. */
    VIEWS,
    /** Listed by a path of its own. */
    PLAIN_LIST,
    /** Listed with {@code ?filter=}. */
    NAMED_FILTERS,
    TEAM,
    ACTIVITIES,
    TIMELINE,
    NOTES,
    CONTACTS,
    DOCUMENT_ASSOCIATIONS,
    RELATED_PRODUCTS,
    /** Field metadata below {@code /settings/…/fields}. */
    FIELDS,
    /** Can be asked for by filtered search, search and lookup. */
    SEARCH
}
