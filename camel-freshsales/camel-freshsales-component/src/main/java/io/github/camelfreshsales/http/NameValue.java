// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

/** A query parameter or a header. Both may occur more than once, so requests have lists of these. */
public record NameValue(String name, String value) {}
