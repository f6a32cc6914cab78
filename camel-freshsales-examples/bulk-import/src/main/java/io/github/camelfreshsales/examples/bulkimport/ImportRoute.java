// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import io.github.camelfreshsales.RecordResult;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;

/** Chunks of rows become contacts, each chunk once: the part of this example to copy. */
final class ImportRoute extends RouteBuilder {

    private static final String CHUNK = "chunk";

    private final IdempotentRepository done;
    private final Report report;

    /** @param done the chunks that are finished, on disk */
    ImportRoute(IdempotentRepository done, Report report) {
        this.done = done;
        this.report = report;
    }

    @Override
    public void configure() {
        // What concerns the account (a wrong key, no calls left) ends the run: the next start goes on from there.
        errorHandler(noErrorHandler());

        from("direct:rows")
                .split(body())
                .streaming()
                .stopOnException()
                .setProperty(CHUNK, body())
                // eager(false): a chunk is remembered when it is finished, not when it is begun
                .idempotentConsumer()
                .body(Chunk.class, Chunk::lines)
                .idempotentRepository(done)
                .eager(false)
                .completionEager(true)
                .setBody(exchange -> chunk(exchange).records())
                .to("freshsales:bulkUpsert?resourceType=contacts&stopOnRecordError=false&resultMode=summary")
                .process(exchange -> report.add(
                        chunk(exchange),
                        failures(exchange),
                        exchange.getMessage().getHeader("CamelFreshsalesAttempts", Integer.class),
                        exchange.getMessage().getHeader("CamelFreshsalesRateLimitRemaining", String.class)));
    }

    private static Chunk chunk(Exchange exchange) {
        return exchange.getProperty(CHUNK, Chunk.class);
    }

    @SuppressWarnings("unchecked")
    private static List<RecordResult> failures(Exchange exchange) {
        Map<String, Object> summary = exchange.getMessage().getBody(Map.class);
        return (List<RecordResult>) summary.get("failures");
    }
}
