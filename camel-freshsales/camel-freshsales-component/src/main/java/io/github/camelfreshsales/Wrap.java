// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

/** Whether a record is put under its resource's key, as in {"contact":{…}}. */
public enum Wrap {
    /** Wraps a record that is not wrapped yet. */
    auto,
    /** Wraps whatever comes. */
    always,
    /** Sends the record as it is. */
    never
}
