// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import java.util.stream.IntStream;

/** Which part of a list is wanted. Sizes above the cap are clipped, and numbers that are none are ignored. */
record Page(int number, int size) {

    private static final int DEFAULT_SIZE = 25;
    private static final int CAP = 100;

    static Page of(ApiRequest request) {
        return of(
                request.parameter("page").orElse(""),
                request.parameter("per_page").orElse(""),
                DEFAULT_SIZE);
    }

    /** The page wanted by a body, or by the query when the body says nothing. */
    static Page of(JsonNode body, ApiRequest request, int defaultSize) {
        return of(
                body.path("page").asText(request.parameter("page").orElse("")),
                body.path("per_page").asText(request.parameter("per_page").orElse("")),
                defaultSize);
    }

    private static Page of(String number, String size, int defaultSize) {
        return new Page(positive(number, 1), Math.min(positive(size, defaultSize), CAP));
    }

    long[] slice(long[] ids, CrmAccount account) {
        return positions(ids.length, account).mapToLong(at -> ids[at]).toArray();
    }

    /** The places, counted from 0, of the items of this page. */
    IntStream positions(int total, CrmAccount account) {
        int size = effectiveSize(account);
        int shown =
                account.has(Switch.LAST_PAGE_REPEATS) ? Math.min(number, Math.max(pages(total, account), 1)) : number;
        long from = Math.min((long) (shown - 1) * size, total);
        return IntStream.range((int) from, (int) Math.min(from + size, total));
    }

    int pages(int total, CrmAccount account) {
        int size = effectiveSize(account);
        return (total + size - 1) / size;
    }

    private int effectiveSize(CrmAccount account) {
        return account.has(Switch.SHORT_PAGES) ? Math.max(1, size - 1) : size;
    }

    private static int positive(String text, int otherwise) {
        try {
            return Math.max(1, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
