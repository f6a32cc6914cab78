// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.Quota;
import io.github.camelfreshsales.http.Traffic;
import io.github.camelfreshsales.operation.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An account at one moment, for the dev console, JMX and the health check. It contains no key and nothing of a record.
 *
 * @param calls        the requests that were sent, including retries
 * @param errors       those that did not succeed
 * @param responses    the number of responses with each status
 * @param withoutResponse the requests without a readable response
 * @param waiting      the calls that wait now
 * @param jobs         the bulk jobs that a call waits for now
 * @param metadataAges the ages of the views, fields and selectors in memory, by path
 */
public record AccountReport(
        String apiRoot,
        String host,
        long calls,
        long errors,
        SortedMap<Integer, Long> responses,
        long withoutResponse,
        Quota.Left quota,
        long waiting,
        long jobs,
        Instant lastSuccess,
        Traffic.Failure lastFailure,
        SortedMap<String, Duration> metadataAges,
        List<CursorReport> cursors) {

    public static AccountReport of(Account account, List<CursorReport> cursors) {
        Traffic traffic = account.traffic();
        return new AccountReport(
                account.root().toString(),
                account.root().authority(),
                traffic.calls(),
                traffic.errors(),
                traffic.responses(),
                traffic.callsWithoutResponse(),
                account.dispatcher().quota().left(),
                traffic.waiting(),
                traffic.jobs(),
                traffic.lastSuccess(),
                traffic.lastFailure(),
                account.metadataAges(),
                cursors);
    }

    public static AccountReport ofUnused(ApiRoot root) {
        return new AccountReport(
                root.toString(),
                root.authority(),
                0,
                0,
                new TreeMap<>(),
                0,
                new Quota.Left(null, null, null),
                0,
                0,
                null,
                null,
                new TreeMap<>(),
                List.of());
    }

    /** The details that the health checks of producers and consumers add, without what is not known. */
    public Map<String, Object> healthDetails() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("account.host", host);
        if (quota.calls() != null) {
            details.put("quota.left", quota.calls());
        }
        if (lastSuccess != null) {
            details.put("last.success", lastSuccess.toString());
        }
        if (lastFailure != null) {
            details.put("last.failure", lastFailureText());
        }
        return details;
    }

    /** The latest failure in words, or null. */
    public String lastFailureText() {
        return lastFailure == null ? null : lastFailure + " at " + lastFailure.at();
    }
}
