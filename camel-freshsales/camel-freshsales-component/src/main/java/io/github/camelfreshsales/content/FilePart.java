// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import io.github.camelfreshsales.ContentFormat;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A file in a record with the content format multipart. Bytes, a File, a Path, a stream or a reader are sent as a file too; use a
 * FilePart to set the name and the media type.
 *
 * @param fileName the name to send, or null for the name of the File or Path, else {@code file}
 * @param contentType the media type, or null for {@code application/octet-stream}
 * @param content byte[], ByteBuffer, text, File, Path, InputStream or Reader
 */
public record FilePart(String fileName, String contentType, Object content) {

    public FilePart {
        if (!isFile(content) && !(content instanceof CharSequence)) {
            throw new IllegalArgumentException("The content of a FilePart must be " + ByteBodies.ACCEPTED);
        }
        fileName = fileName == null ? nameOf(content) : fileName;
        contentType = contentType == null ? ContentFormat.raw.mediaType() : contentType;
    }

    /** A file from elsewhere, such as an attachment; leaves out an invalid media type. */
    public static FilePart received(String fileName, String contentType, Object content) {
        return new FilePart(fileName, MediaTypes.ofStranger(contentType), content);
    }

    /** The value as a file, or null if it is an ordinary value. */
    static FilePart of(Object value) {
        if (value instanceof FilePart part) {
            return part;
        }
        return isFile(value) ? new FilePart(null, null, value) : null;
    }

    private static boolean isFile(Object value) {
        return value instanceof byte[]
                || value instanceof ByteBuffer
                || value instanceof File
                || value instanceof Path
                || value instanceof InputStream
                || value instanceof Reader;
    }

    private static String nameOf(Object content) {
        if (content instanceof File file) {
            return file.getName();
        }
        return content instanceof Path path && path.getFileName() != null
                ? path.getFileName().toString()
                : "file";
    }

    /** Without the content and the name: a body does not belong into a log. */
    @Override
    public String toString() {
        return "FilePart of " + content.getClass().getName();
    }
}
