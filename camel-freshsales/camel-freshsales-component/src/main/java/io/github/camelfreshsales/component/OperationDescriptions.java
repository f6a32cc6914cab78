// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

/**
 * What tools show beside the operation of an endpoint. Camel's catalog describes an option, but none of its values, so these
 * are the first sentences of {@link io.github.camelfreshsales.FreshsalesOperation}; a test of the manual compares them.
 */
final class OperationDescriptions {

    static final String ALL = "What the endpoint does."
            + " create: Creates a record with POST /{resource}."
            + " get: Reads the record named by recordId with GET /{resource}/{id}."
            + " update: Changes a record with PUT /{resource}/{id}."
            + " delete: Moves a record to the recycle bin with DELETE /{resource}/{id}."
            + " upsert: Creates the record, or updates the one that has the same identifier, with POST "
            + "/{resource}/upsert."
            + " forget: Removes a record for good with DELETE /{resource}/{id}/forget."
            + " clone: Copies the record named by recordId with POST /{resource}/{id}/clone."
            + " restore: Takes the record named by recordId out of the recycle bin with PUT "
            + "/{resource}/{id}/restore."
            + " convert: Turns the lead named by recordId into a contact, with POST /leads/{id}/convert; Classic "
            + "accounts only."
            + " list: Lists records in the way the resource has: a view (viewId, viewName, else the account's "
            + "default view), a named filter, the members of a marketing list (listId), or a plain list."
            + " views: Gives the views of a resource with GET /{resource}/filters."
            + " fields: Gives the fields of a resource with GET /settings/{resource}/fields; those of a custom "
            + "module come from its forms."
            + " schema: Gives a JSON Schema (2020-12) of a resource as this account has it, made from fields."
            + " search: Searches for the text in query in all fields of the entities with GET /search."
            + " lookup: Finds the records whose searchField equals query with GET /lookup."
            + " filteredSearch: Finds records by rules with POST /filtered_search/{entity}."
            + " related: Gives what belongs to a record, such as its notes, with GET /{resource}/{id}/{relation}."
            + " selector: Gives the values of a drop-down, such as owners or deal_stages, with GET "
            + "/selector/{selectorName}."
            + " bulkUpsert: Creates or updates many records with few calls, POST /{resource}/bulk_upsert with up "
            + "to 100 records each, and follows the jobs."
            + " bulkDelete: Moves many records to the recycle bin with one call, POST /{resource}/bulk_destroy."
            + " bulkAssignOwner: Gives many contacts or leads the owner ownerId with one call, POST "
            + "/{resource}/bulk_assign_owner."
            + " jobStatus: Looks at the job jobId with GET /job_statuses/{id}."
            + " addToList: Puts contacts on the marketing list listId with PUT /lists/{id}/add_contacts."
            + " removeFromList: Takes contacts off the marketing list listId with PUT "
            + "/lists/{id}/remove_contacts: the ids of the body, or everybody with allMembers."
            + " moveToList: Moves contacts from the marketing list fromListId to listId with PUT "
            + "/lists/{id}/move_contacts: the ids of the body, or everybody with allMembers."
            + " upload: Attaches a file to the record targetType and targetId with POST /documents."
            + " changes: Follows a resource: a route that starts with it gets each record that was created or "
            + "changed, oldest first, and with deletions also the deleted ones."
            + " request: Sends a request of your own, with any method, format and headers, to any path of the "
            + "account: path is relative to the API root."
            + " ping: Tests the credential with one cheap read.";

    private OperationDescriptions() {}
}
