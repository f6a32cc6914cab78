// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.processor.OpenEnvelope;
import io.github.camelfreshsales.processor.QuarantineEnvelope;
import java.io.File;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/** The component together with the patterns of Camel. */
final class ComposingRoutes extends RouteBuilder {

    private final File folder;

    ComposingRoutes(File folder) {
        this.folder = folder;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        // tag::split[]
        from("direct:one-call-a-record")
                .split(body())
                .streaming()
                .stopOnException()
                .to("freshsales:upsert?resourceType=contacts");
        // end::split[]

        // tag::bulk[]
        from("direct:hundred-records-a-call").to("freshsales:bulkUpsert?resourceType=contacts");
        // end::bulk[]

        // tag::aggregate[]
        from("direct:collected")
                .aggregate(constant(true), new GroupedBodyAggregationStrategy())
                .completionSize(100)
                .completionTimeout(1_000)
                .to("freshsales:bulkUpsert?resourceType=contacts");
        // end::aggregate[]

        // tag::quarantine[]
        from("direct:with-quarantine")
                .routeId("with-quarantine")
                .errorHandler(deadLetterChannel("direct:quarantine").useOriginalMessage())
                .to("freshsales:create?resourceType=contacts");

        from("direct:quarantine")
                .process(new QuarantineEnvelope())
                .to("file:{{folder:.}}/quarantine?fileName=${exchangeId}.json");
        // end::quarantine[]

        // tag::replay[]
        from("file:{{folder:.}}/corrected?include=.*\\.json&moveFailed=.failed")
                .process(new OpenEnvelope())
                .to("freshsales:upsert");
        // end::replay[]

        // tag::idempotent[]
        getContext()
                .getRegistry()
                .bind("created", FileIdempotentRepository.fileIdempotentRepository(new File(folder, "created")));

        from("direct:only-once")
                .idempotentConsumer(simple("${body[external_id]}"))
                .idempotentRepository("created")
                .removeOnFailure(false)
                .to("direct:with-quarantine");
        // end::idempotent[]

        // tag::throttle[]
        from("direct:slowly")
                .throttle(simple("{{calls:100}}"))
                .timePeriodMillis("{{period:60000}}")
                .to("freshsales:upsert?resourceType=contacts");
        // end::throttle[]

        // tag::breaker[]
        from("direct:guarded")
                .circuitBreaker()
                .resilience4jConfiguration()
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(60)
                .end()
                .doTry()
                .to("freshsales:upsert?resourceType=contacts")
                .doCatch(FreshsalesException.class)
                .onWhen(simple("${exception.retryable} == false"))
                .to("direct:refused")
                .end()
                .endCircuitBreaker()
                .onFallback()
                .to("direct:later")
                .end();
        // end::breaker[]
    }
}
