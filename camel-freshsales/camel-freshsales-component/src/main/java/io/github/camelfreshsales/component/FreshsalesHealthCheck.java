// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.Traffic;
import io.github.camelfreshsales.operation.Account;
import io.github.camelfreshsales.watch.AccountProbe;
import io.github.camelfreshsales.watch.AccountReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether an account can be used. Its recent calls show this; only if they do not, the check sends a probe, and that seldom.
 * Without quota the account is not DOWN: it works, and calls only have to wait.
 */
final class FreshsalesHealthCheck extends AbstractHealthCheck {

    private final Account account;
    private final AccountProbe probe;
    private final Duration interval;
    private AccountProbe.Finding found;

    FreshsalesHealthCheck(String id, Account account, AccountProbe probe, Duration interval) {
        super("camel", id);
        this.account = account;
        this.probe = probe;
        this.interval = interval;
    }

    /** Checks come one after the other: the caller holds a lock. */
    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Traffic traffic = account.traffic();
        if (!traffic.isHealthy(interval) && isProbeDue()) {
            AccountProbe.Finding now = probe.ask();
            found = now.asked() ? now : found;
        }
        builder.details(AccountReport.of(account, List.of()).healthDetails());
        if (isWrongSinceTheProbe(traffic)) {
            builder.detail(HealthCheck.HTTP_RESPONSE_CODE, found.status());
            builder.message(found.trouble()).down();
        } else if (traffic.isOut()) {
            Traffic.Failure outage = traffic.lastOutage();
            builder.detail(HealthCheck.HTTP_RESPONSE_CODE, outage.status());
            builder.message("The latest calls failed: " + outage).down();
        } else {
            builder.up();
        }
    }

    private boolean isProbeDue() {
        return found == null || !account.now().isBefore(found.at().plus(interval));
    }

    /** Whether a probe failed, and no call has succeeded since. */
    private boolean isWrongSinceTheProbe(Traffic traffic) {
        return found != null && found.trouble() != null && Objects.equals(found.success(), traffic.lastSuccess());
    }
}
