// SPDX-License-Identifier: Apache-2.0
/** What follows the changes of an account: the cursor, and the walk through what has changed since. */
package io.github.camelfreshsales.changes;
