// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * The summary of a call for observers: a property of the exchange, also after a failure.
 *
 * @param attempts  the requests that were sent, including retries
 * @param waited    how long they waited before they were sent
 * @param succeeded the records of many that went through
 * @param failed    those that did not
 * @param unknown   those of unknown outcome
 * @param unchanged those that were left out as unchanged
 * @param jobs      the bulk jobs
 * @param jobIds    the ids of the first of them
 */
public record CallSummary(
        int attempts,
        Duration waited,
        long succeeded,
        long failed,
        long unknown,
        long unchanged,
        long jobs,
        List<String> jobIds)
        implements Serializable {

    /** The property of the exchange. */
    public static final String PROPERTY = "CamelFreshsalesCallSummary";

    public CallSummary {
        jobIds = List.copyOf(jobIds);
    }
}
