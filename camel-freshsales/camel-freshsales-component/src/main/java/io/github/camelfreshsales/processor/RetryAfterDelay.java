// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.processor;

import io.github.camelfreshsales.FreshsalesException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Makes a redelivery wait as long as Freshsales asks, such as until the end of the hour. Use it as {@code onExceptionOccurred} of
 * an error handler. If Freshsales does not ask for a wait, the delay of the error handler applies.
 */
public final class RetryAfterDelay implements Processor {

    private Duration longest = Duration.ofHours(1);

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Duration asked = exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof FreshsalesException e
                ? e.getRetryAfter()
                : null;
        if (asked == null) {
            message.removeHeader(Exchange.REDELIVERY_DELAY);
        } else {
            message.setHeader(Exchange.REDELIVERY_DELAY, Math.min(asked.toMillis(), longest.toMillis()));
        }
    }

    public Duration getLongest() {
        return longest;
    }

    /** The longest wait, even if Freshsales asks for more: one hour by default. */
    public void setLongest(Duration longest) {
        this.longest = longest;
    }
}
