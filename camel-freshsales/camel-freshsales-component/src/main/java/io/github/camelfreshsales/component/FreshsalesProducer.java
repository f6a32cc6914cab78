// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.operation.CallSummary;
import io.github.camelfreshsales.operation.OperationResult;
import io.github.camelfreshsales.operation.OperationTable;
import io.github.camelfreshsales.operation.OptionValues;
import io.github.camelfreshsales.operation.Session;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.ExchangeHelper;

/** Carries out the endpoint's operation with a message, and writes the result into the message. */
final class FreshsalesProducer extends DefaultProducer {

    private final FreshsalesEndpoint endpoint;
    private final Map<Set<String>, RouteAccess> access = new ConcurrentHashMap<>();
    private SharedAccount account;
    private OptionValues defaults;
    private volatile StoppableSleepers sleepers;

    FreshsalesProducer(FreshsalesEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        RouteAccess route = accessOf(routesOf(exchange));
        Session session = new Session(account.account(), route.transport(), route.sleeper());
        OperationResult result;
        try {
            result = OperationTable.run(endpoint.getOperation(), defaults, message, session);
        } finally {
            CallSummary.leave(exchange, session);
        }
        OperationResult.outdatedBy(endpoint.getOperation()).forEach(message::removeHeader);
        message.setBody(result.body());
        result.headers().forEach(message::setHeader);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        endpoint.getComponent().startSentRepository(endpoint.getConfiguration());
        defaults = OptionValues.of(endpoint.getConfiguration());
        account = endpoint.getComponent().accounts().acquire(endpoint.getConfiguration());
        sleepers = new StoppableSleepers(this::forget);
        endpoint.getComponent().addWaiting(sleepers);
        account.watch().producerStarted(endpoint.getConfiguration());
    }

    /** The waits and the transport of the calls of certain routes. */
    private record RouteAccess(Sleeper sleeper, Transport transport) {}

    private RouteAccess accessOf(Set<String> routes) {
        RouteAccess known = access.get(routes);
        return known == null ? access.computeIfAbsent(routes, this::newAccess) : known;
    }

    private RouteAccess newAccess(Set<String> routes) {
        Sleeper sleeper = sleepers.of(routes);
        return new RouteAccess(
                sleeper, account.transport(endpoint.getConfiguration(), routes, sleeper, sleepers.signalOf(routes)));
    }

    /** The route that makes the call, and the route where the exchange began, which waits for the exchange when it stops. */
    private Set<String> routesOf(Exchange exchange) {
        Route calling = ExchangeHelper.getRoute(exchange);
        String first = exchange.getFromRouteId();
        Route from = first == null || calling != null && first.equals(calling.getRouteId())
                ? null
                : exchange.getContext().getRoute(first);
        endWaitsWith(calling);
        endWaitsWith(from);
        if (calling == null || from == null) {
            Route one = calling == null ? from : calling;
            return one == null ? Set.of() : Set.of(one.getRouteId());
        }
        return Set.of(calling.getRouteId(), first);
    }

    private void endWaitsWith(Route route) {
        if (route != null) {
            endpoint.getComponent().endWaitsWith(route);
        }
    }

    /** Forgets a route that has stopped; if it restarts, its first call registers it again. */
    private void forget(String route) {
        access.keySet().removeIf(routes -> routes.contains(route));
    }

    @Override
    protected void doStop() throws Exception {
        if (sleepers != null) {
            sleepers.stop();
            endpoint.getComponent().removeWaiting(sleepers);
            access.clear();
        }
        if (account != null) {
            account.watch().producerStopped();
            endpoint.getComponent().accounts().release(account);
            account = null;
        }
        super.doStop();
    }
}
