package io.github.camelfreshsales.component;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/** The check that Camel gives a polling consumer, with what is known of its account beside it. It costs no call. */
final class ConsumerHealthCheck implements HealthCheck {

    private final HealthCheck polls;
    private final Supplier<Map<String, Object>> account;

    ConsumerHealthCheck(HealthCheck polls, Supplier<Map<String, Object>> account) {
        this.polls = polls;
        this.account = account;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result result = polls.call(options);
        return HealthCheckResultBuilder.on(this)
                .state(result.getState())
                .message(result.getMessage().orElse(null))
                .error(result.getError().orElse(null))
                .details(result.getDetails())
                .details(account.get())
                .build();
    }

    @Override
    public boolean isLiveness() {
        return polls.isLiveness();
    }

    @Override
    public boolean isReadiness() {
        return polls.isReadiness();
    }

    @Override
    public boolean isEnabled() {
        return polls.isEnabled();
    }

    @Override
    public void setEnabled(boolean enabled) {
        polls.setEnabled(enabled);
    }

    @Override
    public String getGroup() {
        return polls.getGroup();
    }

    @Override
    public String getId() {
        return polls.getId();
    }

    @Override
    public int getOrder() {
        return polls.getOrder();
    }
}
