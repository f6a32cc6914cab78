// SPDX-License-Identifier: Apache-2.0
/**
 * Records in the user's own words: mapping, names for ids, validation, verification of what was stored, JSON Schema. It is given
 * the metadata of an account, and sends nothing.
 */
package io.github.camelfreshsales.fields;
