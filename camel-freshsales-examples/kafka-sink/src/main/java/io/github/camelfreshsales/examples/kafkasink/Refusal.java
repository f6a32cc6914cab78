// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.kafkasink;

import io.github.camelfreshsales.FreshsalesException;
import java.util.Set;
import org.apache.camel.Exchange;

/** What Freshsales says of a record that was sent alone. */
final class Refusal {

    // tag::refusal[]
    /** The record is at fault; anything else concerns the account, or passes. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 409, 413, 422);

    static boolean isForGood(Exchange exchange) {
        FreshsalesException failure = failure(exchange);
        return FOR_GOOD.contains(failure.getStatus()) && !failure.isRetryable() && !failure.isOutcomeUnknown();
    }
    // end::refusal[]

    private Refusal() {}

    /** In words of Freshsales; the exception holds no key. */
    static String reason(Exchange exchange) {
        FreshsalesException failure = failure(exchange);
        return failure.getStatus() + " " + String.join("; ", failure.getMessages());
    }

    /** Before it is caught, the exchange has it; then only a property does. */
    private static FreshsalesException failure(Exchange exchange) {
        FreshsalesException thrown = exchange.getException(FreshsalesException.class);
        return thrown == null ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, FreshsalesException.class) : thrown;
    }
}
