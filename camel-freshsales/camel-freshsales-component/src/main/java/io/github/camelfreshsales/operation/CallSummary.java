// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * The summary of a call, also after a failure, for observers that have asked for it before. It costs nothing without them.
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

    private static final String PROPERTY = "CamelFreshsalesCallSummary";

    private static final CallSummary NONE = new CallSummary(0, Duration.ZERO, 0, 0, 0, 0, 0, List.of());

    public CallSummary {
        jobIds = List.copyOf(jobIds);
    }

    /** Asks for the summary of the next call. */
    public static void ask(Exchange exchange) {
        exchange.setProperty(PROPERTY, NONE);
    }

    /** Sets the summary, if it was asked for. */
    public static void leave(Exchange exchange, Session session) {
        if (exchange.getProperty(PROPERTY) != null) {
            exchange.setProperty(PROPERTY, session.summary());
        }
    }

    /** The summary of the latest call, or null if there was none. */
    public static CallSummary take(Exchange exchange) {
        Object summary = exchange.removeProperty(PROPERTY);
        return summary == NONE ? null : (CallSummary) summary;
    }
}
