// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.examples.csv.CsvRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The rows of a CSV file become contacts, one by one: the part of this example to copy. */
final class ContactsRoute extends RouteBuilder {

    /** What the service answers when it has read a record and does not want it. */
    private static final Set<Integer> RECORD_REFUSED = Set.of(400, 409, 413, 422);

    private static final String ROW = "row";

    private final Report report;
    private final Map<String, String> headings;

    /** @param headings the fields that headings mean which are not labels of the account */
    ContactsRoute(Report report, Map<String, String> headings) {
        this.report = report;
        this.headings = headings;
    }

    @Override
    public void configure() {
        // The connection broke or the service stumbled after the contact was sent. It may be stored, so it is not sent
        // again: that could make it twice. Somebody has to look.
        onException(FreshsalesException.class)
                .onWhen(exchange -> failure(exchange).isOutcomeUnknown())
                .handled(true)
                .process(exchange -> report.unknown(row(exchange), reason(exchange)));

        // The service does not want this contact. The next one may do.
        onException(FreshsalesException.class)
                .onWhen(exchange -> concernsRecord(failure(exchange)))
                .handled(true)
                .process(exchange -> report.refused(row(exchange), reason(exchange)));

        // Anything else (a wrong key, a missing permission, no connection, no calls left) would meet every row.
        onException(Exception.class)
                .handled(true)
                .process(exchange -> report.stop(row(exchange), caught(exchange).getMessage()));

        bindToRegistry("headings", headings);

        from("direct:rows")
                // one row after another, so that a file of any length goes through
                .split(body())
                .streaming()
                .setProperty(ROW, body())
                .filter(exchange -> report.maySend(row(exchange)))
                .setBody(exchange -> contact(row(exchange)))
                .to("freshsales:create?resourceType=contacts&fieldMapping=#bean:headings&resolveNames=true"
                        + "&verifyStored=warn&include=owner,lifecycle_stage")
                .process(exchange -> report.created(row(exchange), notStored(exchange)));
    }

    /**
     * A row as people write it: the component makes field names of the headings, and ids of the names in the cells. An empty
     * cell is no value, and tags are a list.
     */
    private Map<String, Object> contact(CsvRow row) {
        Map<String, Object> contact = new LinkedHashMap<>(row.values());
        contact.replaceAll(
                (heading, cell) -> isTags(heading) ? List.of(cell.toString().split("\\s*;\\s*")) : cell);
        return contact;
    }

    private boolean isTags(String heading) {
        return headings.getOrDefault(heading, heading).equalsIgnoreCase("tags");
    }

    /** The fields that Freshsales left out without a word. */
    private static List<?> notStored(Exchange exchange) {
        return exchange.getMessage().getHeader(FreshsalesConstants.UNSTORED_FIELDS, List.of(), List.class);
    }

    /** A failure without a method never became a request, because of what is in the record. */
    private static boolean concernsRecord(FreshsalesException failure) {
        return failure.getMethod() == null || RECORD_REFUSED.contains(failure.getStatus());
    }

    /** The vendor's words where there are some, since they name the field. */
    private static String reason(Exchange exchange) {
        FreshsalesException failure = failure(exchange);
        List<String> words = failure.getMessages();
        return words.isEmpty() ? failure.getMessage() : String.join("; ", words);
    }

    private static CsvRow row(Exchange exchange) {
        return exchange.getProperty(ROW, CsvRow.class);
    }

    private static FreshsalesException failure(Exchange exchange) {
        return (FreshsalesException) caught(exchange);
    }

    private static Exception caught(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }
}
