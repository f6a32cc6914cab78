// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a consumer stands.
 *
 * @param name         which consumer: its route, or its key in the state repository
 * @param resourceType what it follows
 * @param cursor       up to where it has delivered, or null before the first poll
 * @param lag          how far that is behind, or null when it is not known
 */
public record CursorReport(String name, String resourceType, Instant cursor, Duration lag) {}
