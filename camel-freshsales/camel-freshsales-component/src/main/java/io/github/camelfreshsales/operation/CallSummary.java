// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * How a call went, also when it failed, for those who look on and have asked before. Nobody else pays for it.
 *
 * @param attempts  the requests that were sent, retries included
 * @param waited    how long they waited to go out
 * @param succeeded the records of many that went through
 * @param failed    those that did not
 * @param unknown   those of unknown fate
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

    private static final String PROPERTY = "CamelFreshsalesCallSummary";

    private static final CallSummary NONE = new CallSummary(0, Duration.ZERO, 0, 0, 0, 0, 0, List.of());

    public CallSummary {
        jobIds = List.copyOf(jobIds);
    }

    /** Says that somebody wants the summary of the call that is about to be made. */
    public static void ask(Exchange exchange) {
        exchange.setProperty(PROPERTY, NONE);
    }

    /** Leaves the summary for who asked. */
    public static void leave(Exchange exchange, Session session) {
        if (exchange.getProperty(PROPERTY) != null) {
            exchange.setProperty(PROPERTY, session.summary());
        }
    }

    /** The summary of the call that was made; null when there was none. */
    public static CallSummary take(Exchange exchange) {
        Object summary = exchange.removeProperty(PROPERTY);
        return summary == NONE ? null : (CallSummary) summary;
    }
}
