// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Bodies that are sent as they are. Text is encoded in the charset that the content type names, else in UTF-8. */
final class ByteBodies {

    static final String ACCEPTED = "byte[], ByteBuffer, text, InputStream, Reader, File or Path";

    private ByteBodies() {}

    static RequestBody of(Object content, String contentType) {
        if (content instanceof byte[] bytes) {
            return RequestBody.of(bytes, contentType);
        }
        if (content instanceof EncodedContent encoded) {
            return of(encoded.bytes(), contentType);
        }
        if (content instanceof ByteBuffer buffer) {
            return RequestBody.of(bytes(buffer), contentType);
        }
        if (content instanceof CharSequence text) {
            return RequestBody.of(encoded(text, MediaTypes.charset(contentType)), contentType);
        }
        if (content instanceof File file) {
            return StreamedBody.of(contentType, file.toPath());
        }
        if (content instanceof Path path) {
            return StreamedBody.of(contentType, path);
        }
        if (content instanceof InputStream stream) {
            return StreamedBody.once(contentType, stream, out -> Transfer.bytes(stream, out));
        }
        if (content instanceof Reader reader) {
            Charset charset = MediaTypes.charset(contentType);
            return StreamedBody.once(contentType, reader, out -> Transfer.text(reader, charset, out));
        }
        throw new IllegalArgumentException(
                "A body of the Java type " + content.getClass().getTypeName()
                        + " cannot be sent with contentFormat=raw. Accepted are: " + ACCEPTED);
    }

    /** What remains in the buffer, which is left where it stands. */
    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** Unlike {@code String.getBytes}, puts no question mark where a character cannot be encoded. */
    static byte[] encoded(CharSequence text, Charset charset) {
        try {
            return bytes(charset.newEncoder().encode(CharBuffer.wrap(text)));
        } catch (CharacterCodingException e) {
            throw unencodable(charset);
        }
    }

    static IllegalArgumentException unencodable(Charset charset) {
        return new IllegalArgumentException("The text holds a character that cannot be encoded in " + charset
                + "; name another charset, like UTF-8");
    }
}
