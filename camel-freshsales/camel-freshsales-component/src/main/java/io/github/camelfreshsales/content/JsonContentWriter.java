package io.github.camelfreshsales.content;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;

/** Compact JSON, straight from what is there: a record or a list goes through no tree in between. */
final class JsonContentWriter implements ContentWriter {

    private final ExactJson json;

    JsonContentWriter(ExactJson json) {
        this.json = json;
    }

    @Override
    public RequestBody write(Document document, String contentType) {
        Object content = document.content();
        String wrapper = document.wrapper();
        Iterator<Object> elements = content instanceof Collection ? null : Elements.of(content);
        if (elements == null) {
            Object whole = wrapper == null ? content : Collections.singletonMap(wrapper, content);
            return RequestBody.of(json.write(whole), contentType);
        }
        return StreamedBody.of(contentType, elements, out -> json.writeArray(elements, wrapper, out));
    }
}
