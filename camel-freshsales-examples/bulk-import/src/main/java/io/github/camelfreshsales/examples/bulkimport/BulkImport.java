// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

import io.github.camelfreshsales.examples.csv.CsvFile;
import io.github.camelfreshsales.examples.csv.CsvFileException;
import io.github.camelfreshsales.examples.csv.CsvRows;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/**
 * Brings a large CSV file of contacts into Freshsales. It may be killed at any time and started again with the same file.
 * The account comes from the environment variables FRESHSALES_DOMAIN and FRESHSALES_API_KEY; without them it runs on a
 * simulator.
 */
public final class BulkImport {

    /** Rows that are remembered together: so many at most are sent again after a kill. */
    static final int CHUNK_SIZE = 1_000;

    private final Map<String, String> environment;
    private final PrintStream out;

    BulkImport(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** Takes {@code --file=people.csv}, or {@code --rows=100000 --folder=target} to write a sample file there first. */
    public static void main(String... args) {
        int exitCode = new BulkImport(System.getenv(), System.out).run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Gives 0 when every row was dealt with, 1 when it could not start or had to stop. */
    int run(String... args) {
        try (Account account = Account.of(environment)) {
            CsvFile file = CsvFile.of(fileOf(options(args)), Report.LINE, Report.OUTCOME, Report.REASON);
            int rows = file.count();
            out.println(account.description());
            out.println("Importing %s: %,d rows".formatted(file.path(), rows));
            out.println();
            ImportFiles files = ImportFiles.of(file.path(), account.domain());
            Report report = new Report(files.report(), file.separator(), rows, out);
            send(file, files, account, report);
            report.finish();
            return 0;
        } catch (BulkImportException | CsvFileException e) {
            out.println("Stopped. " + e.getMessage());
            return 1;
        }
    }

    private static void send(CsvFile file, ImportFiles files, Account account, Report report) {
        IdempotentRepository done =
                FileIdempotentRepository.fileIdempotentRepository(files.done().toFile());
        try (CsvRows rows = file.rows();
                CamelContext context = new DefaultCamelContext()) {
            context.addComponent("freshsales", account.component());
            context.addRoutes(new ImportRoute(done, report));
            context.start();
            context.createProducerTemplate().sendBody("direct:rows", new Chunks(rows, CHUNK_SIZE));
        } catch (Exception e) {
            throw new BulkImportException(innermost(e).getMessage());
        }
    }

    private static Throwable innermost(Throwable e) {
        return e.getCause() == null ? e : innermost(e.getCause());
    }

    private static Path fileOf(Map<String, String> options) {
        String file = options.getOrDefault("file", "");
        if (!file.isBlank()) {
            return nearby(Path.of(file));
        }
        try {
            int rows = Integer.parseInt(options.getOrDefault("rows", "100000"));
            return SampleFile.in(nearby(Path.of(options.getOrDefault("folder", "target"))), rows);
        } catch (NumberFormatException e) {
            throw new BulkImportException("The number of rows must be a number, not " + options.get("rows"));
        }
    }

    private static Map<String, String> options(String... args) {
        Map<String, String> options = new HashMap<>();
        for (String arg : args) {
            String[] parts = arg.split("=", 2);
            if (parts.length != 2 || !parts[0].matches("--(file|rows|folder)")) {
                throw new BulkImportException("Not understood: " + arg + "; give --file=… or --rows=… and --folder=…");
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
