// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import io.github.camelfreshsales.simulator.web.ApiHandler;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.UploadedPart;
import java.util.List;
import java.util.UUID;

/**
 * Connects WireMock to the simulated account: one stub of the lowest priority takes every request that no stub of a user
 * takes. It comes back by itself when WireMock is reset.
 */
final class WireMockBridge implements ResponseDefinitionTransformerV2, MappingsLoaderExtension {

    /** The stub that takes what no other stub takes. */
    static final UUID STUB = UUID.fromString("f4e5a1e5-0000-4000-8000-000000000001");

    private static final String NAME = "freshsales";

    private final ApiHandler handler;

    WireMockBridge(ApiHandler handler) {
        this.handler = handler;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public void loadMappingsInto(StubMappings stubs) {
        stubs.addMapping(stub());
    }

    static StubMapping stub() {
        return any(anyUrl())
                .withId(STUB)
                .withName(NAME)
                .atPriority(Integer.MAX_VALUE)
                .willReturn(aResponse().withTransformers(NAME))
                .build();
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        ApiResponse answer = handler.handle(read(event.getRequest()));
        ResponseDefinitionBuilder response = aResponse().withStatus(answer.status());
        answer.headers().forEach(response::withHeader);
        if (answer.body().length > 0) {
            response.withBody(answer.body());
        }
        if (answer.fault() != null) {
            response.withFault(answer.fault());
        }
        if (!answer.delay().isZero()) {
            response.withFixedDelay((int) answer.delay().toMillis());
        }
        return response.build();
    }

    private static ApiRequest read(Request request) {
        String url = request.getUrl();
        String absolute = request.getAbsoluteUrl();
        return ApiRequest.of(
                request.getMethod().getName(),
                url,
                request::getHeader,
                request.isMultipart() ? new byte[0] : request.getBody(),
                request.isMultipart() ? parts(request) : List.of(),
                absolute.substring(0, absolute.length() - url.length()));
    }

    private static List<UploadedPart> parts(Request request) {
        return request.getParts().stream()
                .map(part -> new UploadedPart(
                        part.getName(),
                        part.getFileName(),
                        part.getHeader("Content-Type").isPresent()
                                ? part.getHeader("Content-Type").firstValue()
                                : null,
                        part.getBody().asBytes()))
                .toList();
    }
}
