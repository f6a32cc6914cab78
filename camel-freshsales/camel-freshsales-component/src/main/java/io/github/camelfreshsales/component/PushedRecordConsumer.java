// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.changes.Change;
import io.github.camelfreshsales.content.ContentReader;
import io.github.camelfreshsales.http.Sleeper;
import io.github.camelfreshsales.operation.ChangeReader;
import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the records that workflows push, one in each request. The route gets its own exchange, so that nothing of the request
 * except the record reaches the route, and nothing of the route reaches the response.
 */
final class PushedRecordConsumer implements Processor {

    static final List<String> METHODS = List.of("POST", "PUT");

    private static final Logger LOG = LoggerFactory.getLogger(PushedRecordConsumer.class);

    private final FreshsalesEndpoint endpoint;
    private final FreshsalesConfiguration options;
    private final Resource resource;
    private final Processor route;
    private final byte[] secret;
    private final ContentReader reader = new ContentReader();

    PushedRecordConsumer(FreshsalesEndpoint endpoint, Processor route) {
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.resource = ResourceRegistry.find(options.getResourceType());
        this.route = route;
        this.secret = options.getWebhookVerifyToken().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void process(Exchange request) {
        respond(request.getMessage(), status(request));
    }

    private static void respond(Message message, int status) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "text/plain");
        if (status == 405) {
            message.setHeader("Allow", String.join(", ", METHODS));
        }
        message.setBody("");
    }

    /** Does what the request asks for, and returns the status of the response. */
    private int status(Exchange request) {
        Message message = request.getMessage();
        if (!METHODS.contains(message.getHeader(Exchange.HTTP_METHOD, String.class))) {
            return 405;
        }
        if (!knowsTheSecret(message)) {
            LOG.debug("A request without the right {} was refused", options.getWebhookSecretHeader());
            return 401;
        }
        Map<String, Object> content;
        try {
            content = content(message);
        } catch (PushedBody.TooLargeException e) {
            LOG.debug("A request was refused: its body has more than {} bytes", options.getWebhookMaxBodySize());
            return 413;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The body from a workflow cannot be read: {}", e.getMessage());
            return 400;
        } catch (RuntimeException e) {
            // whatever a parser throws; its words may quote the record
            LOG.warn("The body from a workflow cannot be read: {}", e.getClass().getName());
            return 400;
        }
        return deliver(content, request.getFromRouteId()) ? 200 : 500;
    }

    /** Compares in a time that does not depend on how much of the secret is right. */
    private boolean knowsTheSecret(Message message) {
        Object sent = message.getHeader(options.getWebhookSecretHeader());
        byte[] text = sent instanceof String given ? given.getBytes(StandardCharsets.UTF_8) : new byte[0];
        return MessageDigest.isEqual(secret, text) && !standsInTheQuery(message);
    }

    /** Servers turn query parameters into headers. But logs contain addresses, so an address must not contain the secret. */
    private boolean standsInTheQuery(Message message) {
        return Stream.of(Exchange.HTTP_QUERY, Exchange.HTTP_RAW_QUERY)
                .map(header -> message.getHeader(header, String.class))
                .filter(Objects::nonNull)
                .flatMap(query -> Arrays.stream(query.split("&")))
                .map(parameter -> nameOf(parameter.split("=", 2)[0]))
                .anyMatch(options.getWebhookSecretHeader()::equalsIgnoreCase);
    }

    private static String nameOf(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    private Map<String, Object> content(Message message) throws IOException {
        PushedBody body = PushedBody.of(message, options.getWebhookMaxBodySize());
        return body.fields() != null
                ? reader.form(body.fields())
                : reader.read(
                        body.bytes(), message.getHeader(Exchange.CONTENT_TYPE, String.class), !options.isUnwrap());
    }

    private boolean deliver(Map<String, Object> content, String routeId) {
        Exchange exchange = endpoint.createExchange(ExchangePattern.InOnly);
        exchange.getExchangeExtension().setFromRouteId(routeId);
        exchange.setProperty(FreshsalesEndpoint.ACCOUNT, endpoint.getServiceUrl());
        try {
            fill(exchange.getMessage(), content);
            route.process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Exception failure = exchange.getException();
        boolean failed = failure != null || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
        if (failed) {
            LOG.warn(
                    "The exchange {} failed, so the workflow gets a response with the status 500: {}",
                    exchange.getExchangeId(),
                    failure instanceof FreshsalesException ours
                            ? ours.getMessage()
                            : failure == null
                                    ? "it was rolled back"
                                    : failure.getClass().getName());
        }
        return !failed;
    }

    private void fill(Message message, Map<String, Object> content) {
        Object unwrapped = resource.unwrap(content).record();
        Map<?, ?> record = unwrapped instanceof Map<?, ?> map ? map : content;
        message.setHeader(FreshsalesConstants.CHANGED_RESOURCE, resource.name());
        Object id = id(record);
        if (id != null) {
            message.setHeader(FreshsalesConstants.CHANGED_ID, id);
        }
        if (Change.changedAt(record) != null) {
            message.setHeader(FreshsalesConstants.CHANGED_AT, Change.changedAt(record));
        }
        message.setBody(body(options.isUnwrap() ? record : content, id));
    }

    /** The id as a poll gives it: XML and forms have only text. */
    private static Object id(Map<?, ?> record) {
        Object id = record.get("id");
        if (!(id instanceof String text)) {
            return id;
        }
        if (text.isBlank()) {
            return null;
        }
        return text.matches("[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
    }

    private Object body(Map<?, ?> record, Object id) {
        SharedAccount shared = endpoint.getComponent().accounts().acquire(options);
        StoppableSleepers sleepers = new StoppableSleepers();
        endpoint.getComponent().addWaiting(sleepers);
        try {
            Sleeper sleeper = sleepers.of(Set.of());
            ChangeReader changes = new ChangeReader(
                    resource,
                    options,
                    shared.account(),
                    shared.transport(options, this, sleeper, sleepers.signalOf(Set.of())),
                    sleeper);
            return changes.format(options.isReread() && id != null ? changes.reread(id, record) : record);
        } finally {
            endpoint.getComponent().removeWaiting(sleepers);
            endpoint.getComponent().accounts().release(shared);
        }
    }
}
