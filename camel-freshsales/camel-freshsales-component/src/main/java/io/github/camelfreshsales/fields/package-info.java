// SPDX-License-Identifier: Apache-2.0
/**
 * Records in the user's own words: mapping, names for ids, validation, what was stored, JSON Schema. It is given what an
 * account tells of itself, and sends nothing.
 */
package io.github.camelfreshsales.fields;
