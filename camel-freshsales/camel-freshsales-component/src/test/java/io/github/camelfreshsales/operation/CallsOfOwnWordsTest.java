// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.RecordCheck;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What records in the user's own words cost in calls. */
class CallsOfOwnWordsTest {

    private static final int RECORDS = 10_000;
    private static final String FIELDS = "{\"fields\":[" + field("first_name", "First name", "text", "") + ","
            + field("emails", "Emails", "text", "") + "," + field("owner_id", "Owner", "dropdown", "") + ","
            + field("cf_region", "Region", "dropdown", "{\"id\":1,\"value\":\"North\"}") + "]}";

    private final LambdaAccount account = new LambdaAccount();
    private Response users = LambdaAccount.json(200, "{\"users\":[{\"id\":7,\"display_name\":\"Ana Ruiz\"}]}");

    private static String field(String name, String label, String type, String choices) {
        return "{\"name\":\"" + name + "\",\"label\":\"" + label + "\",\"type\":\"" + type + "\",\"choices\":["
                + choices + "]}";
    }

    @BeforeEach
    void accountIsThere() {
        account.options.setResourceType("contacts");
        account.service = this::answer;
    }

    private Response answer(Request request) {
        String path = String.join("/", request.path());
        if (path.endsWith("owners")) {
            return users;
        }
        if (path.startsWith("settings")) {
            return LambdaAccount.json(200, FIELDS);
        }
        if (path.startsWith("job_statuses")) {
            return LambdaAccount.json(200, "{\"status\":\"SUCCESS\",\"data\":\"{}\"}");
        }
        return path.endsWith("bulk_upsert")
                ? LambdaAccount.json(200, "{\"job_status_url\":\"https://acme.myfreshworks.com/job_statuses/1\"}")
                : LambdaAccount.json(
                        201,
                        "{\"contact\":{\"id\":1,\"first_name\":\"Lee\",\"emails\":[{\"value\":\"lee@x.test\"}],"
                                + "\"custom_field\":{\"cf_region\":\"North\"}}}");
    }

    private static List<Map<String, Object>> records(String owner) {
        return IntStream.range(0, RECORDS)
                .<Map<String, Object>>mapToObj(i -> {
                    Map<String, Object> record = new LinkedHashMap<>();
                    record.put("Vorname", "Lee");
                    record.put("Emails", "lee@x.test");
                    record.put("owner", owner);
                    record.put("region", "north");
                    return record;
                })
                .toList();
    }

    private void turnAllOn() {
        account.options.setFieldMapping(Map.of("Vorname", "first_name"));
        account.options.setResolveNames(true);
        account.options.setValidateRecords(RecordCheck.fail);
        account.options.setVerifyStored(RecordCheck.fail);
    }

    @Test
    void tenThousandRecordsCostACallMoreForEachKindOfMetadata() {
        turnAllOn();

        OperationResult result = account.run(FreshsalesOperation.create, records("ana ruiz"), Map.of());

        assertThat(result.headers()).containsEntry(FreshsalesConstants.SUCCEEDED_COUNT, (long) RECORDS);
        assertThat(result.headers())
                .doesNotContainKeys(FreshsalesConstants.UNSTORED_FIELDS, FreshsalesConstants.WARNINGS);
        assertThat(result.headers()).containsEntry(FreshsalesConstants.ATTEMPTS, RECORDS);
        assertThat(account.requests).hasSize(RECORDS + 2);
    }

    @Test
    void withTheOptionsOffThereIsNoCallMore() {
        account.run(FreshsalesOperation.create, records("ana ruiz"), Map.of());

        assertThat(account.requests).hasSize(RECORDS);
    }

    @Test
    void bulkCallsAreAsManyAsBefore() {
        turnAllOn();

        account.run(
                FreshsalesOperation.bulkUpsert,
                records("ana ruiz"),
                Map.of(FreshsalesConstants.STOP_ON_RECORD_ERROR, false));

        assertThat(account.requests).filteredOn(CallsOfOwnWordsTest::isBulk).hasSize(RECORDS / 100);
        assertThat(account.requests)
                .filteredOn(request -> request.method().equals("GET") && !isJob(request))
                .hasSize(2);
    }

    private static boolean isBulk(Request request) {
        return request.path().contains("bulk_upsert");
    }

    private static boolean isJob(Request request) {
        return request.path().contains("job_statuses");
    }

    @Test
    void nameThatNobodyHasInAllRecordsIsAskedForOnceAMinute() {
        turnAllOn();

        account.run(
                FreshsalesOperation.create, records("Nobody"), Map.of(FreshsalesConstants.STOP_ON_RECORD_ERROR, false));
        assertThat(account.requests).hasSize(2);
        account.now = account.now.plusSeconds(61);
        account.run(
                FreshsalesOperation.create, records("Nobody"), Map.of(FreshsalesConstants.STOP_ON_RECORD_ERROR, false));

        assertThat(account.requests).hasSize(3);
    }

    @Test
    void metadataThatIsRefusedEndsTheCallAndIsAskedForAgainAfterAMinute() {
        turnAllOn();
        users = LambdaAccount.json(403, "{\"message\":\"no\"}");
        Map<String, Object> goOn = Map.of(FreshsalesConstants.STOP_ON_RECORD_ERROR, false);

        for (FreshsalesOperation operation : List.of(FreshsalesOperation.create, FreshsalesOperation.bulkUpsert)) {
            FreshsalesException e = account.failure(operation, records("Ana Ruiz"), goOn);
            assertThat(e.getStatus()).isEqualTo(403);
            assertThat(e.getPath()).endsWith("selector/owners");
            assertThat(e.getResults()).hasSize(1);
        }
        assertThat(account.requests).hasSize(2);

        users = LambdaAccount.json(200, "{\"users\":[{\"id\":7,\"display_name\":\"Ana Ruiz\"}]}");
        account.now = account.now.plusSeconds(61);
        assertThat(account.failure(
                        FreshsalesOperation.create, records("Ana Ruiz").get(0), Map.of()))
                .isNull();
    }

    @Test
    void metadataIsKeptForItsTime() {
        turnAllOn();
        account.options.setMetadataTtl(3_600_000);
        for (int hour = 0; hour < 3; hour++) {
            account.run(FreshsalesOperation.create, records("Ana Ruiz").get(0), Map.of());
            account.run(FreshsalesOperation.create, records("Ana Ruiz").get(0), Map.of());
            account.now = account.now.plusSeconds(3_600);
        }

        assertThat(account.requests).hasSize(3 * (2 + 2));
    }
}
