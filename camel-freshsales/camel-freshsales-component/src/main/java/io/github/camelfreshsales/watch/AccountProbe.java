// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.operation.Account;
import io.github.camelfreshsales.operation.OperationCall;
import io.github.camelfreshsales.operation.OperationTable;
import io.github.camelfreshsales.operation.OptionValues;
import io.github.camelfreshsales.operation.Session;
import java.time.Instant;
import java.util.Map;

/** Checks whether an account can be used, with the request of the operation ping. */
public final class AccountProbe {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Account account;
    private final Transport transport;
    private final OptionValues options;

    public AccountProbe(Account account, Transport transport, FreshsalesConfiguration options) {
        this.account = account;
        this.transport = transport;
        FreshsalesConfiguration own = options.copy();
        own.setDryRun(false);
        this.options = OptionValues.of(own);
    }

    /**
     * The result of a probe.
     *
     * @param at      when
     * @param asked   whether it made a call; there may be none left
     * @param status  the status of the response, or 0
     * @param trouble what is wrong, or null
     * @param success the latest success of the account after the probe, or null
     */
    public record Finding(Instant at, boolean asked, int status, String trouble, Instant success) {}

    public Finding ask() {
        OperationCall call = OperationCall.of(FreshsalesOperation.ping, options);
        Session session = new Session(account, transport, time -> false);
        try {
            Map<?, ?> report = (Map<?, ?>) OperationTable.run(call, session).body();
            int status = (Integer) report.get("status");
            // no calls left, but a service that says so works and knows the account
            return finding(true, status, status == TOO_MANY_REQUESTS ? null : (String) report.get("hint"));
        } catch (FreshsalesException e) {
            boolean noQuota = e.getStatus() == 0 && e.getRetryAfter() != null;
            return noQuota ? finding(false, 0, null) : finding(true, e.getStatus(), String.join("; ", e.getMessages()));
        } catch (RuntimeException e) {
            return finding(true, 0, "The probe failed: " + e.getClass().getSimpleName());
        }
    }

    private Finding finding(boolean asked, int status, String trouble) {
        return new Finding(
                account.now(), asked, status, trouble, account.traffic().lastSuccess());
    }
}
