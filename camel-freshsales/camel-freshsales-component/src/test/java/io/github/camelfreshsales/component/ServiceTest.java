// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.camelfreshsales.FreshsalesException;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service that says what a test tells it to, and a Camel context that calls it. */
abstract class ServiceTest {

    static final String KEY = "k3y-0f-the-t3st";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    CamelContext context;
    FreshsalesComponent component;

    @BeforeEach
    void startContext() throws Exception {
        context = new TestContext();
        component = new FreshsalesComponent();
        component.getConfiguration().setDomain(SERVICE.baseUrl() + "/crm/sales");
        component.getConfiguration().setApiKey(KEY);
        component.setResponseTimeout(5_000);
        component.getConfiguration().setMaxRetries(0); // RetryTest is about repeats
        context.addComponent("freshsales", component);
        context.start();
    }

    @AfterEach
    void stopContext() throws Exception {
        context.close();
    }

    static void serviceAnswers(int status, String body) {
        serviceAnswers(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(body));
    }

    static void serviceAnswers(ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(any(anyUrl()).willReturn(answer));
    }

    /** Sends a body and gives back the exchange, whose exception is thrown if it has one. */
    Exchange send(String uri, Object body, Map<String, Object> headers) {
        Exchange result = context.createFluentProducerTemplate()
                .withHeaders(headers)
                .withBody(body)
                .to(uri)
                .send();
        if (result.getException() != null) {
            throw new CamelExecutionException("failed", result, result.getException());
        }
        return result;
    }

    Object call(String uri, Object body, Map<String, Object> headers) {
        return send(uri, body, headers).getMessage().getBody();
    }

    Object call(String uri, Object body) {
        return call(uri, body, Map.of());
    }

    /** The one exception that a call ends with. */
    FreshsalesException failure(String uri, Object body, Map<String, Object> headers) {
        CamelExecutionException thrown =
                catchThrowableOfType(CamelExecutionException.class, () -> send(uri, body, headers));
        assertThat(thrown).as("the call should have failed").isNotNull();
        assertThat(thrown.getCause()).isInstanceOf(FreshsalesException.class);
        return (FreshsalesException) thrown.getCause();
    }

    FreshsalesException failure(String uri, Object body) {
        return failure(uri, body, Map.of());
    }

    /** A call that fails before any request. */
    FreshsalesException refusal(String uri, Object body, Map<String, Object> headers) {
        FreshsalesException e = failure(uri, body, headers);
        assertThat(arrived()).as("requests that arrived").isEmpty();
        assertThat(e.getStatus()).isZero();
        assertThat(e.isRetryable()).isFalse();
        assertThat(e.isOutcomeUnknown()).isFalse();
        return e;
    }

    FreshsalesException refusal(String uri, Object body) {
        return refusal(uri, body, Map.of());
    }

    static List<LoggedRequest> arrived() {
        return SERVICE.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()));
    }

    static LoggedRequest onlyRequest() {
        assertThat(arrived()).hasSize(1);
        return arrived().get(0);
    }
}
