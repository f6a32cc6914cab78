// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.time.Duration;

/**
 * How to follow something.
 *
 * @param startFrom where to begin without a cursor: now, beginning or an instant
 * @param overlap   how long after its change a record may still come to light
 * @param deleted   whether to follow the recycle bin
 */
public record FeedSettings(String startFrom, Duration overlap, int perPage, boolean deleted) {}
