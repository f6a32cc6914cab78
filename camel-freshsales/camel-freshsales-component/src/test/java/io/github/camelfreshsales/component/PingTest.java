// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PingTest extends ServiceTest {

    private Map<String, Object> ping() {
        return (Map<String, Object>) call("freshsales:ping", null);
    }

    @Test
    void keyThatWorksIsOk() {
        serviceAnswers(200, "{\"filters\":[]}");

        Map<String, Object> report = ping();

        assertThat(onlyRequest().getMethod().getName()).isEqualTo("GET");
        assertThat(onlyRequest().getUrl()).isEqualTo("/crm/sales/api/contacts/filters");
        assertThat(report)
                .containsOnlyKeys("ok", "status", "millis", "apiRoot", "url")
                .containsEntry("ok", true)
                .containsEntry("status", 200)
                .containsEntry("apiRoot", SERVICE.baseUrl() + "/crm/sales/api")
                .containsEntry("url", SERVICE.baseUrl() + "/crm/sales/api/contacts/filters");
        assertThat((Long) report.get("millis")).isBetween(0L, 60_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|The key is missing, wrong or no longer valid",
                "403|The key is valid, but its user may not do this",
                "404|There is no API at this address: check the option domain.",
                "429|used up for the whole account",
                "503|The service has a problem",
                "418|The service returned 418"
            })
    void whatTheServiceAnswersIsToldApart(int status, String hint) {
        serviceAnswers(status, "{\"login\":\"failed\"}");

        Map<String, Object> report = ping();

        assertThat(report).containsEntry("ok", false).containsEntry("status", status);
        assertThat((String) report.get("hint")).contains(hint).isEqualTo(((String) report.get("hint")).trim());
    }

    @Test
    void pageOfAWebServerIsNotTheApi() {
        serviceAnswers(aResponse().withHeader("Content-Type", "text/html").withBody("<html></html>"));

        assertThat(ping())
                .containsEntry("ok", false)
                .containsEntry("status", 200)
                .containsEntry(
                        "hint",
                        "The response is not from the API (the response is not JSON (text/html)): check the"
                                + " options domain and apiKey");
    }

    @Test
    void hostThatDoesNotAnswerIsAnErrorWithTheAddress() {
        component.getConfiguration().setDomain("http://localhost:1");

        FreshsalesException e = failure("freshsales:ping", null);

        assertThat(e)
                .hasMessageContaining("GET http://localhost:1/api/contacts/filters failed")
                .hasMessageContaining("was refused");
        assertThat(e.isRetryable()).isTrue();
    }
}
