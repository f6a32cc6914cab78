// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.UnaryOperator;

/**
 * Writes and reads JSON with exact numbers, and with errors that show no content. Serialisers and limits are those of the
 * mapper; what would spoil a request (flushing after each value, a root name, digits by the thousand) is not, and dates
 * are those of {@link PlainForms}.
 */
final class ExactJson {

    private final ObjectMapper mapper;
    private final ObjectWriter writer;
    private final SerializationConfig config;
    private final SerializerFactory serializers;
    private final DefaultSerializerProvider provider;

    ExactJson(ObjectMapper mapper) {
        this.mapper = mapper;
        this.config = mapper.getSerializationConfig().without(SerializationFeature.WRAP_ROOT_VALUE);
        this.serializers = FormSerializers.over(mapper.getSerializerFactory());
        this.provider = provider(mapper);
        // the target belongs to the caller, and an array that broke off must not look complete
        this.writer = mapper.writer()
                .without(SerializationFeature.WRAP_ROOT_VALUE)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .without(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .without(StreamWriteFeature.AUTO_CLOSE_CONTENT);
    }

    /** One that remembers its own serialisers, not those that the mapper has found. */
    private static DefaultSerializerProvider provider(ObjectMapper mapper) {
        DefaultSerializerProvider own = mapper.getSerializerProvider() instanceof DefaultSerializerProvider.Impl given
                ? given.copy()
                : new DefaultSerializerProvider.Impl();
        own.setNullKeySerializer(FormSerializers.KeySerializer.INSTANCE);
        return own;
    }

    JsonFactory factory() {
        return mapper.getFactory();
    }

    byte[] write(Object value) {
        return write(value, null);
    }

    /** @param wrapper the key to put around the value, or null */
    byte[] write(Object value, String wrapper) {
        BufferRecycler recycler = factory()._getBufferRecycler();
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(recycler)) {
            try (JsonGenerator json = generator(bytes)) {
                if (wrapper != null) {
                    json.writeStartObject();
                    json.writeFieldName(wrapper);
                }
                append(value, json);
                if (wrapper != null) {
                    json.writeEndObject();
                }
            }
            return bytes.getClearAndRelease();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            recycler.releaseToPool();
        }
    }

    private JsonGenerator generator(OutputStream out) throws IOException {
        return new NumberTexts(writer.createGenerator(out));
    }

    /** Writes an array element by element; only IO trouble of the target comes out as IOException. */
    void writeArray(Iterator<?> elements, UnaryOperator<Object> plain, String wrapper, OutputStream out)
            throws IOException {
        try (JsonGenerator json = generator(out)) {
            if (wrapper != null) {
                json.writeStartObject();
                json.writeFieldName(wrapper);
            }
            json.writeStartArray();
            while (elements.hasNext()) {
                append(plain.apply(elements.next()), json);
            }
            json.writeEndArray();
            if (wrapper != null) {
                json.writeEndObject();
            }
        }
    }

    private void append(Object element, JsonGenerator json) throws IOException {
        try {
            provider.createInstance(config, serializers).serializeValue(json, element);
        } catch (JsonProcessingException e) {
            throw unwritable(element, e);
        }
    }

    /** What a bean is in JSON: maps, lists, text, numbers, booleans and null; bytes stay bytes. */
    Object tree(Object bean) {
        try (TokenBuffer tokens = new TokenBuffer(mapper, false)) {
            provider.createInstance(config, serializers).serializeValue(tokens, bean);
            JsonParser parser = tokens.asParser();
            parser.nextToken();
            return JsonValues.value(parser);
        } catch (JsonProcessingException e) {
            throw unwritable(bean, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value that a JSON text holds. */
    Object read(String text) {
        try (JsonParser parser = factory().createParser(text)) {
            JsonValues.next(parser);
            return JsonValues.value(parser);
        } catch (IOException e) {
            throw RecordReader.unreadable(RecordReader.ELEMENT, e);
        }
    }

    String base64(byte[] bytes) {
        return config.getBase64Variant().encode(bytes);
    }

    /** The cause is dropped: a getter or a serialiser may have put the content into its message. */
    private static IllegalArgumentException unwritable(Object value, JsonProcessingException e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof Refusal ours) {
            return ours;
        }
        String reason = e instanceof InvalidDefinitionException
                ? e.getOriginalMessage()
                : root.getClass().getName();
        return new IllegalArgumentException(
                "Jackson cannot turn " + value.getClass().getName() + " into JSON: " + reason);
    }
}
