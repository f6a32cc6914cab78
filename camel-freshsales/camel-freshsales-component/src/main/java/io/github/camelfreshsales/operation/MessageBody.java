package io.github.camelfreshsales.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * The body of a message, out of what Camel wraps it in.
 *
 * @param content what is to be sent, or null
 * @param isReadableAgain whether a second message with the same body brings the same content: a stream is gone once it has
 *     been read
 */
record MessageBody(Object content, boolean isReadableAgain) {

    static final MessageBody NONE = new MessageBody(null, true);

    static MessageBody of(Message message) {
        Object body = message.getBody();
        if (body == null) {
            return NONE;
        }
        Object content = body instanceof WrappedFile<?> wrapped && wrapped.getFile() != null ? wrapped.getFile() : body;
        return new MessageBody(content, isReadableAgain(content));
    }

    /** Camel itself rewinds its stream caches before it sends a message again. */
    private static boolean isReadableAgain(Object content) {
        return content instanceof Map<?, ?>
                || content instanceof Collection<?>
                || content instanceof CharSequence
                || content instanceof JsonNode
                || content instanceof File
                || content instanceof Path
                || content instanceof StreamCache
                || content.getClass().isArray()
                || !(content instanceof AutoCloseable || content instanceof java.util.Iterator<?>)
                        && !(content instanceof Iterable<?>);
    }

    /** Without the content, which belongs into no log. */
    @Override
    public String toString() {
        return content == null ? "no body" : content.getClass().getName();
    }
}
