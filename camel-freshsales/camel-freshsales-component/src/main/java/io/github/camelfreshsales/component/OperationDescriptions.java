// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

/**
 * What tools show for the operation of an endpoint. Camel's catalog describes options, but not their values, so these are the
 * first sentences of {@link io.github.camelfreshsales.FreshsalesOperation}; a test of the manual compares them.
 */
final class OperationDescriptions {

    static final String ALL = "What the endpoint does."
            + " create: Creates a record with POST /{resource}."
            + " get: Reads the record with the id recordId with GET /{resource}/{id}."
            + " update: Changes a record with PUT /{resource}/{id}."
            + " delete: Moves a record to the recycle bin with DELETE /{resource}/{id}."
            + " upsert: Creates the record, or updates the one with the same identifier, with POST "
            + "/{resource}/upsert."
            + " forget: Deletes a record for good with DELETE /{resource}/{id}/forget."
            + " clone: Copies the record with the id recordId with POST /{resource}/{id}/clone."
            + " restore: Restores the record with the id recordId from the recycle bin with PUT "
            + "/{resource}/{id}/restore."
            + " convert: Converts the lead with the id recordId into a contact with POST /leads/{id}/convert, in "
            + "Classic accounts only."
            + " list: Lists records, in the way that the resource supports: a view (viewId, viewName, or the "
            + "default view of the account), a named filter, the members of a marketing list (listId), or a "
            + "plain list."
            + " views: Reads the views of a resource with GET /{resource}/filters."
            + " fields: Reads the fields of a resource with GET /settings/{resource}/fields, or those of a "
            + "custom module from its forms."
            + " schema: Makes a JSON Schema (2020-12) of a resource from its fields in this account."
            + " search: Searches all fields of the entities for the text in query with GET /search."
            + " lookup: Finds the records whose searchField equals query with GET /lookup."
            + " filteredSearch: Finds records by rules with POST /filtered_search/{entity}."
            + " related: Reads what belongs to a record, such as its notes, with GET /{resource}/{id}/{relation}."
            + " selector: Reads the values of a drop-down, such as owners or deal_stages, with GET "
            + "/selector/{selectorName}."
            + " bulkUpsert: Creates or updates many records in bulk calls of up to 100 records with POST "
            + "/{resource}/bulk_upsert, and waits for their jobs."
            + " bulkDelete: Moves many records to the recycle bin in one call with POST /{resource}/bulk_destroy."
            + " bulkAssignOwner: Assigns many contacts or leads to the owner ownerId in one call with POST "
            + "/{resource}/bulk_assign_owner."
            + " jobStatus: Reads the status of the job jobId with GET /job_statuses/{id}."
            + " addToList: Adds contacts to the marketing list listId with PUT /lists/{id}/add_contacts."
            + " removeFromList: Removes contacts from the marketing list listId with PUT "
            + "/lists/{id}/remove_contacts."
            + " moveToList: Moves contacts from the marketing list fromListId to listId with PUT "
            + "/lists/{id}/move_contacts."
            + " upload: Attaches a file to the record targetType and targetId with POST /documents."
            + " changes: Starts a route that gets each created or changed record of a resource, oldest first, "
            + "and with deletions also the deleted ones."
            + " request: Sends your own request with any method, format and headers to any path of the account."
            + " ping: Tests the credentials with one cheap read.";

    private OperationDescriptions() {}
}
