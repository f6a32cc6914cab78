// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.util.Collection;
import java.util.function.UnaryOperator;

/** Compact JSON, straight from what is there: a record or a list goes through no tree in between. */
final class JsonContentWriter implements ContentWriter {

    private final ExactJson json;
    private final PlainValues values;

    JsonContentWriter(RecordReader reader) {
        this.json = reader.json();
        this.values = reader.values().withoutFiles();
    }

    @Override
    public RequestBody write(Document document, String contentType) {
        Object content = document.content();
        String wrapper = document.wrapper();
        Elements elements = content instanceof Collection ? null : Elements.of(content, UnaryOperator.identity());
        if (elements == null) {
            return RequestBody.of(json.write(content, wrapper), contentType);
        }
        return StreamedBody.of(contentType, elements, out -> json.writeArray(elements, values::of, wrapper, out));
    }
}
