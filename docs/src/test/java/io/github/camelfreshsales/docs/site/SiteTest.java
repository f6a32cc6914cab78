// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The site that {@code mvn -Pmanual} has made. */
@Tag("site")
class SiteTest {

    private static final Path SITE = Path.of("target/manual");

    private static Search search;

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    @BeforeAll
    static void loadSearch() throws IOException {
        search = Search.of(SITE);
    }

    private static Document read(Path page) throws IOException {
        return Jsoup.parse(Files.readString(page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkAndAnchorLeadsSomewhere(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (Element link : read(page).select("a[href], link[href], script[src], img[src]")) {
            String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            boolean isElsewhere = target.startsWith("data:") || target.startsWith("https://");
            if (!isElsewhere && !leadsSomewhere(page, target)) {
                broken.add(target);
            }
        }

        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String target) throws IOException {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path there = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(there) && (hash < 0 || read(there).getElementById(target.substring(hash + 1)) != null);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsLoadedFromElsewhere(Path page) throws IOException {
        assertThat(read(page).select("[src], link[href]").stream()
                        .map(element -> element.attr("src") + element.attr("href")))
                .noneMatch(target -> target.contains("//"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPictureHasWordsForThoseWhoDoNotSeeIt(Path page) throws IOException {
        assertThat(read(page).select("main img[alt=''], main img:not([alt]), main svg:not([aria-label])"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/questions.csv", delimiter = '|', useHeadersInDisplayName = true)
    void questionFindsThePageFirstOrSecond(String question, String page) {
        assertThat(search.find(question).stream().limit(2)).anyMatch(hit -> hit.startsWith(page));
    }
}
