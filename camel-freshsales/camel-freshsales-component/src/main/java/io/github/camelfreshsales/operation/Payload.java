// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.Nulls;
import io.github.camelfreshsales.Wrap;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.resource.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Prepares a record for the service: nulls, custom fields, wrapper. The caller's Map is never changed; it is copied only
 * where something in it has to change.
 */
final class Payload {

    private static final String CUSTOM_FIELD = "custom_field";

    private Payload() {}

    /** The record as a request carries it. */
    static Document of(OperationCall call, Session session, Resource resource, Map<String, Object> record) {
        Wrap wrap = call.get(Option.WRAP);
        if (wrap == Wrap.always && resource.key() == null) {
            throw new IllegalArgumentException("The option wrap=always needs a resource with a key, and "
                    + resource.name() + " has none; use wrap=auto");
        }
        Map<String, Object> sent = call.get(Option.NULLS) == Nulls.omit
                ? session.account().reader().withoutNulls(record)
                : record;
        if (wrap == Wrap.never || resource.key() == null) {
            return document(resource, sent, null);
        }
        if (wrap == Wrap.auto && resource.isWrapped(sent)) {
            return wrapped(call, resource, sent);
        }
        return document(resource, nested(call, sent), resource.key());
    }

    private static Document wrapped(OperationCall call, Resource resource, Map<String, Object> record) {
        Map<String, Object> inner = nested(call, inner(resource, record));
        if (record.size() == 1) {
            return document(resource, inner, resource.key());
        }
        Map<String, Object> whole = new LinkedHashMap<>(record);
        whole.put(resource.key(), inner);
        return document(resource, whole, null);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Resource resource, Map<String, Object> record) {
        return (Map<String, Object>) record.get(resource.key());
    }

    private static Document document(Resource resource, Map<String, Object> record, String wrapper) {
        return new Document(record, wrapper, resource.key(), resource.key() == null ? null : resource.listKey());
    }

    private static Map<String, Object> nested(OperationCall call, Map<String, Object> record) {
        return call.get(Option.NEST_CUSTOM_FIELDS) && hasCustomFields(record) ? nest(record) : record;
    }

    private static boolean hasCustomFields(Map<String, Object> record) {
        for (String name : record.keySet()) {
            if (isCustom(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCustom(String name) {
        return name.startsWith("cf_");
    }

    private static Map<String, Object> nest(Map<String, Object> record) {
        Map<String, Object> rest = new LinkedHashMap<>();
        Map<String, Object> custom = new LinkedHashMap<>(customFields(record));
        record.forEach((name, value) -> {
            if (!isCustom(name)) {
                rest.put(name, value);
            } else if (custom.containsKey(name) && !Objects.equals(custom.get(name), value)) {
                throw new IllegalArgumentException("The custom field " + name + " stands at the top of the record and"
                        + " under custom_field, with different values; give it once");
            } else {
                custom.put(name, value);
            }
        });
        rest.put(CUSTOM_FIELD, custom);
        return rest;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> customFields(Map<String, Object> record) {
        Object given = record.get(CUSTOM_FIELD);
        if (given == null) {
            return Map.of();
        }
        if (given instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("The field custom_field must be an object of cf_ fields");
    }

    /** The record as it stands in a bulk call: bare, and without its id. */
    static Map<String, Object> inBulk(
            OperationCall call, Session session, Resource resource, Map<String, Object> record) {
        Map<String, Object> bare = new LinkedHashMap<>(bare(call, resource, record));
        bare.remove("id");
        Map<String, Object> sent = call.get(Option.NULLS) == Nulls.omit
                ? session.account().reader().withoutNulls(bare)
                : bare;
        return call.get(Option.WRAP) == Wrap.never ? sent : nested(call, sent);
    }

    /** The record itself, wherever it stands. */
    static Map<String, Object> bare(OperationCall call, Resource resource, Map<String, Object> record) {
        return call.get(Option.WRAP) != Wrap.always && resource.isWrapped(record) ? inner(resource, record) : record;
    }

    /** The record that a request holds, without what is around it. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> bare(Resource resource, Document document) {
        Map<String, Object> content = (Map<String, Object>) document.content();
        return document.wrapper() == null && resource.isWrapped(content) ? inner(resource, content) : content;
    }

    /** The record without its id, which goes into the path. */
    static Map<String, Object> withoutId(OperationCall call, Resource resource, Map<String, Object> record) {
        Map<String, Object> bare = bare(call, resource, record);
        Map<String, Object> copy = new LinkedHashMap<>(bare);
        copy.remove("id");
        if (bare == record) {
            return copy;
        }
        Map<String, Object> whole = new LinkedHashMap<>(record);
        whole.put(resource.key(), copy);
        return whole;
    }
}
