// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.program;

import io.github.camelfreshsales.simulator.control.Nearest;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line. */
final class OneSentence implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println(sentence(e));
        return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0), e);
        }
        if (e instanceof MissingParameterException) {
            return e.getMessage().replaceFirst("Missing required parameter for option '(\\S+)'.*", "$1 needs a value");
        }
        if (e instanceof OverwrittenOptionException) {
            return e.getMessage().replaceFirst("option '(\\S+)'.*", "$1 can be given only once");
        }
        String first = e.getMessage().lines().findFirst().orElse("");
        return first.replaceFirst("Invalid value for option '(\\S+)'.*?: (?=\\p{Lower})", "$1 ")
                .replaceFirst("Invalid value for option '(\\S+)'.*?: ", "$1: ");
    }

    private static String unknown(String argument, ParameterException e) {
        String name = argument.replaceFirst("=.*", "");
        if (!name.startsWith("-")) {
            return "Unknown argument " + name + "; all options begin with --";
        }
        List<String> names = e.getCommandLine().getCommandSpec().options().stream()
                .map(option -> option.longestName())
                .toList();
        String hint = Nearest.hint(name, names);
        return "Unknown option " + name + "; " + (hint.startsWith("known") ? "--help lists the options" : hint);
    }
}
