// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;
import org.w3c.dom.Node;

/** The refusal of something that is not a record or a value of one, with a message that does not contain it. */
final class Refusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final String BODIES = "Accepted are: a Map, a Java bean or record, a JsonNode, JSON as text,"
            + " bytes, InputStream, Reader, File or Path, and for many records an Iterable, Iterator, array or Stream"
            + " of these, or a JSON array";
    private static final String VALUES = "Accepted are: text, numbers, booleans, null, dates, and Maps, Lists, arrays,"
            + " Java beans or records and JsonNodes of these";

    static final String FOREIGN_TREE = "it is the JSON of another library. Make text of it, or a Map";

    /** The JSON of other libraries. Each is Java's own kind of object to Jackson, and would turn into its inner state. */
    private static final Set<String> FOREIGN = Set.of(
            "org.json.JSONObject",
            "org.json.JSONArray",
            "com.google.gson.JsonElement",
            "jakarta.json.JsonValue",
            "javax.json.JsonValue",
            "tools.jackson.core.TreeNode",
            "org.codehaus.jackson.JsonNode",
            "kotlinx.serialization.json.JsonElement",
            "io.vertx.core.json.JsonObject",
            "io.vertx.core.json.JsonArray",
            "io.micronaut.json.tree.JsonNode",
            "com.eclipsesource.json.JsonValue",
            "net.sf.json.JSON",
            "org.bson.BsonValue",
            "play.api.libs.json.JsValue");

    private static final ClassValue<Boolean> IS_FOREIGN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isForeign(type);
        }
    };

    /** The classes of Java that Jackson makes text of. */
    private static final Set<Class<?>> KNOWN_TO_JACKSON = Set.of(
            Enum.class,
            UUID.class,
            URI.class,
            URL.class,
            Locale.class,
            Currency.class,
            Pattern.class,
            Class.class,
            InetAddress.class,
            InetSocketAddress.class,
            TimeZone.class,
            Charset.class,
            Map.Entry.class);

    private Refusal(String message) {
        super(message);
    }

    static Refusal of(String what, Object body, String reason) {
        return new Refusal(
                "The " + what + " of the Java type " + typeOf(body) + " cannot be used: " + reason + ". " + BODIES);
    }

    static Refusal ofValue(Object value, String reason) {
        return new Refusal("A record holds a value of the Java type " + typeOf(value) + ", which cannot be used: "
                + reason + ". " + VALUES);
    }

    /** A value that is a foreign tree, or a file where none can be sent. */
    static Refusal ofValue(Object value) {
        boolean tree = isForeignTree(value.getClass());
        return ofValue(value, tree ? FOREIGN_TREE : "it is a file, which needs contentFormat=multipart");
    }

    static Refusal ofNumber(String what) {
        return new Refusal("A number of a record " + what);
    }

    static Refusal ofDepth(int levels) {
        return new Refusal("A record is nested in more than " + levels + " levels, or holds itself");
    }

    /** A key that is no text: JSON has only text, and guessing what 7 or null should be called helps nobody. */
    static Refusal ofKey(Object key) {
        return new Refusal("A record has a key that is " + (key == null ? "null" : "of the Java type " + typeOf(key))
                + "; the keys of a record must be text");
    }

    /** Whether something is a JSON tree of another library than Jackson 2. */
    static boolean isForeignTree(Class<?> type) {
        return IS_FOREIGN.get(type);
    }

    private static boolean isForeign(Class<?> type) {
        // org.json has a class inside JSONObject for null
        if (FOREIGN.contains(type.getName().replaceFirst("\\$.*", ""))) {
            return true;
        }
        for (Class<?> contract : type.getInterfaces()) {
            if (isForeign(contract)) {
                return true;
            }
        }
        return type.getSuperclass() != null && isForeign(type.getSuperclass());
    }

    /**
     * Whether something is no record, although Jackson may be able to make an object of it. Classes of Java itself are
     * values, not records: an Optional, a Future or a URL would turn into their inner state.
     */
    static boolean concerns(Object body) {
        return body instanceof Enum || body.getClass().isArray() || isOfJava(body);
    }

    /** Whether a value has no other form than its inner state, which is nobody's data. */
    static boolean isInnerState(Object value) {
        return isOfJava(value) && KNOWN_TO_JACKSON.stream().noneMatch(type -> type.isInstance(value));
    }

    private static boolean isOfJava(Object value) {
        String type = value.getClass().getName();
        return type.startsWith("java.")
                || type.startsWith("sun.")
                || value instanceof Throwable
                || value instanceof Node;
    }

    private static String typeOf(Object value) {
        return value.getClass().getTypeName();
    }
}
