// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.telemetry;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.component.FreshsalesComponent;
import io.github.camelfreshsales.component.FreshsalesEndpoint;
import io.github.camelfreshsales.operation.CallSummary;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Names the spans of Freshsales calls, for camel-telemetry and the modules on top of it (OpenTelemetry, Micrometer). Only
 * these load this class. The options of an endpoint and the message of a failure may contain ids, addresses and secrets, so a span
 * has neither.
 */
public final class FreshsalesSpanDecorator extends AbstractSpanDecorator {

    /** A message may bring the resource type; the tag leaves out what is not like a resource type. */
    private static final Pattern RESOURCE_TYPE = Pattern.compile("[a-z][a-z_]{0,39}|cm_[a-z0-9_]{1,60}");

    @Override
    public String getComponent() {
        return "freshsales";
    }

    @Override
    public String getComponentClassName() {
        return FreshsalesComponent.class.getName();
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        String resourceType = resourceType(exchange, endpoint);
        return "freshsales " + operation(endpoint) + (resourceType == null ? "" : " " + resourceType);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        CallSummary.ask(exchange);
        span.setComponent("camel-freshsales");
        span.setTag(TagConstants.URL_SCHEME, "freshsales");
        span.setTag(TagConstants.EXCHANGE_ID, exchange.getExchangeId());
        String resourceType = resourceType(exchange, endpoint);
        span.setTag("camel.uri", "freshsales://" + operation(endpoint));
        span.setTag(TagConstants.URL_PATH, operation(endpoint));
        if (resourceType != null) {
            span.setTag("freshsales.resource_type", resourceType);
        }
        if (endpoint instanceof FreshsalesEndpoint freshsales) {
            span.setTag(TagConstants.SERVER_ADDRESS, freshsales.getServiceUrl());
            span.setTag(TagConstants.SERVER_PROTOCOL, freshsales.getServiceProtocol());
        }
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        Throwable thrown = exchange.getException();
        if (exchange.isFailed()) {
            span.setError(true);
        }
        if (thrown != null) {
            span.log(Map.of("event", "error", "error.kind", thrown.getClass().getName()));
        }
        int status = thrown instanceof FreshsalesException e ? e.getStatus() : statusOf(exchange);
        if (status > 0) {
            span.setTag(TagConstants.HTTP_STATUS, Integer.toString(status));
        }
        CallSummary summary = CallSummary.take(exchange);
        if (summary != null) {
            tag(span, summary);
        }
    }

    /** The attempts and waits of the call, and the results of many records. */
    private static void tag(Span span, CallSummary summary) {
        span.setTag("freshsales.attempts", Integer.toString(summary.attempts()));
        span.setTag("freshsales.waited_ms", Long.toString(summary.waited().toMillis()));
        tagCount(span, "freshsales.records.succeeded", summary.succeeded());
        tagCount(span, "freshsales.records.failed", summary.failed());
        tagCount(span, "freshsales.records.unknown", summary.unknown());
        tagCount(span, "freshsales.records.unchanged", summary.unchanged());
        tagCount(span, "freshsales.jobs", summary.jobs());
        if (!summary.jobIds().isEmpty()) {
            span.setTag("freshsales.job_ids", String.join(",", summary.jobIds()));
        }
    }

    private static void tagCount(Span span, String name, long count) {
        if (count > 0) {
            span.setTag(name, Long.toString(count));
        }
    }

    private static int statusOf(Exchange exchange) {
        Object status = exchange.getMessage().getHeader(FreshsalesConstants.HTTP_RESPONSE_CODE);
        return exchange.getException() == null && status instanceof Integer code ? code : 0;
    }

    private static String operation(Endpoint endpoint) {
        return endpoint instanceof FreshsalesEndpoint freshsales
                ? freshsales.getOperation().name()
                : stripSchemeAndOptions(endpoint);
    }

    private static String resourceType(Exchange exchange, Endpoint endpoint) {
        Object header = exchange.getMessage().getHeader(FreshsalesConstants.RESOURCE_TYPE);
        String given = header == null ? optionOf(endpoint) : header.toString();
        return given != null && RESOURCE_TYPE.matcher(given).matches() ? given : null;
    }

    private static String optionOf(Endpoint endpoint) {
        return endpoint instanceof FreshsalesEndpoint freshsales
                ? freshsales.getConfiguration().getResourceType()
                : null;
    }
}
