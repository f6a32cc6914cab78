// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as they stand in the project. */
class LinksTest {

    private static final Path DOCS = Path.of("").toAbsolutePath();
    private static final Pattern PAGE = Pattern.compile("xref:([^\\[#]+)(?:#([^\\[]+))?\\[");
    private static final Pattern HERE = Pattern.compile("<<([A-Za-z-]+)[,>]");
    private static final Pattern FILE = Pattern.compile("link:\\{repo}/([^\\[]+)\\[");
    private static final Pattern IMAGE = Pattern.compile("image::([^\\[]+)\\[");
    private static final Pattern FILE_OF_README = Pattern.compile("]\\((?!http)([^)#]+)\\)");

    static Stream<Path> pages() {
        return new Pages(DOCS).all().stream();
    }

    private static boolean hasAnchor(Path page, String anchor) throws IOException {
        return Files.readString(page).contains("[#" + anchor + "]");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        String text = Files.readString(page);

        for (var link : PAGE.matcher(text).results().toList()) {
            Path target = DOCS.resolve(link.group(1));
            assertThat(target).exists();
            assertThat(link.group(2) == null || hasAnchor(target, link.group(2)))
                    .as(link.group())
                    .isTrue();
        }
        for (var link : HERE.matcher(text).results().toList()) {
            assertThat(hasAnchor(page, link.group(1))).as(link.group()).isTrue();
        }
        for (var link : FILE.matcher(text).results().toList()) {
            assertThat(DOCS.resolveSibling(link.group(1))).exists();
        }
        for (var image : IMAGE.matcher(text).results().toList()) {
            assertThat(DOCS.resolve(image.group(1))).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageHasATitleAndAWayOn(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);

        assertThat(lines.get(0)).startsWith("= ");
        assertThat(page.endsWith("index.adoc") || lines.contains("// begin: navigation"))
                .isTrue();
    }

    @Test
    void linksOfTheReadmeLeadSomewhere() throws IOException {
        Path readme = DOCS.resolveSibling("README.md");

        for (var link :
                FILE_OF_README.matcher(Files.readString(readme)).results().toList()) {
            assertThat(readme.resolveSibling(link.group(1))).exists();
        }
    }
}
