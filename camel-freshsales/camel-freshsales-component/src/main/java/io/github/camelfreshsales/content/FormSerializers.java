// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** Gives what Jackson writes the same {@link PlainForms} as the values of a Map, and refuses the same. */
final class FormSerializers extends Serializers.Base {

    private final SerializerFactory original;

    private FormSerializers(SerializerFactory original) {
        this.original = original;
    }

    static SerializerFactory over(SerializerFactory original) {
        return original.withAdditionalSerializers(new FormSerializers(original))
                .withAdditionalKeySerializers(new KeySerializers());
    }

    @Override
    public JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
        Class<?> raw = type.getRawClass();
        boolean ours = PlainForms.cover(raw) || Refusal.isForeignTree(raw) || PlainValues.isFileOnly(raw);
        return ours ? new FormSerializer(type, original) : null;
    }

    @Override
    public JsonSerializer<?> findMapSerializer(
            SerializationConfig config,
            MapType type,
            BeanDescription bean,
            JsonSerializer<Object> keys,
            TypeSerializer typing,
            JsonSerializer<Object> values) {
        return Refusal.isForeignTree(type.getRawClass()) ? new FormSerializer(type, original) : null;
    }

    @Override
    public JsonSerializer<?> findCollectionSerializer(
            SerializationConfig config,
            CollectionType type,
            BeanDescription bean,
            TypeSerializer typing,
            JsonSerializer<Object> values) {
        return Refusal.isForeignTree(type.getRawClass()) ? new FormSerializer(type, original) : null;
    }

    private static final class FormSerializer extends JsonSerializer<Object> implements ContextualSerializer {

        private final JavaType type;
        private final SerializerFactory original;

        FormSerializer(JavaType type, SerializerFactory original) {
            this.type = type;
            this.original = original;
        }

        /** A property that says its own format, with {@code @JsonFormat}, keeps it. */
        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
                throws JsonMappingException {
            boolean own = property != null && property.getAnnotation(JsonFormat.class) != null;
            return own
                    ? provider.handleSecondaryContextualization(original.createSerializer(provider, type), property)
                    : this;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            Object form = Refusal.isForeignTree(value.getClass()) ? value : PlainForms.of(value);
            if (form != value) {
                provider.defaultSerializeValue(form, json);
            } else if (json instanceof TokenBuffer && PlainValues.isFileOnly(value.getClass())) {
                json.writeEmbeddedObject(value);
            } else {
                throw Refusal.ofValue(value);
            }
        }

        @Override
        public void serializeWithType(
                Object value, JsonGenerator json, SerializerProvider provider, TypeSerializer typing)
                throws IOException {
            serialize(value, json, provider);
        }
    }

    /** The keys of a Map whose keys can be anything; a bean may have a Map of numbers, which Jackson knows how to write. */
    private static final class KeySerializers extends Serializers.Base {

        @Override
        public JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
            return type.getRawClass() == Object.class ? KeySerializer.INSTANCE : null;
        }
    }

    /** Refuses what is no text; also asked for null. */
    static final class KeySerializer extends JsonSerializer<Object> {

        static final KeySerializer INSTANCE = new KeySerializer();

        @Override
        public void serialize(Object key, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(PlainValues.text(key));
        }
    }
}
