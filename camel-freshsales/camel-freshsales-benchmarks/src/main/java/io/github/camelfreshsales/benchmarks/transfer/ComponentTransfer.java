// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import io.github.camelfreshsales.benchmarks.create.Sample;
import io.github.camelfreshsales.component.FreshsalesComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Transfers with a route of this component. */
final class ComponentTransfer implements AutoCloseable {

    private static final String SUMMARY = "&resultMode=summary";

    private static final String OWN_WORDS =
            "&field.Vorname=first_name&resolveNames=true&validateRecords=fail&verifyStored=warn";

    private final TransferKind kind;
    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    ComponentTransfer(TransferKind kind, String domain, String options) throws Exception {
        this.kind = kind;
        FreshsalesComponent freshsales = context.getComponent("freshsales", FreshsalesComponent.class);
        freshsales.getConfiguration().setDomain(domain);
        freshsales.getConfiguration().setApiKey(Sample.API_KEY);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:bulk").to("freshsales:bulkUpsert?resourceType=contacts" + SUMMARY + options);
                from("direct:upsert").to("freshsales:upsert?resourceType=contacts" + SUMMARY + options);
                from("direct:words").to("freshsales:upsert?resourceType=contacts" + SUMMARY + OWN_WORDS + options);
                from("direct:list")
                        .to("freshsales:list?resourceType=contacts&fetch=stream" + options)
                        .process(ComponentTransfer::countRecords);
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    long run(long records) {
        return switch (kind) {
            case BULK_UPSERT -> succeeded(template.requestBody("direct:bulk", contacts(records)));
            case ONE_CALL_EACH -> succeeded(template.requestBody("direct:upsert", contacts(records)));
            case OWN_WORDS -> succeeded(template.requestBody("direct:words", rows(records)));
            case STREAM -> template.requestBody("direct:list", null, Long.class);
            case LOOP -> throw new IllegalArgumentException("The loop does without the component");
        };
    }

    private static Iterator<Map<String, Object>> contacts(long records) {
        return LongStream.range(0, records).mapToObj(Sample::contact).iterator();
    }

    private static Iterator<Map<String, Object>> rows(long records) {
        return LongStream.range(0, records).mapToObj(Sample::row).iterator();
    }

    /** Without {@code waitForJob} the body is the list of the jobs that took the records. */
    private static long succeeded(Object result) {
        if (result instanceof List<?> jobs) {
            return jobs.stream()
                    .mapToLong(job -> ((Number) ((Map<?, ?>) job).get("records")).longValue())
                    .sum();
        }
        return ((Number) ((Map<?, ?>) result).get("succeeded")).longValue();
    }

    private static void countRecords(Exchange exchange) {
        Iterator<?> records = exchange.getMessage().getBody(Iterator.class);
        long count = 0;
        while (records.hasNext()) {
            Map<?, ?> record = (Map<?, ?>) records.next();
            count += record.get("id") instanceof Number ? 1 : 0;
        }
        exchange.getMessage().setBody(count);
    }

    @Override
    public void close() {
        context.stop();
    }
}
