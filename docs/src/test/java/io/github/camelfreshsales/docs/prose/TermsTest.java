// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One term for one thing, and it is the one of HTTP and Camel. */
class TermsTest {

    private static final Map<Pattern, String> BETTER = Map.of(
            Pattern.compile("\\b[Rr]epeat(s|ed|ing)?\\b"), "retry",
            Pattern.compile("\\b[Aa]nswer(s|ed|ing)?\\b"), "response",
            Pattern.compile("\\b[Ll]ooks? at (a|the|each|its) jobs?\\b"), "check",
            Pattern.compile("\\b[Ww]ill be able to\\b"), "can");

    static Stream<Path> pages() throws IOException {
        return Prose.pages().filter(page -> page.toString().endsWith(".adoc"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageUsesTheTermsOfTheManual(Path page) throws IOException {
        List<String> lines = Prose.lines(page);

        BETTER.forEach((term, better) -> assertThat(lines).as("say " + better).noneMatch(term.asPredicate()));
    }
}
