// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelfreshsales.simulator.Client.Reply;
import io.github.camelfreshsales.simulator.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTest {

    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(NOON);

    private static final String OUTCOME =
            "\"{\\\"record_status\\\":{\\\"succeeded\\\":1,\\\"failed\\\":0},\\\"detailed_failure_report\\\":[]}\"";

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().clock(NOW::get));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @BeforeEach
    void isNoon() {
        NOW.set(NOON);
    }

    @Test
    void inTestsAJobHasEndedAtTheFirstLook() {
        assertThat(look(submit())).isEqualTo("SUCCESS 100");
    }

    @Test
    void withoutTheExtensionAJobTakesThreeSeconds() {
        try (FreshsalesSimulator other =
                FreshsalesSimulator.builder().clock(NOW::get).start()) {
            Client its = Client.of(other);
            String path = submit(its, "{'contacts':[{'emails':'lee@example.test','data':{}}]}");

            NOW.set(NOON.plusMillis(2_999));
            assertThat(look(its, path)).isEqualTo("IN_PROGRESS 99");
            NOW.set(NOON.plusSeconds(3));
            assertThat(look(its, path)).isEqualTo("SUCCESS 100");
        }
    }

    @Test
    void jobsMayTakeTimesInTurn() {
        simulator.jobsTakeInTurn(Duration.ofSeconds(1), Duration.ofSeconds(9));
        List<String> jobs = Stream.generate(this::submit).limit(4).toList();

        NOW.set(NOON.plusSeconds(3));

        assertThat(jobs.stream().map(this::look))
                .containsExactly("SUCCESS 100", "IN_PROGRESS 33", "SUCCESS 100", "IN_PROGRESS 33");
    }

    @Test
    void timeOfAJobMayBeComputedFromItsNumber() {
        simulator.jobsTake(job -> Duration.ofSeconds(10 * job));
        List<String> jobs = Stream.generate(this::submit).limit(3).toList();

        NOW.set(NOON.plusSeconds(10));

        assertThat(jobs.stream().map(this::look)).containsExactly("SUCCESS 100", "SUCCESS 100", "IN_PROGRESS 50");
    }

    @Test
    void changedTimeIsForJobsToCome() {
        simulator.jobsTake(Duration.ofSeconds(60));
        String path = submit();

        simulator.jobsTake(Duration.ZERO);

        assertThat(look(path)).isEqualTo("IN_PROGRESS 0");
        assertThat(look(submit())).isEqualTo("SUCCESS 100");
    }

    @Test
    void looksMayBeCountedInsteadOfTime() {
        simulator.jobsTakeLooks(2);
        String path = submit();
        assertThat(simulator.count("contacts")).isOne();

        List<Reply> looks = Stream.generate(() -> {
                    NOW.set(NOW.get().plusSeconds(5));
                    return client.get(path);
                })
                .limit(4)
                .toList();

        assertThat(looks)
                .extracting(Reply::text)
                .containsExactly(
                        expected("IN_PROGRESS", 33, "07:00:00", "null"),
                        expected("IN_PROGRESS", 66, "07:00:00", "null"),
                        expected("SUCCESS", 100, "07:00:15", OUTCOME),
                        expected("SUCCESS", 100, "07:00:15", OUTCOME));
    }

    @Test
    void jobTakesItsTimeByTheClock() {
        simulator.jobsTake(Duration.ofSeconds(60));
        String path = submit();

        NOW.set(NOON.plusSeconds(15));
        assertThat(look(path)).isEqualTo("IN_PROGRESS 25");
        NOW.set(NOON.plusMillis(59_999));
        assertThat(look(path)).isEqualTo("IN_PROGRESS 99");
        NOW.set(NOON.plusSeconds(200));
        assertThat(look(path)).isEqualTo("SUCCESS 100");
        assertThat(client.get(path).json().get("status_updated_at").asText()).isEqualTo("2024-03-05T07:01:00-05:00");
    }

    @Test
    void jobMayBeDoneAtOnce() {
        simulator.jobsTake(Duration.ZERO);

        assertThat(look(submit())).isEqualTo("SUCCESS 100");
    }

    @Test
    void jobThatNeverEndsStaysUnderWayUntilItMay() {
        simulator.jobsTakeLooks(1).turnOn(Switch.JOB_NEVER_ENDS);
        String path = submit();

        assertThat(Stream.generate(() -> look(path)).limit(4))
                .containsExactly("IN_PROGRESS 50", "IN_PROGRESS 99", "IN_PROGRESS 99", "IN_PROGRESS 99");
        simulator.turnOff(Switch.JOB_NEVER_ENDS);
        assertThat(look(path)).isEqualTo("SUCCESS 100");
        simulator.turnOn(Switch.JOB_NEVER_ENDS);
        assertThat(look(path)).isEqualTo("SUCCESS 100");
    }

    @Test
    void statusMayHaveOtherWords() {
        simulator.jobsTakeLooks(1).jobWords("DREAMING", "FAILED");
        String path = submit();

        assertThat(look(path)).isEqualTo("DREAMING 50");
        assertThat(look(path)).isEqualTo("FAILED 100");
        assertThat(client.get(path).json().get("data").isTextual()).isTrue();
    }

    @Test
    void switchesChangeTheForm() {
        simulator.jobsTakeLooks(2);
        simulator.turnOn(Switch.JOB_STATUS_WRAPPED, Switch.JOB_PROGRESS_AS_FRACTION, Switch.JOB_WITHOUT_DATA);
        String path = submit();

        List<JsonNode> looks =
                Stream.generate(() -> client.get(path).json()).limit(3).toList();

        assertThat(looks)
                .extracting(
                        look -> look.at("/job_status/progress").decimalValue().toPlainString())
                .containsExactly("0.33", "0.66", "1.00");
        assertThat(looks.get(2).at("/job_status/data").isNull()).isTrue();
        assertThat(looks.get(2)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "IDENTIFIER_AND_ERRORS|,'detailed_failure_report':["
                        + "{'emails':'bad@x.test','errors':{'code':400,'message':['Refused']}},"
                        + "{'errors':{'code':400,'message':['An item must hold exactly one unique attribute, and data']}}]",
                "INDEX_AND_MESSAGE|,'detailed_failure_report':[{'index':1,'message':'Refused'},"
                        + "{'index':2,'message':'An item must hold exactly one unique attribute, and data'}]",
                "RECORD_AND_ERRORS|,'detailed_failure_report':[{'record':{'city':'Oslo'},'errors':['Refused']},"
                        + "{'record':null,'errors':['An item must hold exactly one unique attribute, and data']}]",
                "PLAIN_TEXT|,'detailed_failure_report':['bad@x.test: Refused',"
                        + "'An item must hold exactly one unique attribute, and data']",
                "EMPTY_LIST|,'detailed_failure_report':[]",
                "ABSENT|``"
            })
    void failuresAreReportedInManyForms(FailureReportForm form, String report) {
        simulator
                .jobsTakeLooks(0)
                .failureReport(form)
                .failBulkItem(item -> item.get("emails").equals("bad@x.test"), "Refused");

        String path = submit("{'contacts':[{'emails':'good@x.test','data':{'city':'Oslo'}},"
                + "{'emails':'bad@x.test','data':{'city':'Oslo'}},7]}");

        String expected = "{'record_status':{'succeeded':1,'failed':2}" + report + "}";
        assertThat(client.get(path).json().get("data").textValue()).isEqualTo(expected.replace('\'', '"'));
    }

    @Test
    void builderHasTheSameSettingsAndResetComesBackToThem() {
        try (FreshsalesSimulator other = FreshsalesSimulator.builder()
                .jobsTake(Duration.ZERO)
                .jobWords("RUNNING", "DONE")
                .failureReport(FailureReportForm.ABSENT)
                .start()) {
            Client its = Client.of(other);
            other.jobsTakeLooks(1).jobWords("A", "B").failureReport(FailureReportForm.EMPTY_LIST);
            other.reset();

            JsonNode job =
                    its.get(submit(its, "{'contacts':[{'id':1,'data':{}}]}")).json();

            assertThat(job.get("status").asText()).isEqualTo("DONE");
            assertThat(Json.literal(job.get("data").textValue())).hasSize(1);
        }
    }

    @Test
    void unknownJobIsNotFound() {
        assertThat(client.get("job_statuses/1").status()).isEqualTo(404);
        assertThat(client.get("job_statuses/99999999999999999999").status()).isEqualTo(404);
        assertThat(client.get("job_statuses/abc").status()).isEqualTo(404);
    }

    @Test
    void restrictedKeyMayNotLook() {
        String path = submit();

        assertThat(client.withAuthorization("Token token=" + simulator.restrictedKey())
                        .get(path)
                        .status())
                .isEqualTo(403);
    }

    private String submit() {
        return submit("{'contacts':[{'emails':'lee@example.test','data':{}}]}");
    }

    private String submit(String body) {
        return submit(client, body);
    }

    private static String submit(Client client, String body) {
        String url = client.post("contacts/bulk_upsert", body)
                .json()
                .get("job_status_url")
                .asText();
        assertThat(url).startsWith(client.apiRoot() + "/");
        return url.substring(client.apiRoot().length() + 1);
    }

    private String look(String path) {
        return look(client, path);
    }

    private static String look(Client client, String path) {
        JsonNode job = client.get(path).json();
        return job.get("status").asText() + " " + job.get("progress").asInt();
    }

    private static String expected(String status, int progress, String updated, String data) {
        return "{\"job_type_name\":\"bulk_upsert\",\"status\":\"" + status + "\",\"progress\":" + progress
                + ",\"created_at\":\"2024-03-05T07:00:00-05:00\",\"status_updated_at\":\"2024-03-05T" + updated
                + "-05:00\",\"data\":" + data + "}";
    }
}
