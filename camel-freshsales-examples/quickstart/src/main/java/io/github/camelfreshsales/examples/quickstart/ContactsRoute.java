// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

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

    ContactsRoute(Report report) {
        this.report = report;
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

        from("direct:rows")
                // one row after another, so that a file of any length goes through
                .split(body())
                .streaming()
                .setProperty(ROW, body())
                .filter(exchange -> report.maySend(row(exchange)))
                .setBody(exchange -> contact(row(exchange)))
                .to("freshsales:create?resourceType=contacts")
                .process(exchange -> report.created());
    }

    /**
     * A row as Freshsales wants it: the columns are named like its fields, an empty cell is no value, and tags are a list.
     * The component puts {@code cf_} columns under {@code custom_field}.
     */
    static Map<String, Object> contact(CsvRow row) {
        Map<String, Object> contact = new LinkedHashMap<>(row.values());
        contact.computeIfPresent("tags", (name, tags) -> List.of(tags.toString().split("\\s*;\\s*")));
        return contact;
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
