// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.api.management.ManagedAttribute;

/** The JMX attributes of each endpoint: the numbers of its account, which all endpoints of the account share. */
public interface ManagedAccount {

    /** The account as it is at this moment. */
    AccountReport report();

    @ManagedAttribute(description = "Host of the account")
    default String getAccountHost() {
        return report().host();
    }

    @ManagedAttribute(description = "Requests of the account that were sent, including retries")
    default long getAccountCalls() {
        return report().calls();
    }

    @ManagedAttribute(description = "Requests of the account that did not succeed")
    default long getAccountErrors() {
        return report().errors();
    }

    @ManagedAttribute(description = "Requests of the account without a readable response")
    default long getAccountCallsWithoutResponse() {
        return report().withoutResponse();
    }

    @ManagedAttribute(description = "Responses to requests of the account by HTTP status")
    default Map<String, Long> getAccountResponsesByStatus() {
        Map<String, Long> responses = new TreeMap<>();
        report().responses().forEach((status, count) -> responses.put(status.toString(), count));
        return responses;
    }

    @ManagedAttribute(
            description = "Calls that the account can make before one has to wait; null when no limit is known")
    default Integer getAccountQuotaLeft() {
        return report().quota().calls();
    }

    @ManagedAttribute(description = "Calls of the account that wait now, for quota or before a retry")
    default long getAccountWaitingCalls() {
        return report().waiting();
    }

    @ManagedAttribute(description = "Bulk jobs of the account that a call waits for now")
    default long getAccountJobsUnderWay() {
        return report().jobs();
    }

    @ManagedAttribute(description = "When a call of the account last succeeded, in UTC")
    default String getAccountLastSuccess() {
        Instant last = report().lastSuccess();
        return last == null ? null : last.toString();
    }

    @ManagedAttribute(description = "Status and time of the latest failure of the account, in UTC")
    default String getAccountLastFailure() {
        return report().lastFailureText();
    }

    @ManagedAttribute(description = "Seconds that each consumer of the account is behind")
    default Map<String, Long> getAccountCursorLagSeconds() {
        Map<String, Long> lags = new TreeMap<>();
        for (CursorReport cursor : report().cursors()) {
            if (cursor.lag() != null) {
                lags.put(cursor.name(), cursor.lag().toSeconds());
            }
        }
        return lags;
    }

    @ManagedAttribute(description = "Ages in seconds of the views, fields and selectors of the account in memory")
    default Map<String, Long> getAccountMetadataAgeSeconds() {
        Map<String, Long> ages = new TreeMap<>();
        for (Map.Entry<String, Duration> kept : report().metadataAges().entrySet()) {
            ages.put(kept.getKey(), kept.getValue().toSeconds());
        }
        return ages;
    }
}
