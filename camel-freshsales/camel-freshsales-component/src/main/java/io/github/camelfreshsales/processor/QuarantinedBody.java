// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.processor;

import io.github.camelfreshsales.content.JsonText;
import io.github.camelfreshsales.content.UnreadableJsonException;
import io.github.camelfreshsales.operation.MessageBodies;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * A body in a form that fits into JSON. It accepts everything, since a dead letter that fails would lose the record: JSON text
 * becomes an object that a person can correct, and a value without a form in JSON becomes text.
 */
final class QuarantinedBody {

    private QuarantinedBody() {}

    static Object of(Message message) {
        Object body = message.getBody();
        if (isText(body)) {
            return read(message.getBody(String.class));
        }
        try {
            return JsonText.read(JsonText.of(MessageBodies.of(message), MessageBodies::unwrap));
        } catch (UnreadableJsonException | IllegalArgumentException e) {
            return message.getBody(String.class);
        }
    }

    private static boolean isText(Object body) {
        return body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof StreamCache
                || body instanceof WrappedFile
                || body instanceof File
                || body instanceof Path;
    }

    private static Object read(String text) {
        boolean mayBeJson = text != null && text.matches("(?s)\\s*[{\\[].*");
        try {
            return mayBeJson ? JsonText.read(text) : text;
        } catch (UnreadableJsonException e) {
            return text;
        }
    }
}
