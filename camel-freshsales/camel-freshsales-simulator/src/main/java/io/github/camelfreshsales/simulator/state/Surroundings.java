// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.state;

import java.time.Duration;

/**
 * What a state keeps of the simulator around the account.
 *
 * @param clockAhead how far the clock was moved
 * @param perHour the quota, 0 for none
 * @param perMinute the quota, 0 for none
 */
public record Surroundings(Duration clockAhead, long perHour, long perMinute) {

    public Surroundings {
        clockAhead = clockAhead == null ? Duration.ZERO : clockAhead;
    }
}
