// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.program;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.web.ApiError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The simulator as a program. It prints where it is and what key it takes, and runs until it is stopped. */
@Command(
        name = "freshsales-simulator",
        description = "A Freshsales account with state, for tests and for trying things out.%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        optionListHeading = "Options (--name=value or --name value):%n",
        customSynopsis = "java -jar camel-freshsales-simulator-program.jar [options]%n")
public final class SimulatorProgram implements Callable<Integer> {

    private static final int WRONG_USE = CommandLine.ExitCode.USAGE;

    @Mixin
    private ProgramOptions options;

    private SimulatorProgram() {}

    public static void main(String... arguments) {
        int exitCode = new CommandLine(new SimulatorProgram())
                .setParameterExceptionHandler(new OneSentence())
                .execute(arguments);
        // the server's threads would go on
        System.exit(exitCode);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (options.listSwitches()) {
            StartLines.switches(System.out);
            return CommandLine.ExitCode.OK;
        }
        FreshsalesSimulator simulator;
        try {
            simulator = options.builder().start();
        } catch (FatalStartupException | UnresolvedAddressException e) {
            return refuse(options.whyItCannotListen(e));
        } catch (ApiError e) {
            return refuse(String.join("; ", e.messages()));
        } catch (IllegalArgumentException e) {
            return refuse(e.getMessage());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> save(simulator, System.out, System.err)));
        StartLines.print(simulator, options.isHttps(), options.saveFile(), System.out);
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private static void save(FreshsalesSimulator simulator, PrintStream out, PrintStream errors) {
        try {
            Optional<Path> saved = simulator.save();
            saved.ifPresent(file -> out.println("Saved to " + file));
        } catch (IOException | RuntimeException e) {
            errors.println("The state could not be saved: " + e);
        }
    }

    private static int refuse(String why) {
        System.err.println(why);
        return WRONG_USE;
    }
}
