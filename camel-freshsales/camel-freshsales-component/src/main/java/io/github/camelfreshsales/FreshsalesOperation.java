// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What an endpoint does: the word after {@code freshsales:}. */
public enum FreshsalesOperation {

    /**
     * Creates a record with `POST /{resource}`. The body is the record, or many records, which are created one by one.
     * A create is never repeated when its fate is unknown, since a second one may store the record twice.
     */
    create,

    /** Reads the record named by `recordId` with `GET /{resource}/{id}`. */
    get,

    /**
     * Changes a record with `PUT /{resource}/{id}`. The body holds the fields to change; the id is `recordId`, or the
     * record's own `id`, which is then left out of what is sent.
     */
    update,

    /**
     * Moves a record to the recycle bin with `DELETE /{resource}/{id}`. The id is `recordId`; without it the body is an
     * id, a record with an `id`, or many of these. The body becomes `true`, also when the service answers with nothing.
     */
    delete,

    /**
     * Creates the record, or updates the one that has the same identifier, with `POST /{resource}/upsert`. The field that
     * it matches on is `uniqueIdentifier`, its value is taken from the record. The header `CamelFreshsalesCreated` tells
     * which of the two it was. A body that has `unique_identifier` already goes as it is.
     */
    upsert,

    /** Removes a record for good with `DELETE /{resource}/{id}/forget`. It takes ids as `delete` does. */
    forget,

    /**
     * Copies the record named by `recordId` with `POST /{resource}/{id}/clone`. The body may hold fields that the copy is
     * to have instead; an account needs a new `name`. A clone is never repeated when its fate is unknown.
     */
    clone,

    /** Takes the record named by `recordId` out of the recycle bin with `PUT /{resource}/{id}/restore`. */
    restore,

    /**
     * Turns the lead named by `recordId` into a contact, with `POST /leads/{id}/convert`; Classic accounts only. The body
     * may hold fields of the lead. A conversion is never repeated when its fate is unknown.
     */
    convert,

    /**
     * Lists records in the way the resource has: a view (`viewId`, `viewName`, else the account's default view), a named
     * `filter`, the members of a marketing list (`listId`), or a plain list. `fetch` decides between one page, all of them,
     * and a stream.
     */
    list,

    /** Gives the views of a resource with `GET /{resource}/filters`. They are kept for `metadataTtl`. */
    views,

    /**
     * Gives the fields of a resource with `GET /settings/{resource}/fields`; those of a custom module come from its forms.
     * They are kept for `metadataTtl`.
     */
    fields,

    /**
     * Gives a JSON Schema (2020-12) of a resource as this account has it, made from `fields`. It accepts the records whose
     * creation passes `validateRecords`. It costs no call while the fields are kept for `metadataTtl`.
     */
    schema,

    /** Searches for the text in `query` in all fields of the `entities` with `GET /search`. */
    search,

    /**
     * Finds the records whose `searchField` equals `query` with `GET /lookup`. The body becomes a List for one of the
     * `entities`, a Map of Lists for several. Freshsales compares the primary e-mail only and gives about ten rows.
     */
    lookup,

    /**
     * Finds records by rules with `POST /filtered_search/{entity}`. The body is a rule with `attribute`, `operator` and
     * `value`, a List of rules that must all hold, or a Map with `filter_rule` and what else belongs into the request, such
     * as `detail`. Many accounts give rows without custom fields.
     */
    filteredSearch,

    /** Gives what belongs to a record, such as its notes, with `GET /{resource}/{id}/{relation}`. */
    related,

    /**
     * Gives the values of a drop-down, such as `owners` or `deal_stages`, with `GET /selector/{selectorName}`. They are kept
     * for `metadataTtl`.
     */
    selector,

    /**
     * Creates or updates many records with few calls, `POST /{resource}/bulk_upsert` with up to 100 records each, and follows
     * the jobs. The body is many records; each is matched by `uniqueIdentifier`. The body becomes a RecordResult for each
     * record, made from the reports of the jobs.
     */
    bulkUpsert,

    /** Moves many records to the recycle bin with one call, `POST /{resource}/bulk_destroy`. The body is ids. */
    bulkDelete,

    /** Gives many contacts or leads the owner `ownerId` with one call, `POST /{resource}/bulk_assign_owner`. The body is ids. */
    bulkAssignOwner,

    /** Looks at the job `jobId` with `GET /job_statuses/{id}`. The body becomes the job, its `data` parsed. */
    jobStatus,

    /** Puts contacts on the marketing list `listId` with `PUT /lists/{id}/add_contacts`. The body is an id or many. */
    addToList,

    /**
     * Takes contacts off the marketing list `listId` with `PUT /lists/{id}/remove_contacts`: the ids of the body, or everybody
     * with `allMembers`.
     */
    removeFromList,

    /**
     * Moves contacts from the marketing list `fromListId` to `listId` with `PUT /lists/{id}/move_contacts`: the ids of the
     * body, or everybody with `allMembers`.
     */
    moveToList,

    /**
     * Attaches a file to the record `targetType` and `targetId` with `POST /documents`. The body is a file, bytes, a stream
     * or a message with one attachment; it is streamed. An upload is never repeated when its fate is unknown.
     */
    upload,

    /**
     * Follows a resource: a route that starts with it gets each record that was created or changed, oldest first, and with
     * `deletions` also the deleted ones. It only starts a route; see the page about following changes.
     */
    changes,

    /**
     * Sends a request of your own, with any method, format and headers, to any path of the account: `path` is relative
     * to the API root. The body is serialised in the `contentFormat`; it is neither wrapped nor is the answer unwrapped.
     */
    request,

    /**
     * Tests the credential with one cheap read. The body becomes a Map with `ok`, `status`, `millis`, `apiRoot`, `url`
     * and, when something is wrong, `hint`. A host that gives no answer at all is an error.
     */
    ping;

    /**
     * The operation with that name, in any case.
     *
     * @throws IllegalArgumentException listing the operations, the likely one first
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
