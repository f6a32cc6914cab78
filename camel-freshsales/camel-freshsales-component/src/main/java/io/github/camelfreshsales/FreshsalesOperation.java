// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What an endpoint does: the word after {@code freshsales:}. */
public enum FreshsalesOperation {

    /**
     * Creates a record with `POST /{resource}`. The body is the record, or many records, which the component creates one
     * by one. The component does not retry a create whose outcome is unknown, since that could store the record twice.
     */
    create,

    /** Reads the record with the id `recordId` with `GET /{resource}/{id}`. */
    get,

    /**
     * Changes a record with `PUT /{resource}/{id}`. The body contains the fields to change. The id is `recordId`, or the
     * `id` of the record, which is then not sent in the body.
     */
    update,

    /**
     * Moves a record to the recycle bin with `DELETE /{resource}/{id}`. The id is `recordId`; without it, the body is an
     * id, a record with an `id`, or many of these. The body becomes `true`, even if the response is empty.
     */
    delete,

    /**
     * Creates the record, or updates the one with the same identifier, with `POST /{resource}/upsert`. `uniqueIdentifier`
     * is the field to match on; its value comes from the record. The header `CamelFreshsalesCreated` says whether the
     * record was created or updated. A body that already has `unique_identifier` is sent as it is.
     */
    upsert,

    /** Deletes a record for good with `DELETE /{resource}/{id}/forget`. It takes ids like `delete`. */
    forget,

    /**
     * Copies the record with the id `recordId` with `POST /{resource}/{id}/clone`. The body can contain other values for
     * fields of the copy; an account needs a new `name`. The component does not retry a clone whose outcome is unknown.
     */
    clone,

    /** Restores the record with the id `recordId` from the recycle bin with `PUT /{resource}/{id}/restore`. */
    restore,

    /**
     * Converts the lead with the id `recordId` into a contact with `POST /leads/{id}/convert`, in Classic accounts only.
     * The body can contain fields of the lead. The component does not retry a conversion whose outcome is unknown.
     */
    convert,

    /**
     * Lists records, in the way that the resource supports: a view (`viewId`, `viewName`, or the default view of the
     * account), a named `filter`, the members of a marketing list (`listId`), or a plain list. `fetch` selects one page,
     * all pages or a stream.
     */
    list,

    /** Reads the views of a resource with `GET /{resource}/filters`. The component keeps them for `metadataTtl`. */
    views,

    /**
     * Reads the fields of a resource with `GET /settings/{resource}/fields`, or those of a custom module from its forms.
     * The component keeps them for `metadataTtl`.
     */
    fields,

    /**
     * Makes a JSON Schema (2020-12) of a resource from its `fields` in this account. It accepts the records that pass
     * `validateRecords` in a create. It makes no call while the component keeps the fields for `metadataTtl`.
     */
    schema,

    /** Searches all fields of the `entities` for the text in `query` with `GET /search`. */
    search,

    /**
     * Finds the records whose `searchField` equals `query` with `GET /lookup`. The body becomes a List for one of the
     * `entities`, or a Map of Lists for several. Freshsales compares only the primary e-mail address, and returns about
     * ten rows.
     */
    lookup,

    /**
     * Finds records by rules with `POST /filtered_search/{entity}`. The body is a rule with `attribute`, `operator` and
     * `value`, a List of rules that must all match, or a Map with `filter_rule` and other parameters of the request, such
     * as `detail`. In many accounts, the rows have no custom fields.
     */
    filteredSearch,

    /** Reads what belongs to a record, such as its notes, with `GET /{resource}/{id}/{relation}`. */
    related,

    /**
     * Reads the values of a drop-down, such as `owners` or `deal_stages`, with `GET /selector/{selectorName}`. The
     * component keeps them for `metadataTtl`.
     */
    selector,

    /**
     * Creates or updates many records in bulk calls of up to 100 records with `POST /{resource}/bulk_upsert`, and waits
     * for their jobs. The body is many records, each matched by `uniqueIdentifier`. The body becomes a RecordResult for
     * each record, from the reports of the jobs.
     */
    bulkUpsert,

    /** Moves many records to the recycle bin in one call with `POST /{resource}/bulk_destroy`. The body is their ids. */
    bulkDelete,

    /**
     * Assigns many contacts or leads to the owner `ownerId` in one call with `POST /{resource}/bulk_assign_owner`. The
     * body is their ids.
     */
    bulkAssignOwner,

    /**
     * Reads the status of the job `jobId` with `GET /job_statuses/{id}`. The body becomes the job, with its `data`
     * parsed.
     */
    jobStatus,

    /** Adds contacts to the marketing list `listId` with `PUT /lists/{id}/add_contacts`. The body is one id or many. */
    addToList,

    /**
     * Removes contacts from the marketing list `listId` with `PUT /lists/{id}/remove_contacts`. The body is their ids;
     * with `allMembers` the operation removes everybody.
     */
    removeFromList,

    /**
     * Moves contacts from the marketing list `fromListId` to `listId` with `PUT /lists/{id}/move_contacts`. The body is
     * their ids; with `allMembers` the operation moves everybody.
     */
    moveToList,

    /**
     * Attaches a file to the record `targetType` and `targetId` with `POST /documents`. The body is a file, bytes, a
     * stream or a message with one attachment; the component streams it. The component does not retry an upload whose
     * outcome is unknown.
     */
    upload,

    /**
     * Starts a route that gets each created or changed record of a resource, oldest first, and with `deletions` also the
     * deleted ones. It cannot be used in `to`; see the page about following changes.
     */
    changes,

    /**
     * Sends your own request with any method, format and headers to any path of the account. `path` is relative to the
     * API root. The component serializes the body in the `contentFormat`; it does not wrap the body or unwrap the
     * response.
     */
    request,

    /**
     * Tests the credentials with one cheap read. The body becomes a Map with `ok`, `status`, `millis`, `apiRoot`, `url`
     * and, if something is wrong, `hint`. If the host does not respond at all, the operation throws an exception.
     */
    ping;

    /**
     * The operation with that name, ignoring case.
     *
     * @throws IllegalArgumentException that lists the operations, after the likeliest one
     */
    public static FreshsalesOperation of(String name) {
        for (FreshsalesOperation operation : values()) {
            if (operation.name().equalsIgnoreCase(name)) {
                return operation;
            }
        }
        String all = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
        String hint = Spelling.closest(
                        name, Arrays.stream(values()).map(Enum::name).toList())
                .map(likely -> " Did you mean " + likely + "?")
                .orElse("");
        throw new IllegalArgumentException("There is no operation " + name + "." + hint + " The operations are " + all);
    }
}
