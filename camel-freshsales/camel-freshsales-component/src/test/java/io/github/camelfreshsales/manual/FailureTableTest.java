package io.github.camelfreshsales.manual;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelfreshsales.component.FreshsalesException;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of the manual that tells which failures may be repeated. */
class FailureTableTest extends ExampleTest {

    private static final Pattern STATUS = Pattern.compile("\\d{3}");

    @ParameterizedTest
    @CsvFileSource(resources = "/manual/failures.csv", delimiter = '|', quoteCharacter = '\'', numLinesToSkip = 1)
    void failureIsOfTheKindThatTheManualSays(String happened, String repeatable, String create) throws Exception {
        if (STATUS.matcher(happened).find()) {
            for (int status : STATUS.matcher(happened)
                    .results()
                    .map(MatchResult::group)
                    .mapToInt(Integer::parseInt)
                    .toArray()) {
                prepareContext();
                simulator.reset();
                simulator.trouble().answer(status).forever();
                check(happened, repeatable, create);
                closeContext();
            }
        } else if (happened.contains("TLS")) {
            try (FreshsalesSimulator untrusted =
                    FreshsalesSimulator.builder().https(true).start()) {
                freshsales.getConfiguration().setDomain(untrusted.domain());
                check(happened, repeatable, create);
            }
        } else {
            arrange(happened);
            check(happened, repeatable, create);
        }
    }

    private void arrange(String happened) {
        switch (happened) {
            case "the host cannot be reached" -> freshsales.getConfiguration().setDomain("http://localhost:1");
            case "the connection broke, or no answer came in time" ->
                simulator.trouble().dropConnection().forever();
            case "the answer is a success that is no JSON" ->
                simulator
                        .trouble()
                        .answer(200)
                        .body("text/html", "<html></html>")
                        .forever();
            case "the answer is larger than maxResponseSize" -> {
                freshsales.setMaxResponseSize(10);
                simulator.wireMock().stubFor(any(anyUrl()).willReturn(okJson("{\"contact\":{\"id\":70041234567}}")));
            }
            case "the call was wrong before it was sent" -> {}
            default -> throw new AssertionError("No test for the row: " + happened);
        }
    }

    private void check(String happened, String repeatable, String create) {
        context.start();
        boolean wrong = happened.contains("wrong");
        Object body = wrong ? "{\"last_name\": " : Map.of("id", 70041234567L, "last_name", "Moss");
        Map<String, Object> id =
                wrong ? Map.of("CamelFreshsalesRecordId", "a/b") : Map.of("CamelFreshsalesRecordId", 70041234567L);
        for (String operation : new String[] {"get", "update", "delete"}) {
            assertThat(kindOf(operation, body, id))
                    .as(operation + ": " + happened)
                    .isIn(repeatable, exception(operation, happened));
        }
        assertThat(kindOf("create", body, Map.of())).as("create: " + happened).isEqualTo(create);
    }

    /** A delete looks only at the status, so an answer that cannot be understood is a success. */
    private static String exception(String operation, String happened) {
        return operation.equals("delete") && happened.contains("no JSON") ? "success" : null;
    }

    private String kindOf(String operation, Object body, Map<String, Object> headers) {
        CamelExecutionException thrown = catchThrowableOfType(
                CamelExecutionException.class,
                () -> send("freshsales:" + operation + "?resourceType=contacts", body, headers));
        if (thrown == null) {
            return "success";
        }
        FreshsalesException failure = (FreshsalesException) thrown.getCause();
        assertThat(failure.isRetryable() && failure.isOutcomeUnknown()).isFalse();
        return failure.isRetryable() ? "retryable" : failure.isOutcomeUnknown() ? "outcome unknown" : "permanent";
    }
}
