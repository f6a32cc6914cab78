package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * Writes and reads JSON with exact numbers, and with errors that show no content. Serialisers, dates and limits are
 * those of the mapper; what would spoil a request (flushing after each value, a root name, exponents) is not.
 */
final class ExactJson {

    private final ObjectMapper mapper;
    private final ObjectWriter writer;
    private final ObjectWriter trees;

    ExactJson(ObjectMapper mapper) {
        this.mapper = mapper;
        this.trees = mapper.writer().without(SerializationFeature.WRAP_ROOT_VALUE);
        // the target belongs to the caller, and an array that broke off must not look complete
        this.writer = trees.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .without(StreamWriteFeature.AUTO_CLOSE_CONTENT);
    }

    JsonFactory factory() {
        return mapper.getFactory();
    }

    byte[] write(Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /** Writes an array element by element; only IO trouble of the target comes out as IOException. */
    void writeArray(Iterator<?> elements, String wrapper, OutputStream out) throws IOException {
        try (JsonGenerator json = writer.createGenerator(out)) {
            if (wrapper != null) {
                json.writeStartObject();
                json.writeFieldName(wrapper);
            }
            json.writeStartArray();
            while (elements.hasNext()) {
                write(elements.next(), json);
            }
            json.writeEndArray();
            if (wrapper != null) {
                json.writeEndObject();
            }
        }
    }

    private void write(Object element, JsonGenerator json) throws IOException {
        try {
            writer.writeValue(json, element);
        } catch (JsonProcessingException e) {
            throw unwritable(element, e);
        }
    }

    /** What the value is in JSON: maps, lists, text, numbers, booleans and null. */
    Object plain(Object value) {
        try (JsonParser parser = factory().createParser(write(value))) {
            JsonValues.next(parser);
            return JsonValues.value(parser);
        } catch (IOException e) {
            throw RecordReader.unreadable(RecordReader.ELEMENT, e);
        }
    }

    /** The same without the way through text: faster, and bytes stay bytes. */
    Object tree(Object value) {
        try (TokenBuffer tokens = new TokenBuffer(mapper, false)) {
            trees.writeValue(tokens, value);
            JsonParser parser = tokens.asParser();
            parser.nextToken();
            return JsonValues.value(parser);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cause is dropped: a getter or a serialiser may have put the content into its message. */
    private static IllegalArgumentException unwritable(Object value, JsonProcessingException e) {
        return new IllegalArgumentException(
                "Jackson cannot turn " + value.getClass().getName() + " into JSON: " + reason(e));
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof InvalidDefinitionException) {
            return e.getOriginalMessage();
        }
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getName();
    }
}
