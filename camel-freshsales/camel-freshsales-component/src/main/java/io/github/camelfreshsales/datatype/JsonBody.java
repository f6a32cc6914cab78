// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.datatype;

import io.github.camelfreshsales.content.JsonText;
import io.github.camelfreshsales.operation.MessageBodies;
import java.io.InputStream;
import org.apache.camel.Message;

/** The body of a message as JSON text. Text, bytes and streams are JSON already. */
final class JsonBody {

    private JsonBody() {}

    static Object of(Message message) {
        Object body = MessageBodies.of(message);
        boolean isJson =
                body == null || body instanceof String || body instanceof byte[] || body instanceof InputStream;
        return isJson ? body : JsonText.of(body, MessageBodies::unwrap);
    }
}
