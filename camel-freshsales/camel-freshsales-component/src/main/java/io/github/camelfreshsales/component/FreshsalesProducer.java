package io.github.camelfreshsales.component;

import io.github.camelfreshsales.operation.Account;
import io.github.camelfreshsales.operation.OperationCall;
import io.github.camelfreshsales.operation.OperationResult;
import io.github.camelfreshsales.operation.OperationTable;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Carries out the endpoint's operation with a message, and writes what came of it into the message. */
final class FreshsalesProducer extends DefaultProducer {

    private Account account;

    FreshsalesProducer(FreshsalesEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public void process(Exchange exchange) {
        FreshsalesEndpoint endpoint = (FreshsalesEndpoint) getEndpoint();
        Message message = exchange.getMessage();
        OperationCall call = new OperationCall(endpoint.getOperation(), message, endpoint.getConfiguration(), account);
        OperationResult result = OperationTable.run(call);
        OperationResult.HEADERS.forEach(message::removeHeader);
        message.setBody(result.body());
        result.headers().forEach(message::setHeader);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        account = ((FreshsalesEndpoint) getEndpoint()).account();
    }
}
