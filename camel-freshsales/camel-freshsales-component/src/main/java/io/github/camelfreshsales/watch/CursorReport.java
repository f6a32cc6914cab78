// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * The position of a consumer.
 *
 * @param name         the route of the consumer, or its key in the state repository
 * @param resourceType the resource that it follows
 * @param cursor       the instant up to which it has delivered, or null before the first poll
 * @param lag          how far it is behind, or null if that is not known
 */
public record CursorReport(String name, String resourceType, Instant cursor, Duration lag) {}
