// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.datatype;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Converts the result of any operation into JSON text: a record, records, or the results of many records. */
@DataTypeTransformer(
        name = "freshsales:application-json",
        description = "Converts records, and the results of many records, into JSON text")
public final class JsonDataType extends Transformer {

    static final String MEDIA_TYPE = "application/json";

    @Override
    public void transform(Message message, DataType fromType, DataType toType) {
        message.setBody(JsonBody.of(message));
        message.setHeader(Exchange.CONTENT_TYPE, MEDIA_TYPE);
    }
}
