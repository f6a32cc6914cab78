// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.SimulatedClock;
import io.github.camelfreshsales.simulator.Switches;
import io.github.camelfreshsales.simulator.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by indexes and by computing is what looking at each record finds. */
class ListingsTest {

    private static final long SEED = System.nanoTime();
    private static final int GENERATED = 1_100;

    private final SimulatedClock clock = SimulatedClock.at("2024-03-05T10:00:00Z");
    private final CrmAccount account = new CrmAccount(new AccountSettings(
            false,
            AccountSettings.firstIdOf(0),
            clock,
            Switches.none(),
            Map.of(),
            List.of(),
            JobSettings.DEFAULT,
            Duration.ZERO,
            false));

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "deals", "sales_accounts"})
    void everyRuleFindsWhatLookingAtEachRecordFinds(String resource) {
        ResourceType type = account.type(resource).orElseThrow();
        Random random = new Random(SEED);
        fill(type, random);

        for (String rule : rules()) {
            for (Sort sort : sorts()) {
                List<FilterRule> rules = List.of(read(type, rule));
                RulesFilter filter =
                        new RulesFilter(type, rules, account.listings().values(), clock.instant());

                long[] found = account.listings().ids(type, rule, filter, sort);

                assertThat(found)
                        .as("%s of %s by %s, seed %s", rule, resource, sort, SEED)
                        .containsExactly(naively(type, filter, sort));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contact",
                "700410",
                "1000",
                "00",
                "0",
                "7",
                "number 70",
                "@gen",
                "9@g",
                "t7",
                "moss",
                "x",
                "generated.test",
                "41000123@",
                "99999999999999999999",
                "contact70041000005@generated.test",
                "5550",
                "a1b2"
            })
    void searchFindsWhatLookingAtEachRecordFinds(String wanted) {
        ResourceType type = account.type("contacts").orElseThrow();
        fill(type, new Random(SEED));
        TextFilter filter = new TextFilter(type, account.listings().values(), wanted);

        assertThat(account.listings().ids(type, wanted, filter, Sort.BY_ID))
                .as("seed %s", SEED)
                .containsExactly(naively(type, filter, Sort.BY_ID));
    }

    @Test
    void listIsComputedOnceForAllWhoAskAtTheSameTime() throws Exception {
        ResourceType type = account.type("contacts").orElseThrow();
        account.writer().seed(type, Json.object().put("last_name", "Moss"));
        AtomicInteger looks = new AtomicInteger();
        RecordFilter counting = record -> {
            looks.incrementAndGet();
            Thread.yield();
            return true;
        };
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Callable<long[]>> questions = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                questions.add(() -> account.listings().ids(type, "counting", counting, Sort.BY_ID));
            }
            for (Future<long[]> answer : clients.invokeAll(questions)) {
                assertThat(answer.get()).hasSize(1);
            }
        } finally {
            clients.shutdown();
        }

        assertThat(looks).hasValue(1);
    }

    @Test
    void failedListIsNotKept() {
        ResourceType type = account.type("contacts").orElseThrow();
        account.writer().seed(type, Json.object().put("last_name", "Moss"));
        AtomicInteger asked = new AtomicInteger();
        RecordFilter once = record -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalArgumentException("not yet");
            }
            return true;
        };

        assertThatThrownBy(() -> account.listings().ids(type, "once", once, Sort.BY_ID))
                .hasMessage("not yet");
        assertThat(account.listings().ids(type, "once", once, Sort.BY_ID)).hasSize(1);
    }

    /** Two blocks, some of whose records are changed, deleted or gone, between and around stored ones. */
    private void fill(ResourceType type, Random random) {
        RecordStore store = account.store(type.name());
        List<Long> ids = new ArrayList<>();
        for (int block = 0; block < 2; block++) {
            for (int i = 0; i < 20; i++) {
                ids.add(account.writer().seed(type, stored(type, random)).id());
            }
            long first = account.reserveIds(GENERATED);
            Instant start = clock.instant().minusSeconds(GENERATED + block * 500L);
            store.add(new GeneratedRecords(type, first, GENERATED, start));
            for (int i = 0; i < 30; i++) {
                ids.add(first + random.nextInt(GENERATED));
            }
        }
        for (long id : ids) {
            switch (random.nextInt(4)) {
                case 0 -> account.writer().change(type, id, stored(type, random).without(List.of("emails", "name")));
                case 1 -> account.writer().delete(type, id);
                default -> {}
            }
        }
        ids.stream().distinct().limit(5).forEach(store::remove);
    }

    private static ObjectNode stored(ResourceType type, Random random) {
        ObjectNode record = Json.object();
        boolean person = type.rules() instanceof PersonRules;
        record.put(
                person ? "last_name" : "name",
                List.of("Moss", "Number 5", "Generated 7").get(random.nextInt(3)) + (person ? "" : random.nextInt()));
        record.put("city", List.of("Oslo", "Bergen", "").get(random.nextInt(3)));
        record.put("amount", random.nextInt(2_500));
        record.put("lead_score", random.nextInt(4));
        record.put("owner_id", 70_000_001_111L + random.nextInt(3));
        record.put("mobile_number", "555" + random.nextInt(100));
        record.put(
                "updated_at",
                Instant.parse("2024-03-05T09:30:00Z")
                        .plusSeconds(random.nextInt(1_500))
                        .toString());
        record.putObject("custom_field").put("cf_n", random.nextInt(5)).put("cf_t", "t" + random.nextInt(5));
        if (person) {
            record.putArray("emails").add("moss" + random.nextInt() + "@example.test");
        }
        return record;
    }

    private static List<String> rules() {
        List<String> rules = new ArrayList<>();
        for (String attribute : List.of(
                "name",
                "email",
                "city",
                "mobile_number",
                "owner_id",
                "amount",
                "lead_score",
                "id",
                "cf_n",
                "cf_t",
                "deleted",
                "first_name")) {
            for (String value : List.of(
                    "'Moss'",
                    "'contact number 70041000100'",
                    "'contact70041000100@generated.test'",
                    "['oslo','Bergen']",
                    "'70041000100'",
                    "70041000050",
                    "70000001111",
                    "'5557'",
                    "3",
                    "'3.0'",
                    "'t1'",
                    "1500",
                    "true",
                    "''",
                    "null")) {
                for (String operator : List.of(
                        "is",
                        "is_not",
                        "is_in",
                        "contains",
                        "starts_with",
                        "ends_with",
                        "greater_than",
                        "less_than_or_equal_to",
                        "is_empty",
                        "is_not_empty",
                        "not_contains")) {
                    rules.add("{'attribute':'" + attribute + "','operator':'" + operator + "','value':" + value + "}");
                }
            }
        }
        for (String attribute : List.of("updated_at", "created_at")) {
            for (String operator : List.of("is_after", "is_before")) {
                for (String time :
                        List.of("2020-01-01", "2024-03-05T09:40:00Z", "2024-03-05T09:40:07Z", "2025-01-01")) {
                    rules.add("{'attribute':'" + attribute + "','operator':'" + operator + "','value':'" + time + "'}");
                }
            }
        }
        // a sample of them, another one each time
        Collections.shuffle(rules, new Random(SEED));
        return rules.subList(0, 40);
    }

    private static List<Sort> sorts() {
        List<Sort> all = List.of(
                Sort.BY_ID,
                new Sort("id", true),
                new Sort("updated_at", false),
                new Sort("updated_at", true),
                new Sort("created_at", true),
                new Sort("name", false),
                new Sort("name", true),
                new Sort("amount", true),
                new Sort("city", true),
                new Sort("unknown", true));
        Random random = new Random(SEED + 1);
        return List.of(all.get(random.nextInt(all.size())), all.get(3));
    }

    private FilterRule read(ResourceType type, String rule) {
        JsonNode json = Json.literal(rule.replace('\'', '"'));
        boolean known =
                account.listings().values().knows(type, json.get("attribute").asText());
        JsonNode usable = known ? json : ((ObjectNode) json).put("attribute", "id");
        return FilterRule.read(usable, type, account.listings().values(), false);
    }

    private long[] naively(ResourceType type, RecordFilter filter, Sort sort) {
        RecordStore store = account.store(type.name());
        List<StoredRecord> all = new ArrayList<>(
                Arrays.stream(store.ids()).mapToObj(store::get).filter(filter).toList());
        Comparator<StoredRecord> order = (one, other) -> compare(type, one, other, sort.attribute());
        boolean known = account.listings().values().knows(type, sort.attribute());
        if (known) {
            all.sort(sort.descending() ? order.reversed() : order);
        }
        return all.stream().mapToLong(StoredRecord::id).toArray();
    }

    private int compare(ResourceType type, StoredRecord one, StoredRecord other, String attribute) {
        if (Set.of("updated_at", "created_at").contains(attribute)) {
            return attribute.equals("updated_at")
                    ? one.updatedAt().compareTo(other.updatedAt())
                    : one.createdAt().compareTo(other.createdAt());
        }
        JsonNode first = first(type, one, attribute);
        JsonNode second = first(type, other, attribute);
        if (first.isNumber() && second.isNumber()) {
            return first.decimalValue().compareTo(second.decimalValue());
        }
        return first.isNumber() == second.isNumber()
                ? first.asText("").toLowerCase().compareTo(second.asText("").toLowerCase())
                : Boolean.compare(!first.isNumber(), !second.isNumber());
    }

    private JsonNode first(ResourceType type, StoredRecord record, String attribute) {
        List<JsonNode> values = account.listings().values().of(type, record, attribute);
        return values.isEmpty() ? Json.NODES.nullNode() : values.get(0);
    }
}
