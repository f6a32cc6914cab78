// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code on a page is cut out of sources that are executed, so that it cannot be wrong. */
class SamplesTest {

    /** What nobody copies into a program. */
    private static final Set<String> NO_PROGRAM = Set.of("text", "http", "console");

    /** A test of the simulator takes the programs of this page out of it and runs them. */
    private static final String RUN_FROM_THE_PAGE = "simulator-program.adoc";

    private static final Pattern SOURCE = Pattern.compile("\\[source,(\\w+).*");
    private static final Pattern CUT = Pattern.compile("// begin: code (\\S+?)(#.*)?");

    static Stream<Path> pages() {
        return new Pages(Path.of("").toAbsolutePath()).all().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noCodeIsWrittenByHand(Path page) throws IOException {
        String before = "";
        for (String line : Files.readAllLines(page)) {
            Matcher source = SOURCE.matcher(line);
            boolean isProgram = source.matches() && !NO_PROGRAM.contains(source.group(1));
            if (isProgram && !page.endsWith(RUN_FROM_THE_PAGE)) {
                assertThat(before).as(page.getFileName() + ": " + line).startsWith("// begin: ");
            }
            before = line;
        }
    }

    /** The examples have tests of their own. */
    @ParameterizedTest
    @MethodSource("pages")
    void codeIsCutOutOfWhatTestsExecute(Path page) throws IOException {
        List<String> files = Files.readAllLines(page).stream()
                .map(CUT::matcher)
                .filter(Matcher::matches)
                .map(cut -> cut.group(1))
                .toList();

        assertThat(files)
                .allMatch(file -> file.contains("/src/test/")
                        || file.startsWith("docs/getting-started/")
                        || file.startsWith("camel-freshsales-examples/"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyListingSaysWhatItIs(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        boolean open = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("----")) {
                open = !open;
                if (open) {
                    assertThat(lines.get(i - 1))
                            .as(page.getFileName() + ":" + (i + 1))
                            .startsWith("[source,");
                }
            }
        }
    }
}
