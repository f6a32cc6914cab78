package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.operation.Account;
import io.github.camelfreshsales.operation.OperationCall;
import io.github.camelfreshsales.operation.OperationResult;
import io.github.camelfreshsales.operation.OperationTable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.service.ServiceSupport;

/** Carries out the endpoint's operation with a message, and writes what came of it into the message. */
final class FreshsalesProducer extends DefaultProducer {

    private final FreshsalesEndpoint endpoint;
    private final Map<Set<String>, Way> ways = new ConcurrentHashMap<>();
    private Account account;
    private AccountWatch watch;
    private volatile StoppableSleepers waits;

    FreshsalesProducer(FreshsalesEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Way way = wayOf(routesOf(exchange));
        OperationCall call = new OperationCall(
                endpoint.getOperation(), message, endpoint.getConfiguration(), account, way.transport(), way.sleeper());
        OperationResult result = OperationTable.run(call);
        OperationResult.HEADERS.forEach(message::removeHeader);
        message.setBody(result.body());
        result.headers().forEach(message::setHeader);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        account = endpoint.account();
        ways.clear();
        waits = new StoppableSleepers();
        endpoint.getComponent().addWaiting(waits);
        watch = endpoint.getComponent().watch(account);
        watch.producerStarted(endpoint.getConfiguration());
    }

    /** The way to the account for calls that wait as the calls of these routes do. */
    private record Way(Sleeper sleeper, Transport transport) {}

    private Way wayOf(Set<String> callers) {
        Way known = ways.get(callers);
        return known == null ? ways.computeIfAbsent(callers, this::wayFor) : known;
    }

    private Way wayFor(Set<String> callers) {
        Sleeper sleeper = waits.of(callers);
        return new Way(sleeper, endpoint.getComponent().wayTo(account, endpoint.getConfiguration(), callers, sleeper));
    }

    /** The route that calls, and the one where the exchange began: it is waited for when that one stops. */
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

    /**
     * A route that stops first waits for its exchanges, and Camel tells only the services of the route about it; producers
     * are none of these. So a service goes along with each route that calls, until the route starts again and has lost it.
     */
    private void endWaitsWith(Route route) {
        if (route != null && waits.watch(route.getRouteId())) {
            route.addService(new EndOfWaits(route.getRouteId()));
        }
    }

    /** Ends the waits of a route that uses this producer when it begins to stop. */
    private final class EndOfWaits extends ServiceSupport implements ShutdownPrepared {

        private final String route;

        EndOfWaits(String route) {
            this.route = route;
        }

        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            if (!suspendOnly) {
                waits.stop(route);
            }
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (watch != null) {
            watch.producerStopped();
            watch = null;
        }
        if (waits != null) {
            waits.stop();
            endpoint.getComponent().removeWaiting(waits);
        }
        super.doStop();
    }
}
