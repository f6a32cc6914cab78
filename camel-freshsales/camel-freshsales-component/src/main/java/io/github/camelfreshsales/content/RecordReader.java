package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Turns whatever a body holds into records: maps whose keys keep their order. A Map stays the Map it is. Messages of
 * its exceptions name Java types, lines and columns, and never the content, which is somebody's customer data.
 */
public final class RecordReader {

    static final String BODY = "body";
    static final String ELEMENT = "record";

    private final ExactJson json;

    /** Beans, Java records and nodes become what this mapper makes of them. */
    public RecordReader(ObjectMapper mapper) {
        this(new ExactJson(mapper));
    }

    RecordReader(ExactJson json) {
        this.json = json;
    }

    /**
     * Finds out what a body holds. JSON text and bytes are read whole, so that an error in them shows before anything
     * is sent. An array in a stream, reader or file is read while it is iterated.
     *
     * @throws IllegalArgumentException if it holds no record
     */
    public Records read(Object body) {
        return read(body, BODY);
    }

    /**
     * Reads one element of {@link Records.Many}.
     *
     * @throws IllegalArgumentException if it is not one record
     */
    public Map<String, Object> record(Object element) {
        Records records = read(element, ELEMENT);
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
    @SuppressWarnings("unchecked")
    public Map<String, Object> plain(Map<String, Object> record) {
        return (Map<String, Object>) json.plain(record);
    }

    /**
     * A copy without the null fields of the record and of objects inside it; elements of lists stay. Values that
     * multipart sends as files stay what they are.
     */
    @SuppressWarnings("unchecked")
    public Map<String, Object> withoutNulls(Map<String, Object> record) {
        return (Map<String, Object>) new RecordCopy(json, false).of(record);
    }

    /** The JSON of an answer as Map, List or scalar; null when there is none. */
    public Object readAnswer(byte[] utf8) throws UnreadableJsonException {
        try (JsonParser parser = JsonInput.open(json.factory(), utf8)) {
            if (JsonValues.next(parser) == null) {
                return null;
            }
            Object answer = JsonValues.value(parser);
            JsonValues.requireEnd(parser);
            return answer;
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
        if (body instanceof Map<?, ?> map) {
            return one(map);
        }
        if (body instanceof JsonNode node) {
            return ofNode(node, what);
        }
        if (JsonInput.accepts(body)) {
            return ofJson(body, what);
        }
        Iterator<Object> elements = Elements.of(body);
        return elements == null ? ofBean(body, what) : new Records.Many(elements);
    }

    @SuppressWarnings("unchecked")
    private static Records one(Map<?, ?> map) {
        return new Records.One((Map<String, Object>) map);
    }

    private Records ofNode(JsonNode node, String what) {
        if (!node.isContainerNode()) {
            throw Refusal.of(what, node, "it is neither an object nor an array");
        }
        Object tree = json.tree(node);
        return tree instanceof List<?> list
                ? new Records.Many(new HeldElements(list.iterator()))
                : one((Map<?, ?>) tree);
    }

    private Records ofBean(Object bean, String what) {
        if (Refusal.concerns(bean)) {
            throw Refusal.of(what, bean, "it is not a record");
        }
        Object tree;
        try {
            tree = json.tree(bean);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(what, bean, e.getMessage());
        }
        if (tree instanceof Map<?, ?> map) {
            return one(map);
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

    private static Records ofJson(JsonParser parser, Object body, String what) throws IOException {
        JsonToken first = JsonValues.next(parser);
        if (first == null) {
            throw Refusal.of(what, body, "it is empty");
        }
        if (first == JsonToken.START_ARRAY) {
            Iterator<Object> elements = new ClosingElements(new JsonElements(parser), parser);
            return new Records.Many(JsonInput.isHeld(body) ? held(elements) : elements);
        }
        if (first != JsonToken.START_OBJECT) {
            throw Refusal.of(what, body, "its JSON is neither an object nor an array");
        }
        Map<?, ?> object = (Map<?, ?>) JsonValues.value(parser);
        JsonValues.requireEnd(parser);
        parser.close();
        return one(object);
    }

    private static Iterator<Object> held(Iterator<Object> elements) {
        List<Object> all = new ArrayList<>();
        elements.forEachRemaining(all::add);
        return new HeldElements(all.iterator());
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
