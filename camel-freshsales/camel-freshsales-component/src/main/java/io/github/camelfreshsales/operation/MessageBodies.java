// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.EncodedContent;
import io.github.camelfreshsales.content.RecordReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.component.file.GenericFile;

/** Unwraps the body of a message from what Camel puts around it: an exchange, a message, a file of an endpoint, a stream cache. */
public final class MessageBodies {

    private MessageBodies() {}

    /** The body of a message, to be read as records. */
    public static Object of(Message message) {
        return unwrapped(message.getBody(), message.getExchange());
    }

    /** What is inside a body, an element or a value; anything that nothing is around stays what it is. */
    public static Object unwrap(Object value) {
        return unwrapped(value, null);
    }

    /** The body of a message, to be sent as it is. */
    static NamedContent named(Message message) {
        return named(message.getBody(), message.getExchange());
    }

    /** Whether a second message with the same body brings the same, because Camel keeps it or nothing uses it up. */
    static boolean canBeReadAgain(Object body) {
        if (body instanceof Collection<?> elements) {
            return elements.stream().allMatch(MessageBodies::canBeReadAgain);
        }
        return body instanceof StreamCache || RecordReader.canBeReadAgain(unwrap(body));
    }

    private static Object unwrapped(Object value, Exchange exchange) {
        if (value instanceof Exchange other) {
            return of(other.getMessage());
        }
        if (value instanceof Message other) {
            return of(other);
        }
        return value instanceof WrappedFile<?> file ? text(file, exchange) : bytesOf(value);
    }

    private static NamedContent named(Object value, Exchange exchange) {
        if (value instanceof Exchange other) {
            return named(other.getMessage());
        }
        if (value instanceof Message other) {
            return named(other);
        }
        if (value instanceof WrappedFile<?> file) {
            return new NamedContent(name(file, exchange), content(file, exchange));
        }
        String name = value instanceof File file ? file.getName() : null;
        return new NamedContent(value instanceof Path path ? nameOf(path) : name, bytesOf(value));
    }

    private static String nameOf(Path path) {
        return path.getFileName() == null ? null : path.getFileName().toString();
    }

    private static String name(WrappedFile<?> file, Exchange exchange) {
        if (file instanceof GenericFile<?> named && named.getFileNameOnly() != null) {
            return named.getFileNameOnly();
        }
        if (file.getFile() instanceof File local) {
            return local.getName();
        }
        return exchange == null ? null : exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
    }

    /** The file endpoint knows the charset of its files. */
    private static Object text(WrappedFile<?> file, Exchange exchange) {
        Object content = content(file, exchange);
        String charset = file instanceof GenericFile<?> known ? known.getCharset() : null;
        if (charset == null && exchange != null) {
            charset = exchange.getProperty(Exchange.CHARSET_NAME, String.class);
        }
        boolean plain = charset == null || StandardCharsets.UTF_8.equals(Charset.forName(charset));
        return !plain && isBytes(content) ? new EncodedContent(content, Charset.forName(charset)) : content;
    }

    private static boolean isBytes(Object content) {
        return content instanceof byte[]
                || content instanceof InputStream
                || content instanceof File
                || content instanceof Path;
    }

    /** What a remote endpoint calls its file is an entry of a directory; the content is the body of the wrapper. */
    private static Object content(WrappedFile<?> file, Exchange exchange) {
        if (file.getFile() instanceof File local && (local.exists() || file.getBody() == null)) {
            return local;
        }
        Object body = file.getBody() == null ? loaded(file, exchange) : file.getBody();
        if (body == null) {
            throw new IllegalArgumentException("The body is a remote file that has not been downloaded;"
                    + " leave out the option download=false of its endpoint");
        }
        return unwrapped(body, exchange);
    }

    private static Object loaded(WrappedFile<?> file, Exchange exchange) {
        if (exchange == null || !(file instanceof GenericFile<?> generic) || generic.getBinding() == null) {
            return null;
        }
        try {
            load(generic, exchange);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
        return generic.getBody();
    }

    private static <T> void load(GenericFile<T> file, Exchange exchange) throws IOException {
        file.getBinding().loadContent(exchange, file);
    }

    /** Some caches of streams are neither an InputStream nor a Reader. */
    private static Object bytesOf(Object value) {
        if (value instanceof ByteArrayOutputStream bytes) {
            return bytes.toByteArray();
        }
        if (!(value instanceof StreamCache cache) || value instanceof InputStream || value instanceof Reader) {
            return value;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            cache.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The body cannot be read", e);
        }
        cache.reset();
        return bytes.toByteArray();
    }
}
