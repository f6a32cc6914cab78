// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks;

import io.github.camelfreshsales.benchmarks.callers.CallersMeasurement;
import io.github.camelfreshsales.benchmarks.create.CreateMeasurement;
import io.github.camelfreshsales.benchmarks.create.SmokeMeasurement;
import io.github.camelfreshsales.benchmarks.create.TurnsMeasurement;
import io.github.camelfreshsales.benchmarks.start.StartMeasurement;
import io.github.camelfreshsales.benchmarks.transfer.BulkMeasurement;
import io.github.camelfreshsales.benchmarks.transfer.GrowthMeasurement;
import io.github.camelfreshsales.benchmarks.transfer.HeapMeasurement;
import io.github.camelfreshsales.benchmarks.transfer.OwnWordsMeasurement;
import io.github.camelfreshsales.benchmarks.transfer.ReadMeasurement;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a measurement by its name; the README tells what each is for, and with which arguments. */
public final class Benchmarks {

    private static final Map<String, Measurement> MEASUREMENTS = new LinkedHashMap<>();

    static {
        MEASUREMENTS.put("smoke", new SmokeMeasurement());
        MEASUREMENTS.put("turns", new TurnsMeasurement());
        MEASUREMENTS.put("create", new CreateMeasurement());
        MEASUREMENTS.put("bulk", new BulkMeasurement());
        MEASUREMENTS.put("read", new ReadMeasurement());
        MEASUREMENTS.put("heap", new HeapMeasurement());
        MEASUREMENTS.put("start", new StartMeasurement());
        MEASUREMENTS.put("callers", new CallersMeasurement());
        MEASUREMENTS.put("words", new OwnWordsMeasurement());
        MEASUREMENTS.put("growth", new GrowthMeasurement());
    }

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        Measurement measurement = words.isEmpty() ? null : MEASUREMENTS.get(words.get(0));
        if (measurement == null) {
            System.err.println("Name one of " + MEASUREMENTS.keySet());
            System.exit(2);
        }
        Arguments arguments = new Arguments(words.subList(1, words.size()));
        Path folder = Path.of(arguments.text("results", "results"));
        Path images = Path.of(arguments.text("images", "."));
        boolean acceptable = measurement.run(
                arguments, new Results(words.get(0), arguments.others("results", "images"), folder, images));
        System.exit(acceptable ? 0 : 1);
    }
}
