// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of the manual that tells which failures may be repeated. */
class FailureTableTest extends ExampleTest {

    private static final Pattern STATUS = Pattern.compile("\\d{3}");

    private static final Map<String, Object> HEADERS = Map.of("CamelFreshsalesRecordId", 70041234567L);
    private static final Map<String, Object> WRONG_HEADERS = Map.of(
            "CamelFreshsalesRecordId", "a/b",
            "CamelFreshsalesViewId", "a/b",
            "CamelFreshsalesListId", "a/b",
            "CamelFreshsalesQuery", " ",
            "CamelFreshsalesSelectorName", "../owners",
            "CamelFreshsalesResourceType", "../contacts",
            "CamelFreshsalesTargetId", " ");

    private static final String CONTACTS = "?resourceType=contacts";

    private static final List<String> READS = List.of(
            "get" + CONTACTS,
            "list" + CONTACTS + "&viewId=1",
            "related" + CONTACTS + "&relation=notes",
            "search?query=Moss",
            "lookup?query=lee@example.test",
            "list" + CONTACTS + "&viewId=1&fetch=all",
            "list" + CONTACTS + "&viewId=1&fetch=stream",
            "filteredSearch" + CONTACTS,
            "views" + CONTACTS,
            "fields" + CONTACTS,
            "schema" + CONTACTS,
            "selector?selectorName=owners");

    private static final List<String> REPEATABLE_WRITES = List.of(
            "update" + CONTACTS,
            "upsert" + CONTACTS,
            "delete" + CONTACTS,
            "forget" + CONTACTS,
            "restore?resourceType=products",
            "addToList?listId=1",
            "removeFromList?listId=1",
            "moveToList?listId=1&fromListId=2");
    private static final List<String> WRITES_TO_SEND_ONCE = List.of(
            "create" + CONTACTS,
            "clone" + CONTACTS,
            "convert?resourceType=leads",
            "upload?targetType=Contact&targetId=7&fileName=a");

    @ParameterizedTest
    @CsvFileSource(resources = "/manual/failures.csv", delimiter = '|', quoteCharacter = '\'', numLinesToSkip = 1)
    void failureIsOfTheKindThatTheManualSays(String happened, String read, String write, String once) throws Exception {
        if (STATUS.matcher(happened).find()) {
            for (int status : STATUS.matcher(happened)
                    .results()
                    .map(MatchResult::group)
                    .mapToInt(Integer::parseInt)
                    .toArray()) {
                prepareContext();
                simulator.reset();
                simulator.trouble().answer(status).forever();
                check(happened, read, write, once);
                closeContext();
            }
        } else if (happened.contains("TLS")) {
            try (FreshsalesSimulator untrusted =
                    FreshsalesSimulator.builder().https(true).start()) {
                freshsales.getConfiguration().setDomain(untrusted.domain());
                check(happened, read, write, once);
            }
        } else {
            arrange(happened);
            check(happened, read, write, once);
        }
    }

    private void arrange(String happened) {
        switch (happened) {
            case "the host cannot be reached" -> freshsales.getConfiguration().setDomain("http://localhost:1");
            case "the connection broke, or no response came in time" ->
                simulator.trouble().dropConnection().forever();
            case "the response is a success that is no JSON" ->
                simulator
                        .trouble()
                        .answer(200)
                        .body("text/html", "<html></html>")
                        .forever();
            case "the response is larger than maxResponseSize" -> {
                freshsales.setMaxResponseSize(10);
                simulator.wireMock().stubFor(any(anyUrl()).willReturn(okJson("{\"contact\":{\"id\":70041234567}}")));
            }
            case "the call was wrong before it was sent" -> {}
            default -> throw new AssertionError("No test for the row: " + happened);
        }
    }

    private void check(String happened, String read, String write, String once) {
        context.start();
        check(happened, READS, read);
        check(happened, REPEATABLE_WRITES, write);
        check(happened, WRITES_TO_SEND_ONCE, once);
    }

    private void check(String happened, List<String> operations, String expected) {
        for (String operation : operations) {
            assertThat(becomes(operation, happened.contains("wrong")))
                    .as(operation + ": " + happened)
                    .isEqualTo(expected);
        }
    }

    private String becomes(String operation, boolean wrong) {
        CamelExecutionException thrown = catchThrowableOfType(
                CamelExecutionException.class,
                () -> send("freshsales:" + operation, body(operation), wrong ? WRONG_HEADERS : HEADERS));
        if (thrown == null) {
            return "success";
        }
        FreshsalesException failure = (FreshsalesException) thrown.getCause();
        assertThat(failure.isRetryable() && failure.isOutcomeUnknown()).isFalse();
        assertThat(failure.getSuppressed().length).as("earlier attempts").isIn(0, 3);
        String kind =
                failure.isRetryable() ? "retryable" : failure.isOutcomeUnknown() ? "outcome unknown" : "permanent";
        return failure.getSuppressed().length == 0 ? kind : "retried, then " + kind;
    }

    private static Object body(String operation) {
        return switch (operation.substring(0, operation.indexOf('?'))) {
            case "update", "upsert", "create" -> Map.of("email", "lee@example.test");
            case "addToList", "removeFromList", "moveToList" -> 70041234567L;
            case "filteredSearch" -> Map.of("attribute", "city", "operator", "is", "value", "Leeds");
            case "upload" -> new byte[] {1};
            default -> null;
        };
    }
}
