// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

/** A query parameter or a header; both may occur more than once, so they travel as lists of these. */
public record NameValue(String name, String value) {}
