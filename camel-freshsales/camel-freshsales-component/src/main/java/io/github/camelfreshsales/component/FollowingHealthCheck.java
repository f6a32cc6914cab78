// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * Whether a consumer can follow its account. Its polls show this, as with every polling consumer of Camel; the check adds what is
 * known of the account. It makes no call.
 */
final class FollowingHealthCheck extends ScheduledPollConsumerHealthCheck {

    private final FreshsalesConsumer consumer;

    FollowingHealthCheck(FreshsalesConsumer consumer, String id) {
        super(consumer, id);
        this.consumer = consumer;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result polls = super.call(options);
        HealthCheckResultBuilder builder = HealthCheckResultBuilder.on(this)
                .state(polls.getState())
                .details(polls.getDetails())
                .details(consumer.healthDetails());
        polls.getMessage().ifPresent(builder::message);
        polls.getError().ifPresent(builder::error);
        return builder.build();
    }
}
