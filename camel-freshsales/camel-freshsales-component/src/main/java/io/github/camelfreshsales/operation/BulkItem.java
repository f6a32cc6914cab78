// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

/**
 * A record, or an id, that may go into a bulk call.
 *
 * @param index      its place in the input
 * @param field      what it is matched by
 * @param identifier the value of that field
 * @param content    what the call holds of it
 * @param sent       what it is remembered by; null when nothing is kept of it
 */
record BulkItem(int index, String field, Object identifier, Object content, SentRecord sent) {}
