// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import org.apache.camel.Message;

/**
 * The body of a message, out of what Camel wraps it in.
 *
 * @param given   as it came
 * @param content what is to be read as records, or null
 * @param asItIs  what is to be sent as it is, with the name of the file it comes from; null where nothing is sent so
 */
record MessageBody(Object given, Object content, NamedContent asItIs) {

    static final MessageBody NONE = new MessageBody(null, null, null);

    /** @param isSentAsItIs whether the content goes out without being read as records */
    static MessageBody of(Message message, boolean isSentAsItIs) {
        Object body = message.getBody();
        if (body == null) {
            return NONE;
        }
        if (isSentAsItIs) {
            NamedContent named = MessageBodies.named(message);
            return new MessageBody(body, named.content(), named);
        }
        return new MessageBody(body, MessageBodies.of(message), null);
    }

    /** Whether a second message with the same body brings the same content: a stream is gone once it has been read. */
    boolean isReadableAgain() {
        return MessageBodies.canBeReadAgain(given);
    }

    /** Without the content, which must not appear in a log. */
    @Override
    public String toString() {
        return content == null ? "no body" : content.getClass().getName();
    }
}
