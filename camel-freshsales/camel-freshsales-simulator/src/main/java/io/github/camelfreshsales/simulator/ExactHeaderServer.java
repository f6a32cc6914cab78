// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import io.github.camelfreshsales.simulator.server.RequestIntake;
import java.util.Arrays;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConfiguration.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * WireMock's server with headers as they were sent. Jetty remembers header lines of a connection whatever their case, and
 * would take {@code token token=KEY} for the {@code Token token=key} before it.
 */
final class ExactHeaderServer extends Jetty11HttpServer {

    /** Set while the class above is constructed, so it must have no initial value. */
    private RequestIntake intake;

    ExactHeaderServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs, HandlerWrapper frontDoor) {
        super(options, admin, stubs);
        intake.insertHandler(frontDoor);
        Arrays.stream(jettyServer.getConnectors())
                .flatMap(connector -> connector.getConnectionFactories().stream())
                .filter(ConnectionFactory.class::isInstance)
                .map(factory -> ((ConnectionFactory) factory).getHttpConfiguration())
                .forEach(configuration -> configuration.setHeaderCacheCaseSensitive(true));
    }

    @Override
    protected Handler createHandler(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        intake = new RequestIntake(
                super.createHandler(options, admin, stubs), Runtime.getRuntime().maxMemory());
        return intake;
    }
}
