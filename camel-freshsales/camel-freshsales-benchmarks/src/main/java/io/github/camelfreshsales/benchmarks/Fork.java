// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a process of its own, that starts cold and tells its result as JSON in the last line that it prints. */
public final class Fork {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Fork() {}

    public static <T> T run(Class<?> program, List<String> jvmOptions, List<String> arguments, Class<T> result)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(program, jvmOptions, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(program.getSimpleName() + " " + arguments + " ended with " + status + "\n" + out);
            }
            String[] lines = out.strip().split("\n");
            return MAPPER.readValue(lines[lines.length - 1], result);
        } finally {
            process.destroy();
        }
    }

    /** How the program tells its result. */
    public static void tell(Object result) throws IOException {
        System.out.println(MAPPER.writeValueAsString(result));
    }

    /** The command that starts a program with this Java and these classes. */
    public static List<String> command(Class<?> program, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        return command;
    }
}
