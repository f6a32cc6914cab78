// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.web.Json;

/** The forms of {@code meta}, which differ from list to list. */
enum MetaForm {
    PAGES_AND_TOTAL,
    TOTAL,
    HAS_NEXT,
    /** Document associations spell it in camel case. */
    TOTAL_PAGES_CAMEL;

    ObjectNode node(Page page, int total, CrmAccount account) {
        int pages = page.pages(total, account);
        int saidPages = pages;
        int saidTotal = total;
        if (account.has(Switch.LAST_PAGE_EMPTY)) {
            saidPages++;
        }
        if (account.has(Switch.META_TOTAL_TOO_HIGH)) {
            saidPages += 2;
            saidTotal += 2 * page.size();
        }
        if (account.has(Switch.META_TOTAL_TOO_LOW)) {
            saidPages = Math.min(1, pages);
            saidTotal = Math.min(total, page.size());
        }
        return switch (forced(account)) {
            case PAGES_AND_TOTAL -> Json.object().put("total_pages", saidPages).put("total", saidTotal);
            case TOTAL -> Json.object().put("total", saidTotal);
            case HAS_NEXT ->
                Json.object().put("has_next", page.number() < saidPages).put("has_previous", page.number() > 1);
            case TOTAL_PAGES_CAMEL -> Json.object().put("total", saidTotal).put("totalPages", saidPages);
        };
    }

    private MetaForm forced(CrmAccount account) {
        if (account.has(Switch.META_TOTAL_PAGES)) {
            return PAGES_AND_TOTAL;
        }
        if (account.has(Switch.META_TOTAL_ONLY)) {
            return TOTAL;
        }
        return account.has(Switch.META_HAS_NEXT) ? HAS_NEXT : this;
    }
}
