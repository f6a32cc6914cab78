package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.StoppableSleeper;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.operation.Account;
import io.github.camelfreshsales.operation.OperationCall;
import io.github.camelfreshsales.operation.OperationResult;
import io.github.camelfreshsales.operation.OperationTable;
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
    private Account account;
    private Transport transport;
    private volatile StoppableSleeper sleeper;
    private final Set<Route> routes = ConcurrentHashMap.newKeySet();

    FreshsalesProducer(FreshsalesEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        endWaitsWith(ExchangeHelper.getRoute(exchange));
        if (exchange.getFromRouteId() != null) {
            endWaitsWith(exchange.getContext().getRoute(exchange.getFromRouteId()));
        }
        OperationCall call = new OperationCall(
                endpoint.getOperation(), message, endpoint.getConfiguration(), account, transport, sleeper);
        OperationResult result = OperationTable.run(call);
        OperationResult.HEADERS.forEach(message::removeHeader);
        message.setBody(result.body());
        result.headers().forEach(message::setHeader);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        account = endpoint.account();
        sleeper = new StoppableSleeper();
        transport = endpoint.getComponent().wayTo(account, endpoint.getConfiguration(), sleeper);
        endpoint.getComponent().addWaiting(sleeper);
    }

    /**
     * A route that stops first waits for its exchanges, and Camel tells only the services of the route about it; producers
     * are none of these. So a service goes along with each route that calls.
     */
    private void endWaitsWith(Route route) {
        if (route != null && routes.add(route)) {
            route.addService(new EndOfWaits());
        }
    }

    /** Ends the waits of this producer when a route that uses it begins to stop. */
    private final class EndOfWaits extends ServiceSupport implements ShutdownPrepared {

        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            if (!suspendOnly) {
                sleeper.stop();
            }
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (sleeper != null) {
            sleeper.stop();
            endpoint.getComponent().removeWaiting(sleeper);
        }
        super.doStop();
    }
}
