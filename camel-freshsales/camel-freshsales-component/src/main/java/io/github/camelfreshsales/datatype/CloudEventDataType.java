// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.datatype;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.component.FreshsalesEndpoint;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Converts a changed record into a CloudEvent (version 1.0): the attributes are headers with Camel's names, the body is the record
 * as JSON text. A change that is delivered twice has the same id, so that a receiver can recognize it.
 */
@DataTypeTransformer(
        name = "freshsales:application-cloudevents",
        description = "Converts a created, changed or deleted record into a CloudEvent")
public final class CloudEventDataType extends Transformer {

    /** The names of Camel's own data types; no jar that every application has contains a constant for them. */
    private static final String ATTRIBUTE = "CamelCloudEvent";

    private static final String TYPE = "io.github.camelfreshsales";

    @Override
    public void transform(Message message, DataType fromType, DataType toType) {
        Object resource = message.getHeader(FreshsalesConstants.CHANGED_RESOURCE);
        Object id = message.getHeader(FreshsalesConstants.CHANGED_ID);
        Object change = message.getHeader(FreshsalesConstants.CHANGE_TYPE);
        Object at = message.getHeader(FreshsalesConstants.CHANGED_AT);
        Exchange exchange = message.getExchange();

        message.setBody(JsonBody.of(message));
        message.setHeader(Exchange.CONTENT_TYPE, JsonDataType.MEDIA_TYPE);
        message.setHeader(ATTRIBUTE + "Version", "1.0");
        message.setHeader(ATTRIBUTE + "Source", exchange.getProperty(FreshsalesEndpoint.ACCOUNT, TYPE, String.class));
        message.setHeader(ATTRIBUTE + "Type", joined(".", TYPE, resource, change == null ? "changed" : change));
        message.setHeader(ATTRIBUTE + "Subject", joined("/", resource, id));
        boolean isKnown = id != null && at != null;
        message.setHeader(ATTRIBUTE + "ID", isKnown ? joined("/", resource, id, change, at) : exchange.getExchangeId());
        Object time = at == null ? Instant.ofEpochMilli(exchange.getCreated()) : at;
        message.setHeader(ATTRIBUTE + "Time", time.toString());
    }

    private static String joined(String separator, Object... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(separator));
    }
}
