// SPDX-License-Identifier: Apache-2.0
/** Follows the changes of an account: the cursor, and reading what has changed since. */
package io.github.camelfreshsales.changes;
