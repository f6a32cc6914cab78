// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.Fetch;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fetches a list in the way that the options say: one page, all pages, or a stream. */
final class Paging {

    private final OperationCall call;
    private final Session session;
    private final PageRequest request;
    private final int perPage;

    private Paging(OperationCall call, Session session, PageRequest request) {
        this.call = call;
        this.session = session;
        this.request = request;
        this.perPage = perPage();
    }

    /** Makes the request of a page. */
    @FunctionalInterface
    interface PageRequest {
        Request of(int page, int perPage);
    }

    static OperationResult fetch(OperationCall call, Session session, PageRequest request) {
        return new Paging(call, session, request).fetch();
    }

    /**
     * How many records to ask for a page: no more than are wanted at all. Only when the first page is asked for, since the
     * number of a further one counts pages of the size that was given.
     */
    private int perPage() {
        int asked = call.get(Option.PER_PAGE);
        long most = call.get(Option.MAX_RECORDS);
        return most > 0 && most < asked && call.get(Option.PAGE) == 1 ? (int) most : asked;
    }

    private OperationResult fetch() {
        Fetch fetch = call.get(Option.FETCH);
        int first = call.get(Option.PAGE);
        if (fetch != Fetch.page && call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
            throw new IllegalArgumentException(
                    "The output format raw is the bytes of one response, so it needs fetch=page");
        }
        if (fetch == Fetch.page || call.get(Option.DRY_RUN)) {
            Request page = request.of(first, perPage);
            return session.exchange(call, page, response -> onePage(page, response));
        }
        return fetch == Fetch.all ? all(first) : stream(first);
    }

    private OperationResult onePage(Request asked, Response response) {
        Map<String, Object> headers = ResultFormat.headers(response);
        Page page = Page.of(asked.expected(), response.content());
        count(page, headers);
        if (call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
            return new OperationResult(response.body(), headers);
        }
        if (!call.get(Option.UNWRAP)) {
            return new OperationResult(ResultFormat.format(call, session, page.whole()), headers);
        }
        sideload(page.sideloads(), headers);
        return new OperationResult(ResultFormat.rows(call, session, page.rows()), headers);
    }

    private OperationResult all(int first) {
        boolean unwrap = call.get(Option.UNWRAP);
        List<Object> body = new ArrayList<>();
        Map<String, Object> sideloads = new LinkedHashMap<>();
        Map<String, Object> headers = new LinkedHashMap<>();
        PageIterator pages = pages(first, headers);
        while (pages.hasNext()) {
            Page page = pages.next();
            body.addAll(unwrap ? page.rows() : List.of(page.whole()));
            SideloadMerge.into(sideloads, page.sideloads());
        }
        if (unwrap) {
            sideload(sideloads, headers);
        }
        return new OperationResult(ResultFormat.rows(call, session, body), headers);
    }

    private OperationResult stream(int first) {
        boolean unwrap = call.get(Option.UNWRAP);
        Map<String, Object> headers = new LinkedHashMap<>();
        PageIterator pages = pages(first, headers);
        pages.hasNext(); // so that what is wrong shows here, and not in the middle of the route
        Iterator<Object> rows = new RowIterator(pages, unwrap, row -> ResultFormat.row(call, session, row));
        return new OperationResult(rows, new LinkedHashMap<>(headers));
    }

    private PageIterator pages(int first, Map<String, Object> headers) {
        return new PageIterator(number -> page(number, headers), first, perPage, call.get(Option.MAX_RECORDS));
    }

    private Page page(int number, Map<String, Object> headers) {
        if (session.requests() > 0 && session.isStopping()) {
            throw Failures.stoppedReading(call, number);
        }
        Request asked = request.of(number, perPage);
        Response response = session.send(call, asked);
        Page page = Page.of(asked.expected(), response.content());
        if (headers.isEmpty()) {
            headers.putAll(ResultFormat.headers(response));
            count(page, headers);
        }
        return page;
    }

    private static void count(Page page, Map<String, Object> headers) {
        if (page.total() != null) {
            headers.put(FreshsalesConstants.TOTAL, page.total());
        }
        if (page.totalPages() != null) {
            headers.put(FreshsalesConstants.TOTAL_PAGES, page.totalPages());
        }
    }

    private static void sideload(Map<String, Object> sideloads, Map<String, Object> headers) {
        if (!sideloads.isEmpty()) {
            headers.put(FreshsalesConstants.SIDELOADS, sideloads);
        }
    }
}
