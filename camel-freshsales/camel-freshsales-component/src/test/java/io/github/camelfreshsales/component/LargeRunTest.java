// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One million records through a route whose Java machine has a heap of 64 MB; the service is another process. */
@Tag("large")
class LargeRunTest {

    private static final int RECORDS = 1_000_000;

    @Test
    void millionContactsAreStreamedWith64MegabytesOfHeap() throws Exception {
        Process service = java(List.of("-Xmx1g"), Service.class.getName(), "contacts");
        try {
            Map<String, String> account = started(service);

            Process reader =
                    java(List.of("-Xmx64m"), Reader.class.getName(), account.get("domain"), account.get("key"));

            String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(said);
            assertThat(reader.waitFor()).as(said).isZero();
            assertThat(said).contains(RECORDS + " records");
        } finally {
            service.destroy();
        }
    }

    @Test
    void millionContactsGoThroughBulkUpsertWith64MegabytesOfHeap() throws Exception {
        Process service = java(List.of("-Xmx1g"), Service.class.getName(), "nothing");
        try {
            Map<String, String> account = started(service);

            Process writer =
                    java(List.of("-Xmx64m"), Writer.class.getName(), account.get("domain"), account.get("key"));

            String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(said);
            assertThat(writer.waitFor()).as(said).isZero();
            assertThat(said).contains("total=" + RECORDS + ", succeeded=" + RECORDS + ", failed=0");
        } finally {
            service.destroy();
        }
    }

    private static Process java(List<String> options, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What the service prints when it is ready. */
    private static Map<String, String> started(Process service) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
        String domain = lines.readLine();
        String key = lines.readLine();
        if (key == null) {
            throw new AssertionError("The simulator did not start: " + domain);
        }
        return Map.of("domain", domain, "key", key);
    }

    /** The simulator, with a million contacts or keeping nothing. */
    public static final class Service {

        public static void main(String[] arguments) {
            FreshsalesSimulatorBuilder options =
                    FreshsalesSimulator.builder().journalLimit(0).jobsTakeLooks(0);
            if (arguments[0].equals("contacts")) {
                options.prepare(simulator -> simulator.generate("contacts", RECORDS));
            } else {
                options.storeNothing();
            }
            FreshsalesSimulator simulator = options.start();
            System.out.println(simulator.domain());
            System.out.println(simulator.apiKey());
        }
    }

    /** The process with the small heap. */
    public static final class Reader {

        private static long count;

        public static void main(String[] arguments) throws Exception {
            long start = System.nanoTime();
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                FreshsalesComponent component = new FreshsalesComponent();
                component.getConfiguration().setDomain(arguments[0]);
                component.getConfiguration().setApiKey(arguments[1]);
                context.addComponent("freshsales", component);
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:all")
                                .to("freshsales:list?resourceType=contacts&fetch=stream")
                                .split(body())
                                .streaming()
                                .process(exchange -> count++);
                    }
                });
                context.start();
                context.createProducerTemplate().sendBody("direct:all", (Object) null);
            }
            System.out.println(count + " records in " + (System.nanoTime() - start) / 1_000_000_000 + " s, heap limit "
                    + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB");
        }
    }

    /** The process with the small heap that sends. */
    public static final class Writer {

        public static void main(String[] arguments) throws Exception {
            long start = System.nanoTime();
            Object summary;
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                FreshsalesComponent component = new FreshsalesComponent();
                component.getConfiguration().setDomain(arguments[0]);
                component.getConfiguration().setApiKey(arguments[1]);
                component.getConfiguration().setJobPollInterval(100);
                context.addComponent("freshsales", component);
                context.start();
                summary = context.createProducerTemplate()
                        .requestBody(
                                "freshsales:bulkUpsert?resourceType=contacts&resultMode=summary",
                                IntStream.range(0, RECORDS)
                                        .mapToObj(n -> Map.of("email", n + "@example.test", "last_name", "n" + n))
                                        .iterator());
            }
            System.out.println(summary + " in " + (System.nanoTime() - start) / 1_000_000_000 + " s, heap limit "
                    + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB");
        }
    }
}
