// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

/**
 * Something wrong with a record.
 *
 * @param field   the field, which may stand in a log
 * @param message what is wrong and what would be right; it may quote a value, so it stands in no log
 * @param isNew   whether the account may know by now what it did not know when it was asked
 */
public record Problem(String field, String message, boolean isNew) {

    static Problem of(String field, String message) {
        return new Problem(field, message, false);
    }

    /** Without the message, which may quote a value. */
    @Override
    public String toString() {
        return field;
    }
}
