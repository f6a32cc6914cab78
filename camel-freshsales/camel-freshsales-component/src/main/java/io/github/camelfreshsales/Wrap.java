// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** Whether to put a record under the key of its resource, as in {"contact":{…}}. */
public enum Wrap {
    /** Wraps a record that is not wrapped yet. */
    auto,
    /** Wraps every record. */
    always,
    /** Sends the record as it is. */
    never
}
