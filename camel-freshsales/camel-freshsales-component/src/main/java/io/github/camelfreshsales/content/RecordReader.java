// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.BaseStream;

/**
 * Converts any body into records: Maps of plain values whose keys keep their order. A Map that is already plain stays the same
 * Map. The messages of its exceptions have Java types, lines and columns, but never the content, which is customers' data.
 */
public final class RecordReader {

    static final String BODY = "body";
    static final String ELEMENT = "record";

    private final ExactJson json;
    private final PlainValues values;
    private final UnaryOperator<Object> unwrap;

    /**
     * @param mapper makes Maps of beans, Java records and nodes
     * @param unwrap takes off what is around a body, an element or a value, and leaves anything else as it is
     */
    public RecordReader(ObjectMapper mapper, UnaryOperator<Object> unwrap) {
        this.json = new ExactJson(mapper);
        this.unwrap = unwrap;
        this.values = new PlainValues(json, unwrap, true);
    }

    /** Nothing is around what it reads. */
    public RecordReader(ObjectMapper mapper) {
        this(mapper, UnaryOperator.identity());
    }

    ExactJson json() {
        return json;
    }

    PlainValues values() {
        return values;
    }

    /**
     * Finds out what a body holds. JSON text and bytes are read whole, so that an error in them shows before anything
     * is sent. An array in a stream, reader or file is read while it is iterated.
     *
     * @throws IllegalArgumentException if it holds no record
     */
    public Records read(Object body) {
        return read(unwrap.apply(body), BODY);
    }

    /** Whether a body can be read twice, because the first reading does not use it up. */
    public static boolean canBeReadAgain(Object body) {
        if (body instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(RecordReader::canBeReadAgain);
        }
        if (body instanceof Collection<?> elements) {
            return elements.stream().allMatch(RecordReader::canBeReadAgain);
        }
        return !(body instanceof InputStream
                || body instanceof Reader
                || body instanceof Iterator
                || body instanceof BaseStream
                || body instanceof Iterable && !(body instanceof JsonNode || body instanceof Path)
                || body instanceof FilePart file && !canBeReadAgain(file.content())
                || body instanceof EncodedContent encoded && !canBeReadAgain(encoded.bytes()));
    }

    /**
     * Reads one element of {@link Records.Many}.
     *
     * @throws IllegalArgumentException if it is not one record
     */
    public Map<String, Object> record(Object element) {
        Records records = read(unwrap.apply(element), ELEMENT);
        if (records instanceof Records.One one) {
            return one.record();
        }
        if (records instanceof Records.Many many) {
            many.close();
            throw Refusal.of(ELEMENT, element, "it holds many records, where one is expected");
        }
        throw new IllegalArgumentException("The record is null");
    }

    /** The record as it is in JSON: nothing but maps, lists, text, exact numbers, booleans and null. */
    public Map<String, Object> plain(Map<String, Object> record) {
        return values.withoutFiles().record(record);
    }

    /**
     * A copy without the null fields of the record and of objects inside it; elements of lists stay. Values that
     * multipart sends as files stay what they are.
     */
    public Map<String, Object> withoutNulls(Map<String, Object> record) {
        return NullFields.removed(values.record(record));
    }

    /** JSON as Map, List or scalar; null when there is none. */
    public Object readJson(byte[] utf8) throws UnreadableJsonException {
        try (JsonParser parser = JsonInput.open(json.factory(), utf8)) {
            if (JsonValues.next(parser) == null) {
                return null;
            }
            Object value = JsonValues.value(parser);
            JsonValues.requireEnd(parser);
            return value;
        } catch (UnreadableJsonException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Records read(Object body, String what) {
        if (body == null) {
            return new Records.None();
        }
        if (Refusal.isForeignTree(body.getClass())) {
            throw Refusal.of(what, body, Refusal.FOREIGN_TREE);
        }
        if (body instanceof Map<?, ?> map) {
            return new Records.One(values.record(map));
        }
        if (body instanceof JsonNode node) {
            return ofNode(node, what);
        }
        if (JsonInput.accepts(body)) {
            return ofJson(body, what);
        }
        Elements elements = Elements.of(body, unwrap);
        return elements == null ? ofBean(body, what) : new Records.Many(elements);
    }

    private Records ofNode(JsonNode node, String what) {
        if (!node.isContainerNode()) {
            throw Refusal.of(what, node, "it is neither an object nor an array");
        }
        Object tree = json.tree(node);
        return tree instanceof List<?> list
                ? new Records.Many(Elements.held(list))
                : new Records.One(values.record((Map<?, ?>) tree));
    }

    private Records ofBean(Object bean, String what) {
        if (Refusal.concerns(bean)) {
            throw Refusal.of(what, bean, "it is not a record");
        }
        Object tree;
        try {
            tree = json.tree(bean);
        } catch (Refusal e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw Refusal.of(what, bean, e.getMessage());
        }
        if (tree instanceof Map<?, ?> map) {
            return new Records.One(values.record(map));
        }
        throw Refusal.of(what, bean, "Jackson does not turn it into an object");
    }

    private Records ofJson(Object body, String what) {
        try {
            JsonParser parser = JsonInput.open(json.factory(), body);
            try {
                return ofJson(parser, body, what);
            } catch (IOException | RuntimeException e) {
                Closing.closeAfter(e, parser);
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(what, e);
        }
    }

    private Records ofJson(JsonParser parser, Object body, String what) throws IOException {
        JsonToken first = JsonValues.next(parser);
        if (first == null) {
            throw Refusal.of(what, body, "it is empty");
        }
        if (first == JsonToken.START_ARRAY) {
            Elements elements = Elements.from(new JsonElements(parser), parser);
            return new Records.Many(JsonInput.isHeld(body) ? held(elements) : elements);
        }
        if (first != JsonToken.START_OBJECT) {
            throw Refusal.of(what, body, "its JSON is neither an object nor an array");
        }
        Map<?, ?> object = (Map<?, ?>) JsonValues.value(parser);
        JsonValues.requireEnd(parser);
        parser.close();
        return new Records.One(values.record(object));
    }

    private static Elements held(Iterator<Object> elements) {
        List<Object> all = new ArrayList<>();
        elements.forEachRemaining(all::add);
        return Elements.held(all);
    }

    /** Broken JSON is the sender's fault; a stream that fails is not. */
    static RuntimeException unreadable(String what, IOException e) {
        if (e instanceof UnreadableJsonException) {
            return new IllegalArgumentException(
                    "The " + what + " cannot be read. " + e.getMessage()
                            + ". Text, bytes and streams must hold JSON: an object like a Map, or an array of them",
                    e);
        }
        return new UncheckedIOException("The " + what + " cannot be read", e);
    }
}
