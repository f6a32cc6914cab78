// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds the handler of a path below one root. Patterns are literal segments and variables: {@code {id}} stands for
 * digits, {@code {entity}} for a custom module's name, other names for any one segment. Literals win.
 */
public final class Router {

    private static final Map<String, Pattern> SHAPES =
            Map.of("id", Pattern.compile("\\d+"), "entity", Pattern.compile("cm_\\w+"));

    private final Node top = new Node();

    public Router add(String method, String pattern, Function<Call, ApiResponse> handler) {
        Node node = top;
        for (String segment : pattern.split("/")) {
            node = node.child(segment);
        }
        if (node.handlers.put(method, handler) != null) {
            throw new IllegalStateException("Two routes for " + method + " " + pattern);
        }
        return this;
    }

    /** Answers the request, or null when no route matches. */
    public ApiResponse route(ApiRequest request, String pathBelowRoot) {
        String[] segments = pathBelowRoot.split("/", -1);
        List<String> values = new ArrayList<>(2);
        Node found = find(top, request.method(), segments, 0, values);
        if (found == null) {
            return null;
        }
        return found.handlers.get(request.method()).apply(new Call(request, variables(found, values)));
    }

    private static Node find(Node node, String method, String[] segments, int at, List<String> values) {
        if (at == segments.length) {
            return node.handlers.containsKey(method) ? node : null;
        }
        Node literal = node.literals.get(segments[at]);
        Node found = literal == null ? null : find(literal, method, segments, at + 1, values);
        if (found != null) {
            return found;
        }
        for (Node variable : node.variables.values()) {
            String value = ApiRequest.decode(segments[at]);
            if (variable.accepts(value)) {
                values.add(value);
                found = find(variable, method, segments, at + 1, values);
                if (found != null) {
                    return found;
                }
                values.remove(values.size() - 1);
            }
        }
        return null;
    }

    private static Map<String, String> variables(Node end, List<String> values) {
        Map<String, String> variables = new HashMap<>();
        int at = values.size();
        for (Node node = end; node != null; node = node.parent) {
            if (node.variable != null) {
                variables.put(node.variable, values.get(--at));
            }
        }
        return variables;
    }

    private static final class Node {
        private Node parent;
        private String variable;
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Node> variables = new LinkedHashMap<>();
        private final Map<String, Function<Call, ApiResponse>> handlers = new HashMap<>();

        Node child(String segment) {
            boolean isVariable = segment.startsWith("{");
            Node child = (isVariable ? variables : literals).computeIfAbsent(segment, any -> new Node());
            child.parent = this;
            child.variable = isVariable ? segment.substring(1, segment.length() - 1) : null;
            return child;
        }

        boolean accepts(String value) {
            Pattern shape = SHAPES.get(variable);
            return shape == null ? !value.isEmpty() : shape.matcher(value).matches();
        }
    }
}
