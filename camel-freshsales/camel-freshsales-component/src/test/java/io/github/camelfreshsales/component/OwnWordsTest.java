// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A simulated account, and a Camel context that knows nothing of it yet. */
abstract class OwnWordsTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().customModules("cm_project"));

    final FreshsalesSimulator simulator = FRESHSALES.simulator();
    DefaultCamelContext context;

    @BeforeEach
    void startContext() throws Exception {
        context = new TestContext();
        context.addComponent("freshsales", component(simulator));
        context.start();
    }

    static FreshsalesComponent component(FreshsalesSimulator account) {
        FreshsalesComponent component = new FreshsalesComponent();
        component.getConfiguration().setDomain(account.domain());
        component.getConfiguration().setApiKey(account.apiKey());
        component.getConfiguration().setMaxRetries(0);
        return component;
    }

    @AfterEach
    void stopContext() throws Exception {
        context.close();
    }

    Exchange send(String uri, Object body, Map<String, Object> headers) {
        Exchange result = context.createFluentProducerTemplate()
                .withHeaders(headers)
                .withBody(body)
                .to("freshsales:" + uri.replaceAll("&$", "").replace("&&", "&"))
                .send();
        if (result.getException() != null) {
            throw new CamelExecutionException("failed", result, result.getException());
        }
        return result;
    }

    Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    /** The record that would be sent, with all that is around it. */
    JsonNode request(String uri, Object body) {
        Map<?, ?> request = send(uri + "&dryRun=true", body).getMessage().getBody(Map.class);
        try {
            return new ObjectMapper().readTree((String) request.get("body"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    FreshsalesException failure(String uri, Object body) {
        CamelExecutionException thrown = catchThrowableOfType(CamelExecutionException.class, () -> send(uri, body));
        assertThat(thrown).as("the call should have failed").isNotNull();
        assertThat(thrown.getCause()).isInstanceOf(FreshsalesException.class);
        return (FreshsalesException) thrown.getCause();
    }

    /** What is wrong with a record that was not sent. */
    String refusal(String uri, Object body) {
        FreshsalesException e = failure(uri, body);
        assertThat(e.getMethod()).as("nothing was sent").isNull();
        assertThat(e.isRetryable()).isFalse();
        return e.getMessages().get(0);
    }
}
