// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConstants;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** A route that asks for a job again and again. */
class JobStatusLoopTest extends ServiceTest {

    @Test
    void headerThatNamesTheJobOutlivesTheCallsThatItSteers() throws Exception {
        serviceAnswers(200, "{\"status\":\"IN_PROGRESS\"}");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").loop(3).to("freshsales:jobStatus");
            }
        });

        Exchange result = send("direct:in", null, Map.of(FreshsalesConstants.JOB_ID, 4));

        assertThat(arrived()).hasSize(3).allMatch(request -> request.getUrl().endsWith("/job_statuses/4"));
        assertThat(result.getMessage().getHeader(FreshsalesConstants.JOB_ID)).isEqualTo(4);
    }
}
