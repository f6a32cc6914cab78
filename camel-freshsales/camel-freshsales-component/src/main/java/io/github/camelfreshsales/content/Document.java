// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import io.github.camelfreshsales.ContentFormat;
import java.util.Map;

/**
 * The content to write, and the names that the formats put around it.
 *
 * @param content one record as a Map; many records as an Iterator, Iterable, array or Stream; for {@link
 *     ContentFormat#raw} the body as it came. JSON writes whatever Jackson can write.
 * @param wrapper the key to put around the content, or null; CSV does without
 * @param singular the name of one record: the root element in XML, and the wrapper that CSV takes away
 * @param plural the name of many records in XML, form and multipart
 */
public record Document(Object content, String wrapper, String singular, String plural) {

    private static final String NAMELESS = "record";

    public Document {
        if (content == null) {
            throw new IllegalArgumentException("There is no body to send");
        }
        singular = singular == null ? NAMELESS : singular;
        plural = plural == null ? "records" : plural;
    }

    /**
     * The root element around a record. A record that already stands under its key brings its own root; one that does
     * so beside other keys is an envelope, and gets the neutral name.
     */
    String root(Map<String, Object> record) {
        if (wrapper != null) {
            return wrapper;
        }
        return record.size() > 1 && record.get(singular) instanceof Map ? NAMELESS : singular;
    }

    /** The record without the key around it, where it has one. */
    @SuppressWarnings("unchecked")
    Map<String, Object> unwrapped(Map<String, Object> record) {
        return record.size() == 1 && record.get(singular) instanceof Map<?, ?> inner
                ? (Map<String, Object>) inner
                : record;
    }

    /** Without the content: a body must not appear in a log. */
    @Override
    public String toString() {
        return "Document of " + content.getClass().getName();
    }
}
