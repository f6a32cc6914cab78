// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

import io.github.camelfreshsales.examples.csv.CsvFile;
import io.github.camelfreshsales.examples.csv.CsvFileException;
import io.github.camelfreshsales.examples.csv.CsvRows;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Sends the contacts of a CSV file to Freshsales and says what became of each. The account comes from the environment
 * variables FRESHSALES_DOMAIN and FRESHSALES_API_KEY; without them it runs on a simulator.
 */
public final class Quickstart {

    private static final int SECONDS_FOR_LAST_ROW = 10;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final boolean terminal;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private volatile Report report;

    Quickstart(Map<String, String> environment, PrintStream out, boolean terminal) {
        this.environment = environment;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Takes the CSV file, the line to start from when an earlier run was stopped there, and whether the simulator stays
     * until somebody interrupts.
     */
    public static void main(String... args) {
        Quickstart quickstart = new Quickstart(System.getenv(), System.out, System.console() != null);
        Runtime.getRuntime().addShutdownHook(new Thread(quickstart::interrupt));
        int exitCode = quickstart.run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Gives 0 when every row was dealt with, 1 when it could not start or had to stop. */
    int run(String... args) {
        boolean stays = args.length > 2 && Boolean.parseBoolean(args[2]);
        try (Account account = Account.of(environment, stays)) {
            CsvFile file = CsvFile.of(fileOf(args), RowFile.REASON);
            Mapping mapping = Mapping.beside(file.path());
            int rows = file.count();
            if (rows == 0) {
                throw new QuickstartException("There are no rows in " + file.path());
            }
            out.println(account.description());
            out.println("Sending %s: %d row%s".formatted(file.path(), rows, rows == 1 ? "" : "s"));
            if (!mapping.fields().isEmpty()) {
                out.println("Headings as in " + mapping.file());
            }
            out.println();
            report = new Report(file, rows, fromLineOf(args), new Progress(out, terminal));
            send(file, mapping, account);
            report.finish();
            finished.countDown();
            if (stays) {
                stay(account);
            }
            return report.isStopped() ? 1 : 0;
        } catch (QuickstartException | CsvFileException e) {
            out.println(e.getMessage());
            return 1;
        } finally {
            finished.countDown();
        }
    }

    /** The contacts can be seen on the simulator's page until Ctrl-C. */
    private void stay(Account account) {
        out.println();
        if (account.page().isEmpty()) {
            out.println("Nothing stays: the contacts are in your account, not in a simulator.");
            return;
        }
        out.println("The simulator stays. See the contacts at " + account.page().get());
        out.println("Ctrl-C stops it.");
        try {
            interrupted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(CsvFile file, Mapping mapping, Account account) {
        try (CsvRows rows = file.rows();
                Report closed = report;
                CamelContext context = new DefaultCamelContext()) {
            context.addComponent("freshsales", account.component());
            context.addRoutes(new ContactsRoute(closed, mapping.fields()));
            context.start();
            context.createProducerTemplate().sendBody("direct:rows", rows);
        } catch (Exception e) {
            throw new QuickstartException(innermost(e).getMessage());
        }
    }

    private static Throwable innermost(Throwable e) {
        return e.getCause() == null ? e : innermost(e.getCause());
    }

    private static Path fileOf(String... args) {
        if (args.length == 0 || args[0].isBlank()) {
            throw new QuickstartException(
                    "Which file? Give a CSV file with contacts, such as -Dcsv=path/to/contacts.csv");
        }
        return nearby(Path.of(args[0]));
    }

    /** The same file as a person would name it from here. */
    private static Path nearby(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }

    private static int fromLineOf(String... args) {
        if (args.length < 2) {
            return 1;
        }
        try {
            return Integer.parseInt(args[1]);
        } catch (NumberFormatException e) {
            throw new QuickstartException("The line to start from must be a number, not " + args[1]);
        }
    }

    /** Ctrl-C: the row under way comes to its end, and the report is printed as far as it goes. */
    void interrupt() {
        interrupted.countDown();
        if (report == null || finished.getCount() == 0) {
            return;
        }
        report.stop("Interrupted.");
        try {
            if (!finished.await(SECONDS_FOR_LAST_ROW, TimeUnit.SECONDS)) {
                out.println();
                out.println("Interrupted while the row at line " + report.line()
                        + " was under way: look whether it was stored.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
