package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
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

    /** Every header a result may set. Those of an earlier call are removed before new ones are set. */
    public static final List<String> HEADERS = List.of(
            FreshsalesConstants.HTTP_RESPONSE_CODE,
            FreshsalesConstants.ATTEMPTS,
            FreshsalesConstants.JOB_ID,
            FreshsalesConstants.JOB_STATUS_URL,
            FreshsalesConstants.RESULT_ID,
            FreshsalesConstants.SIDELOADS,
            FreshsalesConstants.CREATED,
            FreshsalesConstants.TOTAL,
            FreshsalesConstants.TOTAL_PAGES,
            FreshsalesConstants.SUCCEEDED_COUNT,
            FreshsalesConstants.FAILED_COUNT,
            FreshsalesConstants.RATE_LIMIT_LIMIT,
            FreshsalesConstants.RATE_LIMIT_REMAINING,
            FreshsalesConstants.RATE_LIMIT_RESET,
            FreshsalesConstants.RETRY_AFTER);

    /** The same result after so many requests; an answer is read before it is known whether it was the last. */
    OperationResult after(int attempts) {
        if (attempts == 1) {
            return this;
        }
        Map<String, Object> counted = new LinkedHashMap<>(headers);
        counted.put(FreshsalesConstants.ATTEMPTS, attempts);
        return new OperationResult(body, counted);
    }
}
