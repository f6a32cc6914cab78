// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import io.github.camelfreshsales.RecordCheck;

/**
 * What is to be done with each record of a call before it is sent.
 *
 * @param mapping           what is renamed and left out
 * @param resolvesNames     whether names and labels stand for ids and field names
 * @param validation        what becomes of a record that does not fit the account's fields
 * @param isCreate          whether the record must have what is required
 * @param nestsCustomFields whether custom fields at the top of a record move to where the service wants them
 */
public record RecordRules(
        FieldMapping mapping,
        boolean resolvesNames,
        RecordCheck validation,
        boolean isCreate,
        boolean nestsCustomFields) {

    /** The same for an account whose fields cannot be had. */
    public RecordRules withoutValidation() {
        return new RecordRules(mapping, resolvesNames, RecordCheck.off, isCreate, nestsCustomFields);
    }

    /** Whether the account must be asked for what it has. */
    public boolean needMetadata() {
        return resolvesNames || validation != RecordCheck.off;
    }
}
