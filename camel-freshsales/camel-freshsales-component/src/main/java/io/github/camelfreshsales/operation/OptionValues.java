// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.OutputFormat;
import io.github.camelfreshsales.fields.FieldMapping;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.HeaderRules;
import io.github.camelfreshsales.http.NameValue;
import io.github.camelfreshsales.http.RequestPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The value of each option for one call, converted and checked. Only this class lets a header override the option of the
 * endpoint. It never changes: later changes of the headers do not affect the call.
 */
public final class OptionValues {

    private final Object[] values;
    private final long fromMessage;
    private final Map<String, Object> httpHeaders;
    private final Map<String, Object> queryParameters;
    private final List<NameValue> flatHttpHeaders;
    private final List<NameValue> flatQueryParameters;
    private final Map<String, Object> targets;
    private final FieldMapping fieldMapping;
    private final boolean contentTypeFromMessage;
    private final Map<Option<?>, IllegalArgumentException> problems;

    private OptionValues(
            Object[] values,
            long fromMessage,
            Map<String, Object> httpHeaders,
            Map<String, Object> queryParameters,
            Map<String, Object> targets,
            boolean contentTypeFromMessage,
            Map<Option<?>, IllegalArgumentException> problems) {
        this.problems = problems;
        this.values = values;
        this.fromMessage = fromMessage;
        this.httpHeaders = httpHeaders;
        this.queryParameters = queryParameters;
        this.contentTypeFromMessage = contentTypeFromMessage;
        this.flatHttpHeaders = flatten(FreshsalesConstants.HTTP_HEADERS, httpHeaders).stream()
                .map(OptionValues::checked)
                .toList();
        this.flatQueryParameters = flatten(FreshsalesConstants.QUERY_PARAMETERS, queryParameters);
        this.targets = targets;
        this.fieldMapping = mapping(targets);
    }

    /** The values of an endpoint. Each message reports an invalid one, unless its header gives a valid one. */
    public static OptionValues of(FreshsalesConfiguration options) {
        Object[] values = new Object[Option.rows().size()];
        Map<Option<?>, IllegalArgumentException> problems = new LinkedHashMap<>();
        for (Option<?> option : Option.rows()) {
            try {
                values[option.place()] = option.ofEndpoint(options);
            } catch (IllegalArgumentException e) {
                problems.put(option, e);
            }
        }
        return new OptionValues(
                values,
                0,
                caseless(options.getHttpHeaders(), null),
                merged(options.getQueryParameters(), null),
                merged(options.getFieldMapping(), null),
                false,
                problems);
    }

    /**
     * The values for a message with these headers.
     *
     * @param root the account, which no path may lead out of
     * @throws IllegalArgumentException naming a header that cannot be used, whether the operation needs it or not
     */
    OptionValues with(Map<String, Object> headers, ApiRoot root) {
        Object[] all = null;
        long given = 0;
        for (Map.Entry<String, Object> header : headers.entrySet()) {
            Option<?> option = header.getValue() == null ? null : Option.of(header.getKey());
            if (option != null) {
                all = all == null ? values.clone() : all;
                all[option.place()] = option.ofHeader(header.getValue());
                given |= 1L << option.place();
            }
        }
        Map<?, ?> ownHeaders = map(headers, FreshsalesConstants.HTTP_HEADERS);
        Map<?, ?> ownParameters = map(headers, FreshsalesConstants.QUERY_PARAMETERS);
        Map<?, ?> ownTargets = map(headers, FreshsalesConstants.FIELD_MAPPING);
        if (all == null && ownHeaders == null && ownParameters == null && ownTargets == null) {
            return checked();
        }
        OptionValues own = new OptionValues(
                all == null ? values : all,
                given,
                ownHeaders == null ? httpHeaders : caseless(httpHeaders, ownHeaders),
                ownParameters == null ? queryParameters : merged(queryParameters, ownParameters),
                ownTargets == null ? targets : merged(targets, ownTargets),
                ownHeaders != null && caseless(null, ownHeaders).containsKey("Content-Type"),
                problems);
        own.check(root);
        return own.checked();
    }

    /** The same values, unless one of them cannot be. */
    OptionValues checked() {
        for (Map.Entry<Option<?>, IllegalArgumentException> problem : problems.entrySet()) {
            if (!isFromMessage(problem.getKey())) {
                throw new IllegalArgumentException(problem.getValue().getMessage());
            }
        }
        return this;
    }

    private static Map<?, ?> map(Map<String, Object> headers, String name) {
        Object given = headers.get(name);
        if (given == null || given instanceof Map<?, ?>) {
            return (Map<?, ?>) given;
        }
        throw new IllegalArgumentException("The header " + name + " must be a Map of names and values");
    }

    private void check(ApiRoot root) {
        if (isFromMessage(Option.PATH)) {
            try {
                RequestPath.of(root, get(Option.PATH));
            } catch (IllegalArgumentException e) {
                throw HeaderValues.unfit(Option.PATH, e.getMessage());
            }
        }
        if (get(Option.OUTPUT_FORMAT) == OutputFormat.pojo && get(Option.OUTPUT_TYPE) == null) {
            throw HeaderValues.unfit(
                    Option.OUTPUT_FORMAT, "the output format pojo needs the option outputType, the name of a class");
        }
    }

    /** The same values but for one. */
    <T> OptionValues with(Option<T> option, T value) {
        Object[] all = values.clone();
        all[option.place()] = value;
        return new OptionValues(
                all, fromMessage, httpHeaders, queryParameters, targets, contentTypeFromMessage, problems);
    }

    /** The value of an option, or null. */
    @SuppressWarnings("unchecked")
    <T> T get(Option<T> option) {
        return (T) values[option.place()];
    }

    /** Whether the value came with the message. */
    boolean isFromMessage(Option<?> option) {
        return (fromMessage & 1L << option.place()) != 0;
    }

    /** The media type of the body that the message or the endpoint asks for, the message first; null when none does. */
    String contentType() {
        String option = get(Option.CONTENT_TYPE);
        boolean headerWins = contentTypeFromMessage && !isFromMessage(Option.CONTENT_TYPE);
        if (option != null && !headerWins) {
            return option;
        }
        Object header = httpHeaders.get("Content-Type");
        return header == null ? option : header.toString();
    }

    /** The custom headers of the endpoint and of the message. */
    List<NameValue> httpHeaders() {
        return flatHttpHeaders;
    }

    /** The extra query parameters of the endpoint and of the message. */
    List<NameValue> queryParameters() {
        return flatQueryParameters;
    }

    /** Which fields the endpoint and the message mean by the headings of a record. */
    FieldMapping fieldMapping() {
        return fieldMapping;
    }

    private static FieldMapping mapping(Map<String, Object> targets) {
        if (targets.isEmpty()) {
            return FieldMapping.NONE;
        }
        Map<String, String> names = new LinkedHashMap<>();
        targets.forEach((heading, target) -> {
            if (target != null && !(target instanceof CharSequence)) {
                throw new IllegalArgumentException("The header " + FreshsalesConstants.FIELD_MAPPING
                        + " or its option cannot be used: the field for " + heading
                        + " must be a name, or empty to leave it out");
            }
            names.put(heading, target == null ? "" : target.toString().strip());
        });
        return FieldMapping.of(names);
    }

    private static Map<String, Object> caseless(Map<String, Object> defaults, Map<?, ?> given) {
        return given == null && (defaults == null || defaults.isEmpty())
                ? Map.of()
                : put(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), defaults, given);
    }

    private static Map<String, Object> merged(Map<String, Object> defaults, Map<?, ?> given) {
        return given == null && (defaults == null || defaults.isEmpty())
                ? Map.of()
                : put(new LinkedHashMap<>(), defaults, given);
    }

    private static Map<String, Object> put(Map<String, Object> all, Map<String, Object> defaults, Map<?, ?> given) {
        if (defaults != null) {
            all.putAll(defaults);
        }
        if (given != null) {
            given.forEach((name, value) -> all.put(String.valueOf(name), value));
        }
        return all;
    }

    private static List<NameValue> flatten(String header, Map<String, Object> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<NameValue> flat = new ArrayList<>();
        values.forEach((name, value) -> {
            List<?> many = HeaderValues.elements(value);
            for (Object one : many == null ? java.util.Collections.singletonList(value) : many) {
                if (one != null) {
                    flat.add(new NameValue(name, text(header, name, one)));
                }
            }
        });
        return List.copyOf(flat);
    }

    private static NameValue checked(NameValue header) {
        try {
            return HeaderRules.check(header.name(), header.value());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The header " + FreshsalesConstants.HTTP_HEADERS
                    + " or its option cannot be used: " + e.getMessage());
        }
    }

    private static String text(String header, String name, Object value) {
        String text = HeaderValues.text(value);
        if (text == null) {
            throw new IllegalArgumentException("The value of " + name + " in the header " + header
                    + " or its option must" + " be text, a number, or a list of these");
        }
        return text;
    }
}
