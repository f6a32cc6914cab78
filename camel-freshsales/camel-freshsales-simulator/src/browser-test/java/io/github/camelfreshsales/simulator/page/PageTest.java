// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page in a browser, with a client of the account beside it. */
@Tag("browser")
class PageTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static Browser browser;

    private FreshsalesSimulator simulator;

    @BeforeAll
    static void start() {
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void open() {
        simulator = FRESHSALES.simulator();
        browser.size(1440, 900);
        browser.colours("light");
        browser.open(simulator.pageUrl());
    }

    @Test
    void recordAppearsAsItIsCreated() throws Exception {
        assertThat(browser.text("#no-records")).startsWith("No records yet.");

        send(
                "POST",
                "contacts",
                "{\"contact\":{\"first_name\":\"Lee\",\"last_name\":\"Ito\",\"email\":\"lee@example.test\"}}");

        browser.waitFor(() -> rows().size() == 1);
        assertThat(rows().get(0).getText()).contains("Lee Ito", "lee@example.test");
        browser.waitFor(() -> browser.text("#request-table tbody").contains("POST /crm/sales/api/contacts"));
        assertThat(browser.text("#request-table tbody .good")).isEqualTo("201");
        assertThat(browser.text("#resource")).contains("contacts (1)");
    }

    @Test
    void searchSortAndPagesChooseTheRows() {
        simulator.generate("contacts", 30);
        simulator.seed("contacts", Map.of("first_name", "Ana", "last_name", "Ruiz", "city", "Oslo"));
        browser.waitFor(() -> browser.text("#range").equals("1–10 of 31"));

        browser.click("#next");
        browser.waitFor(() -> browser.text("#range").equals("11–20 of 31"));

        browser.find("#search").sendKeys("osl");
        browser.waitFor(() -> rows().size() == 1);
        assertThat(rows().get(0).getText()).contains("Ana Ruiz");

        browser.find("#search").sendKeys(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE);
        browser.waitFor(() -> browser.text("#range").equals("1–10 of 31"));
        browser.click("#record-table th:nth-child(2) button");
        browser.waitFor(() -> sortOfNames().equals("ascending"));
        assertThat(rows().get(0).getText()).contains("Ana Ruiz");
        browser.click("#record-table th:nth-child(2) button");
        browser.waitFor(() -> sortOfNames().equals("descending"));
        assertThat(rows().get(0).getText()).contains("Contact Number");
    }

    @Test
    void recordShowsItsFields() {
        simulator.seed("deals", Map.of("name", "Big deal", "amount", 1500));
        browser.choose("#resource", "deals");
        browser.waitFor(() -> rows().size() == 1);

        rows().get(0).click();

        browser.waitFor(() -> browser.find("#detail").isDisplayed());
        assertThat(browser.text("#detail-title")).startsWith("deals 7");
        assertThat(browser.text("#detail-body")).contains("amount", "1500.0").doesNotContain("closed_date");
        browser.click("#detail-body input");
        assertThat(browser.text("#detail-body")).contains("closed_date");
        browser.click("#close-detail");
        assertThat(browser.find("#detail").isDisplayed()).isFalse();
    }

    @Test
    void requestShowsBodiesAndNoKey() throws Exception {
        send("POST", "contacts", "{\"contact\":{\"last_name\":\"Ito\"}}");
        browser.waitFor(() -> browser.all("#request-table tbody tr").size() == 1);

        browser.click("#request-table tbody button");

        browser.waitFor(() -> browser.find("#detail").isDisplayed());
        assertThat(browser.text("#detail-body"))
                .contains("\"last_name\": \"Ito\"", "\"display_name\": \"Ito\"", "Authorization", "(not shown)")
                .doesNotContain(simulator.apiKey());
        browser.click("#close-detail");
    }

    @Test
    void faultButtonIsSeenByAClient() throws Exception {
        browser.find("#fault-on").sendKeys("GET selector/*");
        browser.click("[data-fault='429']");
        browser.waitFor(() -> browser.text("#fault-list").equals("1 × status 429 on GET selector/*"));

        assertThat(send("GET", "contacts/filters", "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "selector/owners", "").statusCode()).isEqualTo(429);
        assertThat(send("GET", "selector/owners", "").statusCode()).isEqualTo(200);
        browser.waitFor(() -> browser.text("#fault-list").isEmpty());
        browser.waitFor(() -> browser.all("#request-table tbody .warn").size() == 1);
    }

    @Test
    void faultsCanBeCleared() throws Exception {
        browser.click("[data-fault='500']");
        browser.waitFor(() -> browser.find("#clear-faults").isEnabled());

        browser.click("#clear-faults");

        browser.waitFor(() -> browser.text("#message").equals("Everything works again."));
        assertThat(send("GET", "selector/owners", "").statusCode()).isEqualTo(200);
    }

    @Test
    void gaugeMovesWithEachRequestAndWithTime() throws Exception {
        browser.choose("#plan", "growth");
        browser.click("#set-plan");
        browser.waitFor(() -> browser.text("#gauges .gauge").equals("1000 of 1000 left this hour"));

        send("GET", "selector/owners", "");
        browser.waitFor(() -> "999".equals(browser.find("#gauges meter").getAttribute("value")));

        browser.click("#use-all");
        browser.waitFor(() -> browser.text("#gauges .gauge").startsWith("0 of 1000 left"));
        assertThat(send("GET", "selector/owners", "").statusCode()).isEqualTo(429);

        browser.click("[data-advance='1h']");
        browser.waitFor(() -> browser.text("#gauges .gauge").startsWith("1000 of 1000 left"));
        assertThat(browser.text("#ahead")).isEqualTo("moved by 1h");
        assertThat(simulator.clockAhead()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void jobShowsItsProgress() throws Exception {
        simulator.jobsTake(Duration.ofHours(1));
        send(
                "POST",
                "contacts/bulk_upsert",
                "{\"contacts\":[{\"emails\":\"a@b.test\",\"data\":{\"last_name\":\"Ito\"}}]}");
        browser.waitFor(() -> browser.text("#job-list").contains("IN_PROGRESS"));

        browser.click("[data-advance='1h']");

        browser.waitFor(() -> browser.text("#job-list").contains("SUCCESS, 1 stored"));
        assertThat(browser.find("#job-list progress").getAttribute("value")).isEqualTo("100");
    }

    @Test
    void accountIsFilledAndEmptied() {
        browser.find("#seed-count").sendKeys(Keys.chord(Keys.CONTROL, "a"), "7");
        browser.choose("#seed-resource", "sales_accounts");
        browser.click("#seed");
        browser.waitFor(() -> simulator.count("sales_accounts") == 7);

        browser.click("#reset");
        browser.click("#cancel-reset");
        assertThat(simulator.count("sales_accounts")).isEqualTo(7);
        browser.click("#reset");
        browser.click("#do-reset");

        browser.waitFor(() -> simulator.count("sales_accounts") == 0);
    }

    @Test
    void pageSaysHowSureItIs() {
        browser.click("#confidence");

        browser.waitFor(() -> browser.find("#detail").isDisplayed());
        assertThat(browser.text("#detail-body")).contains("Known from", "/contacts/{id}/notes", "relayed");
        assertThat(browser.barriers()).isEmpty();
        browser.picture("confidence");
    }

    @Test
    void switchIsTurnedOn() throws Exception {
        browser.click("#switches summary");
        browser.waitFor(() -> !browser.all("#switch-list input").isEmpty());

        browser.find("[name=CREATE_ANSWERS_200]").click();

        browser.waitFor(() -> browser.text("#switches-on").equals("On: CREATE_ANSWERS_200"));
        assertThat(send("POST", "contacts", "{\"contact\":{\"last_name\":\"Ito\"}}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void valuesOfRecordsAreTextAndNeverHtml() throws Exception {
        String evil = "<img src=x onerror=document.title='taken'><script>document.title='taken'</script>";
        simulator.seed("contacts", Map.of("last_name", evil, "city", "\"><b>bold</b>"));
        send("GET", "contacts/1?q=%3Cimg%20src=x%3E<b>", "");
        browser.waitFor(() ->
                rows().size() == 1 && !browser.all("#request-table tbody tr").isEmpty());

        rows().get(0).click();

        browser.waitFor(() -> browser.find("#detail").isDisplayed());
        assertThat(browser.text("#detail-body")).contains(evil);
        assertThat(browser.all("main img, main script, main b, dialog img, dialog script, dialog b"))
                .isEmpty();
        assertThat(browser.driver().getTitle()).isEqualTo("Freshsales simulator");
        browser.click("#close-detail");
    }

    @Test
    void keyboardIsEnough() throws Exception {
        simulator.seed("contacts", Map.of("last_name", "Ito"));
        browser.waitFor(() -> rows().size() == 1);
        String button = "#record-table tbody button";

        tabTo(button);
        press(Keys.ENTER);
        browser.waitFor(() -> browser.find("#detail").isDisplayed());
        press(Keys.ESCAPE);
        browser.waitFor(() -> !browser.find("#detail").isDisplayed());
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(browser.find(button));

        // what arrives meanwhile does not take the focus away
        send("POST", "contacts", "{\"contact\":{\"last_name\":\"Kim\"}}");
        browser.waitFor(() -> rows().size() == 2);
        assertThat(browser.driver().switchTo().activeElement().getText())
                .isEqualTo(browser.all(button).get(1).getText());

        tabTo("[data-fault='500']");
        press(Keys.SPACE);
        browser.waitFor(() -> browser.text("#fault-list").startsWith("1 × status 500"));
        assertThat(send("GET", "selector/owners", "").statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"1440, 900, light", "1440, 900, dark", "768, 1024, light", "390, 844, light", "390, 844, dark"})
    void nothingKeepsPeopleOut(int width, int height, String colours) throws Exception {
        browser.size(width, height);
        browser.colours(colours);
        fill();
        browser.open(simulator.pageUrl());
        browser.waitFor(() -> browser.all("#request-table tbody tr").size() > 8);
        browser.picture("page-" + width + "-" + colours);
        browser.click("#switches summary");
        browser.waitFor(() -> !browser.all("#switch-list input").isEmpty());

        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.run("const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
                .as("what goes beyond the edge")
                .isEqualTo(0L);
        browser.run("document.querySelector('#quota').scrollIntoView()");
        browser.picture("page-" + width + "-" + colours + "-below");
        browser.run("document.querySelector('#switches').scrollIntoView()");
        browser.picture("page-" + width + "-" + colours + "-end");
        browser.run("document.querySelector('#request-table tbody tr:last-child button').click()");
        browser.waitFor(() -> browser.find("#detail").isDisplayed());
        browser.picture("detail-" + width + "-" + colours);
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    /** A bit of everything. */
    private void fill() throws IOException, InterruptedException {
        simulator.generate("contacts", 40);
        for (String name : List.of("Ito", "Ruiz", "Kim", "Okafor", "Åberg")) {
            send(
                    "POST",
                    "contacts",
                    "{\"contact\":{\"first_name\":\"Lee\",\"last_name\":\"" + name + "\",\"email\":\""
                            + name.toLowerCase(java.util.Locale.ROOT) + "@example.test\",\"city\":\"Oslo\"}}");
        }
        simulator.setQuota(1000, 400).useQuota(350);
        simulator.trouble().on("POST", "contacts").answer(429).retryAfter("3").times(2);
        send("POST", "contacts", "{\"contact\":{\"last_name\":\"Ito\"}}");
        send("GET", "contacts/filters", "");
        send("GET", "contacts/404", "");
        send(
                "POST",
                "contacts/bulk_upsert",
                "{\"contacts\":[{\"emails\":\"a@b.test\",\"data\":{\"last_name\":\"Ito\"}},{}]}");
        simulator.trouble().on("DELETE", "contacts/1").answer(503);
        send("DELETE", "contacts/1", "");
        simulator.trouble().on("POST", "contacts/bulk_upsert").answer(405).forever();
    }

    private static String sortOfNames() {
        return browser.find("#record-table th:nth-child(2)").getAttribute("aria-sort");
    }

    private List<WebElement> rows() {
        return browser.all("#record-table tbody tr");
    }

    private void press(Keys key) {
        new Actions(browser.driver()).sendKeys(key).perform();
    }

    private void tabTo(String selector) {
        for (int times = 0; times < 200; times++) {
            press(Keys.TAB);
            if ((boolean) browser.run("return document.activeElement.matches(arguments[0])", selector)) {
                return;
            }
        }
        throw new AssertionError("The key Tab never comes to " + selector);
    }

    private HttpResponse<String> send(String method, String path, String json)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        simulator.apiRoot() + "/" + path.replace("<", "%3C").replace(">", "%3E")))
                .header("Authorization", "Token token=" + simulator.apiKey())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
