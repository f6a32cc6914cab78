// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import io.github.camelfreshsales.ContentFormat;
import java.util.EnumMap;
import java.util.Map;

/** The writers of all formats, and the one way to them. */
public final class ContentWriters {

    private final Map<ContentFormat, ContentWriter> writers = new EnumMap<>(ContentFormat.class);
    private final RecordReader reader;

    /** Values inside records become what this reader makes of them. */
    public ContentWriters(RecordReader reader) {
        this.reader = reader;
        writers.put(ContentFormat.json, new JsonContentWriter(reader));
        writers.put(ContentFormat.xml, new XmlContentWriter(reader));
        writers.put(ContentFormat.form, new FormContentWriter(reader));
        writers.put(ContentFormat.multipart, new MultipartContentWriter(reader));
        writers.put(ContentFormat.raw, (document, contentType) -> ByteBodies.of(document.content(), contentType));
    }

    /** The classes of the CSV library are loaded by those who write CSV. */
    private ContentWriter writer(ContentFormat format) {
        return format == ContentFormat.csv ? new CsvContentWriter(reader) : writers.get(format);
    }

    /**
     * Serialises a document. What comes from an Iterator, a Stream or an InputStream goes to the wire piece by piece
     * and only once, and is closed afterwards; such a body is also AutoCloseable, for the case that it is never sent.
     *
     * @param contentType replaces the media type of the format, or null
     * @throws IllegalArgumentException if the format cannot carry the document; its source is closed then
     */
    public RequestBody write(ContentFormat format, Document document, String contentType) {
        try {
            return writer(format).write(document, MediaTypes.of(format, contentType));
        } catch (RuntimeException e) {
            Closing.closeAfter(e, document.content());
            throw e;
        }
    }
}
