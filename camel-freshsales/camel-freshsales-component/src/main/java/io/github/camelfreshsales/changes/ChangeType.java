// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

/** What happened to a record, as far as its follower knows. */
public enum ChangeType {
    created,
    updated,
    deleted
}
