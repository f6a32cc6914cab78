// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.SpanLifecycleManager;
import org.apache.camel.telemetry.Tracer;

/** A tracer of camel-telemetry that keeps its spans, so that the decorator is found and called as in an application. */
final class RecordedSpans extends Tracer {

    private final List<RecordedSpan> spans = new CopyOnWriteArrayList<>();

    /** What was written into a span. */
    record RecordedSpan(String name, Map<String, String> tags, List<Map<String, String>> logs, boolean[] failed)
            implements Span {

        @Override
        public void log(Map<String, String> fields) {
            logs.add(new HashMap<>(fields));
        }

        @Override
        public void setTag(String key, String value) {
            tags.put(key, value);
        }

        @Override
        public void setComponent(String component) {
            tags.put("component", component);
        }

        @Override
        public void setError(boolean isError) {
            failed[0] = isError;
        }
    }

    /** The spans of calls to the component. */
    List<RecordedSpan> ofFreshsales() {
        return spans.stream()
                .filter(span -> "camel-freshsales".equals(span.tags().get("component")))
                .toList();
    }

    List<RecordedSpan> all() {
        return spans;
    }

    @Override
    protected void initTracer() {
        setSpanLifecycleManager(new Keeping());
    }

    private final class Keeping implements SpanLifecycleManager {

        @Override
        public Span create(String name, Span parent, SpanContextPropagationExtractor extractor) {
            RecordedSpan span = new RecordedSpan(name, new TreeMap<>(), new ArrayList<>(), new boolean[1]);
            spans.add(span);
            return span;
        }

        @Override
        public void activate(Span span) {}

        @Override
        public void deactivate(Span span) {}

        @Override
        public void close(Span span) {}

        @Override
        public void inject(Span span, SpanContextPropagationInjector injector, boolean includeTracing) {}
    }
}
