// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** The meters of one account, which are removed from the registry with it. Tag values have the order of the row. */
final class RegisteredMeters {

    private final MeterRegistry registry;
    private final Tags common;
    private final Map<Key, Meter> meters = new ConcurrentHashMap<>();
    private volatile boolean closed;

    RegisteredMeters(MeterRegistry registry, Tags common) {
        this.registry = registry;
        this.common = common;
    }

    private record Key(FreshsalesMeter row, List<String> values) {}

    void record(FreshsalesMeter row, Duration time, String... values) {
        if (meter(row, values, this::newTimer) instanceof Timer timer) {
            timer.record(time);
        }
    }

    private Timer newTimer(Key key) {
        return Timer.builder(key.row().meterName())
                .description(key.row().description())
                .tags(tags(key))
                .register(registry);
    }

    void increment(FreshsalesMeter row, int amount, String... values) {
        if (meter(row, values, this::newCounter) instanceof Counter counter) {
            counter.increment(amount);
        }
    }

    private Counter newCounter(Key key) {
        return Counter.builder(key.row().meterName())
                .description(key.row().description())
                .tags(tags(key))
                .register(registry);
    }

    /** A counter whose value is counted elsewhere. */
    void count(FreshsalesMeter row, Supplier<Long> count) {
        meter(row, new String[0], key -> FunctionCounter.builder(row.meterName(), this, own -> count.get())
                .description(row.description())
                .tags(tags(key))
                .register(registry));
    }

    void gauge(FreshsalesMeter row, Supplier<Number> number, String... values) {
        meter(row, values, key -> Gauge.builder(row.meterName(), number)
                .description(row.description())
                .tags(tags(key))
                .register(registry));
    }

    void time(FreshsalesMeter row, Supplier<Duration> time, String... values) {
        meter(row, values, key -> TimeGauge.builder(row.meterName(), () -> millis(time.get()), TimeUnit.MILLISECONDS)
                .description(row.description())
                .tags(tags(key))
                .register(registry));
    }

    private static Long millis(Duration time) {
        return time == null ? null : time.toMillis();
    }

    /** The meter of that row and these values; null once the account is closed. */
    private Meter meter(FreshsalesMeter row, String[] values, Function<Key, Meter> factory) {
        if (closed) {
            return null;
        }
        Key key = new Key(row, List.of(values));
        Meter known = meters.get(key);
        if (known != null) {
            return known;
        }
        Meter made = meters.computeIfAbsent(key, factory);
        if (closed) {
            remove(key);
        }
        return made;
    }

    private Tags tags(Key key) {
        Tags tags = common;
        for (int i = 0; i < key.values().size(); i++) {
            tags = tags.and(key.row().tags().get(i), key.values().get(i));
        }
        return tags;
    }

    void remove(FreshsalesMeter row, String... values) {
        remove(new Key(row, List.of(values)));
    }

    private void remove(Key key) {
        Meter meter = meters.remove(key);
        if (meter != null) {
            registry.remove(meter);
        }
    }

    void close() {
        closed = true;
        meters.keySet().forEach(this::remove);
    }
}
