// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** How long metadata is kept, with a clock that the test moves. */
class MetadataTtlTest extends ServiceTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-05T09:00:00Z"));

    private Object owners(DefaultCamelContext camel) {
        return camel.createProducerTemplate().requestBody("freshsales:selector?selectorName=owners", (Object) null);
    }

    private DefaultCamelContext contextWithClock() throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        FreshsalesComponent timed = new FreshsalesComponent(camel, now::get);
        timed.setConfiguration(component.getConfiguration().copy());
        camel.addComponent("freshsales", timed);
        camel.start();
        return camel;
    }

    @Test
    void selectorIsAskedForAgainAfterAnHour() throws Exception {
        serviceAnswers(200, "{\"users\":[{\"id\":1}]}");
        try (DefaultCamelContext camel = contextWithClock()) {
            owners(camel);
            now.updateAndGet(time -> time.plusSeconds(3_599));
            owners(camel);
            assertThat(arrived()).hasSize(1);

            now.updateAndGet(time -> time.plusSeconds(1));

            assertThat(owners(camel)).isEqualTo(List.of(Map.of("id", 1L)));
            assertThat(arrived()).hasSize(2);
        }
    }

    @Test
    void manyWhoComeAtOnceShareOneCall() throws Exception {
        serviceAnswers(com.github.tomakehurst.wiremock.client.WireMock.aResponse()
                .withFixedDelay(300)
                .withBody("{\"users\":[{\"id\":1}]}"));
        try (DefaultCamelContext camel = contextWithClock()) {
            camel.createProducerTemplate().requestBody("freshsales:ping?dryRun=true", (Object) null);

            List<CompletableFuture<Object>> callers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> owners(camel)))
                    .toList();

            assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isEqualTo(List.of(Map.of("id", 1L))));
            assertThat(arrived()).hasSize(1);
        }
    }
}
