// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

import io.github.camelfreshsales.examples.csv.CsvFile;
import io.github.camelfreshsales.examples.csv.CsvFileException;
import io.github.camelfreshsales.examples.csv.CsvRows;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Sends a file of contacts to Freshsales, those that have changed since it was sent last. The account comes from the
 * environment variables FRESHSALES_DOMAIN and FRESHSALES_API_KEY; without them two nights pass on a simulator.
 */
public final class NightlyExport {

    private final Map<String, String> environment;
    private final PrintStream out;
    private final boolean terminal;

    NightlyExport(Map<String, String> environment, PrintStream out, boolean terminal) {
        this.environment = environment;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Takes {@code --file=people.csv}, or {@code --rows=100000 --night=2} to invent the file of that night; and
     * {@code --folder=target}, where it keeps what was sent.
     */
    public static void main(String... args) {
        int exitCode = new NightlyExport(System.getenv(), System.out, System.console() != null).run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Gives 0 when every row was dealt with, 1 when it could not start or had to stop. */
    int run(String... args) {
        try {
            export(options(args));
            return 0;
        } catch (NightlyExportException | CsvFileException e) {
            out.println("Stopped. " + e.getMessage());
            return 1;
        }
    }

    private void export(Map<String, String> options) {
        Path folder = nearby(Path.of(options.getOrDefault("folder", "target")));
        int first = number(options, "night", 1);
        try (Account account = Account.of(environment);
                SentContacts sent = account.isSimulated() ? SentContacts.inMemory() : SentContacts.in(folder)) {
            out.println(account.description());
            int nights = account.isSimulated() ? 2 : 1;
            for (int night = first; night < first + nights; night++) {
                send(fileOf(options, folder, night), account, sent);
            }
        }
    }

    private void send(Path path, Account account, SentContacts sent) {
        CsvFile file = CsvFile.of(path);
        int count = file.count();
        out.println();
        out.println("Sending %s: %,d rows".formatted(path, count));
        try (CsvRows rows = file.rows();
                CamelContext context = new DefaultCamelContext()) {
            context.addComponent("freshsales", account.component());
            context.getRegistry().bind("sent", sent.repository());
            context.addRoutes(new ExportRoute());
            context.start();
            Progress records = new Progress(rows, count, out, terminal);
            Exchange done = context.createProducerTemplate()
                    .send("direct:contacts", exchange -> exchange.getMessage().setBody(records));
            records.end();
            if (done.getException() != null) {
                throw done.getException();
            }
            summary(done).print(out);
        } catch (Exception e) {
            throw new NightlyExportException(innermost(e).getMessage());
        }
    }

    @SuppressWarnings("unchecked")
    private static Summary summary(Exchange done) {
        return new Summary(
                done.getMessage().getBody(Map.class),
                done.getMessage().getHeader("CamelFreshsalesAttempts", Integer.class));
    }

    private static Throwable innermost(Throwable e) {
        return e.getCause() == null ? e : innermost(e.getCause());
    }

    private static Path fileOf(Map<String, String> options, Path folder, int night) {
        String file = options.getOrDefault("file", "");
        return file.isBlank() ? SampleFile.in(folder, number(options, "rows", 100_000), night) : nearby(Path.of(file));
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        try {
            return Integer.parseInt(options.getOrDefault(name, String.valueOf(otherwise)));
        } catch (NumberFormatException e) {
            throw new NightlyExportException("--" + name + " must be a number, not " + options.get(name));
        }
    }

    private static Map<String, String> options(String... args) {
        Map<String, String> options = new HashMap<>();
        for (String arg : args) {
            String[] parts = arg.split("=", 2);
            if (parts.length != 2 || !parts[0].matches("--(file|rows|night|folder)")) {
                throw new NightlyExportException(
                        "Not understood: " + arg + "; give --file=… or --rows=… and --night=…, and --folder=…");
            }
            options.put(parts[0].substring(2), parts[1]);
        }
        return options;
    }

    /** The same file as a person would name it from here. */
    private static Path nearby(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
