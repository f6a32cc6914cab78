// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesOperation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operation gives back to the route.
 *
 * @param body    the new body of the message
 * @param headers the headers to set; without nulls
 */
public record OperationResult(Object body, Map<String, Object> headers) {

    /** Every header a result may set. */
    private static final List<String> HEADERS = List.of(
            FreshsalesConstants.HTTP_RESPONSE_CODE,
            FreshsalesConstants.ATTEMPTS,
            FreshsalesConstants.JOB_ID,
            FreshsalesConstants.JOB_STATUS_URL,
            FreshsalesConstants.RESULT_ID,
            FreshsalesConstants.SIDELOADS,
            FreshsalesConstants.CREATED,
            FreshsalesConstants.WARNINGS,
            FreshsalesConstants.UNSTORED_FIELDS,
            FreshsalesConstants.TOTAL,
            FreshsalesConstants.TOTAL_PAGES,
            FreshsalesConstants.SUCCEEDED_COUNT,
            FreshsalesConstants.FAILED_COUNT,
            FreshsalesConstants.UNCHANGED_COUNT,
            FreshsalesConstants.UNCHANGED,
            FreshsalesConstants.RATE_LIMIT_LIMIT,
            FreshsalesConstants.RATE_LIMIT_REMAINING,
            FreshsalesConstants.RATE_LIMIT_RESET,
            FreshsalesConstants.RETRY_AFTER);

    /** The same with one more header. */
    OperationResult with(String header, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new OperationResult(body, more);
    }

    private static final List<String> HEADERS_WITHOUT_JOB_ID = HEADERS.stream()
            .filter(name -> !name.equals(FreshsalesConstants.JOB_ID))
            .toList();

    /** The headers of an earlier call, which are removed before new ones are set. One that controls a call stays. */
    public static List<String> outdatedBy(FreshsalesOperation operation) {
        return operation == FreshsalesOperation.jobStatus ? HEADERS_WITHOUT_JOB_ID : HEADERS;
    }
}
