// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.processor;

import io.github.camelfreshsales.FreshsalesException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Makes a redelivery wait as long as Freshsales asks, such as until the hour of its quota is over. Use it as
 * {@code onExceptionOccurred} of an error handler; where Freshsales asks for nothing the handler's own delay counts.
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

    /** The longest wait, one hour by default, whatever Freshsales asks for. */
    public void setLongest(Duration longest) {
        this.longest = longest;
    }
}
