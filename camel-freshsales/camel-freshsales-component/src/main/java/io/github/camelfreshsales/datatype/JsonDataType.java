// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.datatype;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes JSON text of whatever an operation gives: a record, records, or what became of each of many. */
@DataTypeTransformer(
        name = "freshsales:application-json",
        description = "Makes JSON text of records and of the results of many records")
public final class JsonDataType extends Transformer {

    static final String MEDIA_TYPE = "application/json";

    @Override
    public void transform(Message message, DataType fromType, DataType toType) {
        message.setBody(JsonBody.of(message));
        message.setHeader(Exchange.CONTENT_TYPE, MEDIA_TYPE);
    }
}
