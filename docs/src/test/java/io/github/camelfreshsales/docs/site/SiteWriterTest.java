// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.docs.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWriterTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writePages() throws IOException {
        write(
                "docs/index.adoc",
                "= Manual\n\n== Start\n\nxref:one.adoc[One]:: It.\n\n== Run\n\nxref:two.adoc[Two]:: It.\n");
        write("docs/one.adoc", "= One\n");
        write("docs/two.adoc", "= Two\n");
        write("rendered/images/plot.svg", "<svg/>");
        page("index", "Manual", "", "");
        page("one", "One", "throttled", "<div id='preamble'>Before.</div>");
        page("two", "Two", "", "");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void page(String name, String title, String keywords, String content) throws IOException {
        write(
                "rendered/" + name + ".html",
                "<meta name='keywords' content='%s'><div id='header'><h1>%s</h1></div><div id='content'>%s</div>"
                        .formatted(keywords, title, content));
    }

    private Document site(String page) throws IOException {
        new SiteWriter(new Pages(folder.resolve("docs")), folder.resolve("rendered"), folder.resolve("site")).write();
        return Jsoup.parse(Files.readString(folder.resolve("site/" + page)));
    }

    private static String section(String id, String title, String body) {
        return "<div class='sect1'><h2 id='%s'>%s</h2><div class='sectionbody'>%s</div></div>"
                .formatted(id, title, body);
    }

    private static String code(String language, String text) {
        return "<div class='listingblock'><div class='content'><pre><code data-lang='%s'>%s</code></pre></div></div>"
                .formatted(language, text);
    }

    @Test
    void everyPageListsAllPagesByGroupAndMarksItself() throws IOException {
        Document two = site("two.html");

        assertThat(two.select("#pages .group").eachText()).containsExactly("Start", "Run");
        assertThat(two.select("#pages a").eachAttr("href")).containsExactly("one.html", "two.html");
        assertThat(two.select("#pages [aria-current=page]").eachText()).containsExactly("Two");
        assertThat(two.select(".neighbours a").eachAttr("href")).containsExactly("one.html");
        assertThat(two.title()).isEqualTo("Two - Manual");
    }

    @Test
    void contentsOfAPageAreItsHeadings() throws IOException {
        page("one", "One", "", section("a", "First", "") + section("b", "Second", ""));

        assertThat(site("one.html").select("#contents a").eachAttr("href")).containsExactly("#a", "#b");
    }

    @Test
    void anchorSaysWhereItLeads() throws IOException {
        page("one", "One", "", section("a", "<a class='anchor' href='#a'></a>First", ""));

        assertThat(site("one.html").select("a.anchor").eachAttr("aria-label")).containsExactly("Link to First");
    }

    @Test
    void navigationOfTheSourceIsLeftOut() throws IOException {
        page("one", "One", "", "<div class='paragraph navigation'><p>Next: Two</p></div><p>Text.</p>");

        assertThat(site("one.html").select("main p").eachText()).containsExactly("Text.");
    }

    @Test
    void oneRouteInSeveralLanguagesBecomesTabs() throws IOException {
        page("one", "One", "", code("java", "a") + code("yaml", "b") + code("yaml", "c") + code("text", "d"));

        Document one = site("one.html");

        assertThat(one.select(".tabs")).hasSize(1);
        assertThat(one.select(".tab-panel").eachAttr("data-label")).containsExactly("Java", "YAML");
        assertThat(one.select("main code").eachText()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void sectionsThatAreAlternativesBecomeTabs() throws IOException {
        String tab = "<div class='sect2 tab'><h3 id='%s'>%s</h3><p>Do it.</p></div>";
        page("one", "One", "", section("all", "All", tab.formatted("x", "With X") + tab.formatted("y", "With Y")));

        Document one = site("one.html");

        assertThat(one.select(".tabs[data-remember=sections] > .tab-panel").eachAttr("data-label"))
                .containsExactly("With X", "With Y");
    }

    @Test
    void oneSectionAloneIsNoTab() throws IOException {
        page("one", "One", "", section("all", "All", "<div class='sect2 tab'><h3 id='x'>With X</h3></div>"));

        assertThat(site("one.html").select(".tabs")).isEmpty();
    }

    @Test
    void pictureFollowsTheThemeOfThePage() throws IOException {
        write(
                "rendered/way.svg",
                "<?plantuml?><svg width='10px' style='width:10px'><rect fill='#EEEEEE' style='stroke:#222222;'/></svg>");
        page(
                "one",
                "One",
                "",
                "<div class='imageblock'><div class='content'><img src='way.svg' alt='The way'></div></div>");

        Document one = site("one.html");

        assertThat(one.select("main img")).isEmpty();
        assertThat(one.selectFirst("main svg").attr("aria-label")).isEqualTo("The way");
        assertThat(one.selectFirst("main rect").outerHtml()).contains("var(--picture-box)", "var(--picture-line)");
    }

    @Test
    void searchFindsSectionsByTitleTextAndTheKeywordsOfThePage() throws IOException {
        page(
                "one",
                "One",
                "throttled",
                section("mail", "Update by e-mail", "Use upsert.") + section("cf", "Custom fields", ""));
        site("one.html");

        assertThat(search("email")).startsWith("one.html#mail");
        assertThat(search("how do I update by e-mail?")).startsWith("one.html#mail");
        assertThat(search("custom field")).startsWith("one.html#cf");
        assertThat(search("throttled")).startsWith("one.html#");
        assertThat(search("upsrt")).startsWith("one.html#mail");
        assertThat(search("nonsense")).isEmpty();
    }

    private String search(String text) throws IOException {
        return Search.of(folder.resolve("site")).find(text).stream().findFirst().orElse("");
    }
}
