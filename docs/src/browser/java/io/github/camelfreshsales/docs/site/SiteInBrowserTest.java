// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The site in the system's Chromium, as people open it: from the disk. */
@Tag("browser")
class SiteInBrowserTest {

    private static final Path SITE = Path.of("target/manual").toAbsolutePath();
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int PHONE = 390;
    private static final int DESK = 1440;

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> errors = new ArrayList<>();
    private BrowserContext context;

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(SITE)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".html"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @BeforeAll
    static void startBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("browser", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void nothingWentWrong() {
        context.close();
        assertThat(errors).isEmpty();
    }

    private Page open(String page, Browser.NewContextOptions options) {
        context = browser.newContext(options);
        Page tab = context.newPage();
        tab.onPageError(errors::add);
        tab.navigate(SITE.resolve(page).toUri().toString());
        return tab;
    }

    private Page open(String page, int width) {
        return open(page, new Browser.NewContextOptions().setViewportSize(width, 900));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageFitsTheScreenAndSuitsEverybody(String file) {
        Page page = open(file, DESK);

        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            fitsTheScreen(page, DESK, file + "-" + scheme);
            fitsTheScreen(page, PHONE, file + "-" + scheme);
            suitsEverybody(page);
        }
    }

    private static void fitsTheScreen(Page page, int width, String name) {
        page.setViewportSize(width, 900);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name.toLowerCase(Locale.ROOT) + "-" + width + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(width);
    }

    private static void suitsEverybody(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(SiteInBrowserTest::words))
                .isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().get(0).getHtml() + " " + rule.getNodes().get(0).getFailureSummary();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/questions.csv", delimiter = '|', useHeadersInDisplayName = true)
    void questionFindsThePageFirstOrSecond(String question, String target) {
        Page page = open("index.html", DESK);

        page.locator("#search").fill(question);

        Locator hits = page.locator("#results a");
        hits.first().waitFor();
        assertThat(hits.all().stream().limit(2).map(hit -> hit.getAttribute("href")))
                .anyMatch(href -> href.startsWith(target));
    }

    @Test
    void enterOpensTheFirstHit() {
        Page page = open("index.html", PHONE);

        page.keyboard().press("/");
        page.keyboard().type("bulkUpsert");
        page.locator("#results a").first().waitFor();
        page.keyboard().press("Enter");

        page.waitForURL("**/operations.html#operation-bulkUpsert");
    }

    @Test
    void navigationLeadsToEveryPageAndMarksIt() {
        Page page = open("index.html", DESK);

        page.locator("#pages a", new Page.LocatorOptions().setHasText("Following changes")).click();

        page.waitForURL("**/following.html");
        assertThat(page.locator("#pages [aria-current=page]").innerText()).isEqualTo("Following changes");
    }

    @Test
    void listsAreFoldedOnAPhone() {
        Page page = open("errors.html", PHONE);

        assertThat(page.locator("#pages").isVisible()).isFalse();
        assertThat(page.locator("#contents").isVisible()).isFalse();
        assertThat(page.locator("main h1").boundingBox().y).isLessThan(300);
        page.locator("details.pages summary").click();
        assertThat(page.locator("#pages").isVisible()).isTrue();
    }

    @Test
    void tabsRememberTheChoice() {
        Page page = open("errors.html", DESK);

        page.locator("[role=tab]", new Page.LocatorOptions().setHasText("YAML")).first().click();
        page.navigate(SITE.resolve("reading.html").toUri().toString());

        List<String> chosen = page.locator("[role=tab][aria-selected=true]").allInnerTexts();
        assertThat(chosen).isNotEmpty().containsOnly("YAML");
        assertThat(page.locator("code[data-lang=java]:visible").count()).isZero();
    }

    @Test
    void themeIsRemembered() {
        Page page = open("index.html", DESK);
        Object light = ground(page);

        page.locator("#theme").click();
        assertThat(ground(page)).isNotEqualTo(light);
        page.reload();

        assertThat(ground(page)).isNotEqualTo(light);
    }

    private static Object ground(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void pageReadsWithoutJavaScript() {
        Page page = open(
                "errors.html",
                new Browser.NewContextOptions().setViewportSize(DESK, 900).setJavaScriptEnabled(false));

        assertThat(page.locator("code[data-lang=java]").first().isVisible()).isTrue();
        assertThat(page.locator("code[data-lang=yaml]").first().isVisible()).isTrue();
        assertThat(page.locator("#pages a").first().isVisible()).isTrue();
        assertThat(page.locator("#search").isVisible()).isFalse();
    }
}
