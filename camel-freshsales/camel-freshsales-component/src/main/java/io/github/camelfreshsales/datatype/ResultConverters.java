// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.datatype;

import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.content.JsonText;
import io.github.camelfreshsales.operation.MessageBodies;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Converts the results of many records into JSON where a route needs text, bytes or a stream. Other lists, and Maps, belong to the
 * application: a converter for these would also change its other routes.
 */
@Converter(generateLoader = true)
public final class ResultConverters {

    private ResultConverters() {}

    @Converter
    public static String toText(RecordResult result) {
        return JsonText.of(result, MessageBodies::unwrap);
    }

    @Converter
    public static byte[] toBytes(RecordResult result) {
        return toText(result).getBytes(StandardCharsets.UTF_8);
    }

    @Converter
    public static InputStream toStream(RecordResult result) {
        return new ByteArrayInputStream(toBytes(result));
    }

    /** Called for everything that no other converter takes. */
    @Converter(fallback = true)
    public static <T> T ofList(Class<T> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (!(value instanceof List<?> list)
                || list.isEmpty()
                || !list.stream().allMatch(RecordResult.class::isInstance)) {
            return null;
        }
        byte[] json = JsonText.of(list, MessageBodies::unwrap).getBytes(StandardCharsets.UTF_8);
        if (type == String.class) {
            return type.cast(new String(json, StandardCharsets.UTF_8));
        }
        if (type == byte[].class) {
            return type.cast(json);
        }
        return type == InputStream.class ? type.cast(new ByteArrayInputStream(json)) : null;
    }
}
