package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.Fetch;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.http.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Fetches a list as the options ask: one page, all, or a stream. */
final class Paging {

    private static final int MOST_A_PAGE = 100;

    private final OperationCall call;
    private final IntFunction<Request> pageRequest;
    private final String key;
    private final int perPage;

    /**
     * @param pageRequest the request of a page by its number
     * @param key         where the records stand in an answer, or null for its first list
     * @param perPage     how many records a page is asked for
     */
    Paging(OperationCall call, IntFunction<Request> pageRequest, String key, int perPage) {
        this.call = call;
        this.pageRequest = pageRequest;
        this.key = key;
        this.perPage = perPage;
    }

    /**
     * How many records to ask for a page: no more than are wanted at all. Only when the first page is asked for, since the
     * number of a further one counts pages of the size that was given.
     */
    static int perPage(OperationCall call) {
        int perPage = call.get(Option.PER_PAGE);
        if (perPage < 1 || perPage > MOST_A_PAGE) {
            throw new IllegalArgumentException("The option perPage is " + perPage + "; it must be 1 to " + MOST_A_PAGE);
        }
        long maxRecords = maxRecords(call);
        return maxRecords > 0 && maxRecords < perPage && firstPage(call) == 1 ? (int) maxRecords : perPage;
    }

    static int firstPage(OperationCall call) {
        int page = call.get(Option.PAGE);
        if (page < 1) {
            throw new IllegalArgumentException("The option page is " + page + "; the first page is 1");
        }
        return page;
    }

    private static long maxRecords(OperationCall call) {
        long most = call.get(Option.MAX_RECORDS);
        if (most < 0) {
            throw new IllegalArgumentException("The option maxRecords is " + most + "; 0 means all");
        }
        return most;
    }

    OperationResult fetch() {
        Fetch fetch = call.get(Option.FETCH);
        int first = firstPage(call);
        if (call.get(Option.DRY_RUN)) {
            return DryRun.describe(call, pageRequest.apply(first));
        }
        if (fetch == Fetch.page) {
            return onePage(first);
        }
        if (call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
            throw new IllegalArgumentException(
                    "The output format raw gives the bytes of one answer, so it goes with fetch=page only");
        }
        return fetch == Fetch.all ? all(first) : stream(first);
    }

    private OperationResult onePage(int number) {
        Request request = pageRequest.apply(number);
        return Sender.exchange(call, request, response -> {
            Map<String, Object> headers = ResponseReader.headers(response);
            if (call.get(Option.OUTPUT_FORMAT) == OutputFormat.raw) {
                return new OperationResult(response.body(), headers);
            }
            Page page = Page.of(ResponseReader.parse(call, response), key);
            count(page, headers);
            if (!call.get(Option.UNWRAP)) {
                return new OperationResult(ResponseReader.format(call, page.whole()), headers);
            }
            sideload(page.sideloads(), headers);
            return new OperationResult(ResponseReader.rows(call, page.rows()), headers);
        });
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
        return new OperationResult(ResponseReader.rows(call, body), headers);
    }

    private OperationResult stream(int first) {
        boolean unwrap = call.get(Option.UNWRAP);
        Map<String, Object> headers = new LinkedHashMap<>();
        PageIterator pages = pages(first, headers);
        pages.hasNext(); // so that what is wrong shows here, and not in the middle of the route
        Iterator<Object> rows = new RowIterator(pages, unwrap, row -> ResponseReader.row(call, row));
        return new OperationResult(rows, new LinkedHashMap<>(headers));
    }

    private PageIterator pages(int first, Map<String, Object> headers) {
        return new PageIterator(number -> page(number, headers), first, perPage, maxRecords(call));
    }

    private Page page(int number, Map<String, Object> headers) {
        Request request = pageRequest.apply(number);
        Sender.Read<Page> read =
                Sender.read(call, request, response -> Page.of(ResponseReader.parse(call, response), key));
        if (headers.isEmpty()) {
            headers.putAll(ResponseReader.headers(read.response()));
            count(read.value(), headers);
        }
        return read.value();
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
