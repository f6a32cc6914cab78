// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.SuspendableService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the consumer promises, and what could break it. */
class ChangesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String CONTACTS = "resourceType=contacts&startFrom=beginning";

    private final FollowedAccount account = new FollowedAccount();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    /** Whether it is so many searches from now; a later page is asked for by a later bound, not by its number. */
    private static Predicate<ApiRequest> search(int number) {
        AtomicInteger count = new AtomicInteger();
        return request -> count.incrementAndGet() == number;
    }

    @Test
    void recordsComeOldestChangeFirst() throws Exception {
        long ann = account.contact("Ann");
        account.clock.advance(MINUTE);
        long bob = account.contact("Bob");
        account.clock.advance(MINUTE);
        account.simulator.update("contacts", ann, Map.of("job_title", "CTO"));

        account.follow(CONTACTS).poll();

        assertThat(account.names()).containsExactly("Bob", "Ann");
        Exchange first = account.delivered.get(0);
        assertThat(first.getMessage().getHeaders())
                .containsOnlyKeys(
                        FreshsalesConstants.CHANGE_TYPE,
                        FreshsalesConstants.CHANGED_RESOURCE,
                        FreshsalesConstants.CHANGED_ID,
                        FreshsalesConstants.CHANGED_AT)
                .containsEntry(FreshsalesConstants.CHANGE_TYPE, "created")
                .containsEntry(FreshsalesConstants.CHANGED_RESOURCE, "contacts")
                .containsEntry(FreshsalesConstants.CHANGED_ID, bob)
                .containsEntry(FreshsalesConstants.CHANGED_AT, Instant.parse("2026-03-05T10:01:00Z"));
        assertThat(first.getProperty(Exchange.BATCH_SIZE)).isEqualTo(2);
        assertThat(first.getProperty(Exchange.BATCH_COMPLETE)).isEqualTo(false);
    }

    @Test
    void createdAndUpdatedAreToldApart() throws Exception {
        long ann = account.contact("Ann");
        account.clock.advance(MINUTE);
        account.follow(CONTACTS).poll();
        account.delivered.clear();

        account.clock.advance(MINUTE);
        account.simulator.update("contacts", ann, Map.of("job_title", "CTO"));
        long bob = account.contact("Bob");
        account.clock.advance(Duration.ofSeconds(5));
        account.simulator.update("contacts", bob, Map.of("job_title", "CFO"));
        account.poll();

        assertThat(account.delivered)
                .extracting(exchange -> exchange.getMessage().getHeader(FreshsalesConstants.CHANGE_TYPE))
                .containsExactly("updated", "created");
    }

    @Test
    void secondChangeWithinASecondIsDeliveredThoughAPollFallsBetween() throws Exception {
        long ann = account.contact("Ann");
        account.follow(CONTACTS).poll();
        account.delivered.clear();

        account.simulator.update("contacts", ann, Map.of("job_title", "CTO"));
        account.poll();
        account.pollAfter(MINUTE);

        assertThat(account.delivered)
                .extracting(exchange -> exchange.getMessage().getBody(Map.class).get("job_title"))
                .containsExactly("CTO");
        assertThat(account.delivered.get(0).getMessage().getHeader(FreshsalesConstants.CHANGE_TYPE))
                .isEqualTo("updated");
    }

    @Test
    void recordThatTheRouteHasChangedIsNotTakenForAnotherState() throws Exception {
        account.contact("Ann");
        account.failOn(exchange -> {
            exchange.getMessage().getBody(Map.class).clear();
            return false;
        });
        account.follow(CONTACTS).poll();

        account.poll();

        assertThat(account.delivered).hasSize(1);
    }

    @Test
    void idlePollCostsOneCall() throws Exception {
        account.contact("Ann");
        account.follow(CONTACTS).poll();

        for (int poll = 0; poll < 5; poll++) {
            long before = account.calls();
            assertThat(account.pollAfter(MINUTE)).isZero();
            assertThat(account.calls() - before).isEqualTo(1);
        }
        assertThat(account.names()).containsExactly("Ann");
    }

    @Test
    void idlePollCostsOneCallWhereTheServiceTellsNoTotal() throws Exception {
        account.simulator.turnOn(Switch.META_ABSENT);
        account.contact("Ann");
        account.follow(CONTACTS).poll();
        account.pollAfter(MINUTE);

        long before = account.calls();
        account.pollAfter(MINUTE);

        assertThat(account.calls() - before).isEqualTo(1);
    }

    @Test
    void startsNowUnlessToldOtherwise() throws Exception {
        account.contact("Old");
        account.follow("resourceType=contacts").poll();

        account.clock.advance(MINUTE);
        account.contact("New");
        account.poll();

        assertThat(account.names()).containsExactly("New");
    }

    @Test
    void whatChangesAfterAFirstPollThatFailedIsDelivered() throws Exception {
        account.contact("Old");
        account.simulator
                .trouble()
                .on("POST", "filtered_search/contact")
                .when(search(2))
                .answer(503);
        account.follow("resourceType=contacts");
        assertThatThrownBy(account::poll).isInstanceOf(FreshsalesException.class);

        account.clock.advance(MINUTE);
        account.contact("New");
        account.poll();

        assertThat(account.names()).containsExactly("New");
    }

    @Test
    void deletionsAreFollowedFromTheStartAlsoWhenTheFirstRecordFails() throws Exception {
        long ann = account.contact("Ann");
        account.simulator.delete("contacts", account.contact("Old"));
        account.follow("resourceType=contacts&deletions=true").poll();
        account.stop();
        account.repository = new MemoryStateRepository();
        account.repository.setState(
                key(), "{\"version\":1,\"since\":\"2026-03-05T00:00:00Z\",\"newest\":\"2026-03-05T00:00:00Z\"}");
        account.failOn(exchange -> true);
        account.follow("resourceType=contacts&deletions=true");
        account.contact("Bob");
        assertThatThrownBy(account::poll).hasMessage("the route failed");

        account.clock.advance(MINUTE);
        account.simulator.delete("contacts", ann);
        account.failOn(exchange -> false);
        account.poll();

        assertThat(account.names()).containsExactly("Bob", "Ann");
    }

    @Test
    void startInTheFutureWaitsUntilThen() throws Exception {
        account.contact("Old");
        account.follow("resourceType=contacts&startFrom=2026-03-05T11:00:00Z").poll();
        account.clock.advance(Duration.ofMinutes(59));
        account.contact("Early");
        account.poll();
        account.clock.advance(Duration.ofMinutes(2));
        account.contact("New");
        account.poll();

        assertThat(account.names()).containsExactly("New");
    }

    @Test
    void startsAtAnInstant() throws Exception {
        account.contact("Old");
        account.clock.advance(MINUTE);
        account.contact("New");

        account.follow("resourceType=contacts&startFrom=2026-03-05T10:00:30Z").poll();

        assertThat(account.names()).containsExactly("New");
    }

    @ParameterizedTest(name = "our clock is {0} off")
    @ValueSource(strings = {"PT-10M", "PT10M"})
    void clockOfOursMayBeWrong(Duration skew) throws Exception {
        account.contact("Old");
        account.follow("resourceType=contacts", () -> account.clock.instant().plus(skew))
                .poll();

        account.clock.advance(Duration.ofSeconds(1));
        account.contact("Ann");
        account.pollAfter(Duration.ofSeconds(1));
        account.contact("Bob");
        account.pollAfter(MINUTE);

        assertThat(account.names()).containsExactly("Ann", "Bob");
    }

    @Test
    void recordThatComesToLightLateIsDelivered() throws Exception {
        account.follow(CONTACTS).poll();
        account.clock.advance(MINUTE);
        account.contact("Ann");
        account.poll();

        account.clock.advance(Duration.ofSeconds(3));
        account.simulator.seed(
                "contacts",
                Map.of(
                        "last_name",
                        "Late",
                        "updated_at",
                        account.clock.instant().minusSeconds(9)));
        account.poll();
        account.pollAfter(MINUTE);

        assertThat(account.names()).containsExactly("Ann", "Late");
    }

    @ParameterizedTest(name = "overlap {0}: {1} records")
    @CsvSource({"30s, 2", "5s, 1"})
    void overlapIsHowLateARecordMayCome(String overlap, int expected) throws Exception {
        account.follow(CONTACTS + "&overlap=" + overlap).poll();
        account.clock.advance(MINUTE);
        account.contact("Ann");
        account.poll();
        account.simulator.seed(
                "contacts",
                Map.of(
                        "last_name",
                        "Late",
                        "updated_at",
                        account.clock.instant().minusSeconds(25)));

        account.poll();
        account.pollAfter(MINUTE);

        assertThat(account.names()).hasSize(expected);
    }

    @Test
    void recordThatComesToLightWhileALongReadGoesOnIsDelivered() throws Exception {
        account.follow(CONTACTS + "&perPage=2").poll();
        for (int i = 0; i < 7; i++) {
            account.clock.advance(Duration.ofSeconds(4));
            account.contact("N" + i);
        }
        Instant late = account.clock.instant().minusSeconds(9);
        account.simulator
                .trouble()
                .on("POST", "filtered_search/contact")
                .when(search(4))
                .run(() -> account.simulator.seed("contacts", Map.of("last_name", "Late", "updated_at", late)))
                .afterProcessing();

        account.poll();
        account.pollAfter(MINUTE);

        assertThat(account.names()).contains("Late").hasSize(8).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} twins, {1} a page")
    @CsvSource({"2, 1", "5, 2", "4, 2", "101, 100", "250, 100"})
    void recordsOfTheSameInstantAreAllDelivered(int twins, int perPage) throws Exception {
        IntStream.range(0, twins).forEach(i -> account.contact("N" + i));

        account.follow(CONTACTS + "&perPage=" + perPage).poll();
        account.pollAfter(MINUTE);

        assertThat(account.names()).hasSize(twins).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = Switch.class,
            names = {
                "SHORT_PAGES",
                "META_TOTAL_PAGES",
                "META_ABSENT",
                "META_TOTAL_TOO_HIGH",
                "LAST_PAGE_REPEATS",
                "LAST_PAGE_EMPTY",
                "SEARCH_ROWS_OUT_OF_ORDER",
                "SEARCH_ROWS_ALWAYS_THIN",
                "IS_AFTER_INCLUDES_BOUND",
                "ZULU_TIMESTAMPS"
            })
    void formsOfTheServiceLoseNothing(Switch form) throws Exception {
        account.simulator.turnOn(form);
        account.follow(CONTACTS + "&perPage=10").poll();

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 35; i++) {
                account.contact("N" + round + "-" + i);
                account.clock.advance(Duration.ofSeconds(i % 3));
            }
            account.poll();
        }
        account.pollAfter(MINUTE);

        assertThat(account.names()).hasSize(105).doesNotHaveDuplicates();
    }

    @Test
    void failedExchangeHoldsTheCursor() throws Exception {
        for (String name : List.of("Ann", "Bob", "Cem", "Dee")) {
            account.contact(name);
            account.clock.advance(MINUTE);
        }
        account.failOn(exchange -> exchange.getMessage().getBody(String.class).contains("Cem"));

        account.follow(CONTACTS);
        assertThatThrownBy(account::poll).hasMessage("the route failed");
        assertThatThrownBy(() -> account.pollAfter(MINUTE)).hasMessage("the route failed");
        assertThat(account.names()).containsExactly("Ann", "Bob");
        account.failOn(exchange -> false);
        account.pollAfter(MINUTE);

        assertThat(account.names()).containsExactly("Ann", "Bob", "Cem", "Dee");
    }

    @Test
    void exchangeThatWasRolledBackHoldsTheCursor() throws Exception {
        account.contact("Ann");
        account.failOn(exchange -> {
            exchange.setRollbackOnly(true);
            return false;
        });

        account.follow(CONTACTS);
        assertThatThrownBy(account::poll).hasMessageContaining("was rolled back");
        account.failOn(exchange -> false);
        account.pollAfter(MINUTE);

        assertThat(account.names()).containsExactly("Ann", "Ann");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 401})
    void failedPageLosesNothing(int status) throws Exception {
        for (int i = 0; i < 9; i++) {
            account.contact("N" + i);
            account.clock.advance(MINUTE);
        }
        account.simulator
                .trouble()
                .on("POST", "filtered_search/contact")
                .when(search(3))
                .answer(status);

        account.follow(CONTACTS + "&perPage=3");
        assertThatThrownBy(account::poll)
                .isInstanceOfSatisfying(FreshsalesException.class, e -> assertThat(e.getStatus())
                        .isEqualTo(status));
        assertThat(account.names()).containsExactly("N0", "N1", "N2", "N3");
        account.pollAfter(MINUTE);

        assertThat(account.names()).hasSize(9).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void recordThatChangesBetweenTwoPagesHidesNone() throws Exception {
        long[] ids = new long[8];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = account.contact("N" + i);
            account.clock.advance(MINUTE);
        }
        account.simulator
                .trouble()
                .on("POST", "filtered_search/contact")
                .when(search(2))
                .run(() -> account.simulator.update("contacts", ids[0], Map.of("job_title", "CTO")));

        account.follow(CONTACTS + "&perPage=2").poll();
        account.pollAfter(MINUTE);

        assertThat(new HashSet<>(account.names()))
                .containsExactlyInAnyOrder("N0", "N1", "N2", "N3", "N4", "N5", "N6", "N7");
        assertThat(account.names()).hasSize(9);
    }

    @Test
    void recordsThatChangeBetweenEachTwoPagesHideNone() throws Exception {
        long[] ids = new long[12];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = account.contact("N%02d".formatted(i));
            account.clock.advance(MINUTE);
        }
        for (int i = 0; i < 4; i++) {
            int page = i + 2;
            long id = ids[i];
            account.simulator
                    .trouble()
                    .on("POST", "filtered_search/contact")
                    .when(search(page))
                    .run(() -> account.simulator.update("contacts", id, Map.of("job_title", "CTO")));
        }

        account.follow(CONTACTS + "&perPage=2").poll();
        account.pollAfter(MINUTE);

        assertThat(new HashSet<>(account.names())).hasSize(12);
    }

    @Test
    void emptyPageInTheMiddleHidesNone() throws Exception {
        for (int i = 0; i < 9; i++) {
            account.contact("N" + i);
            account.clock.advance(MINUTE);
        }
        account.simulator
                .trouble()
                .on("POST", "filtered_search/contact")
                .when(search(3))
                .answer(200)
                .body("application/json", "{\"contacts\":[],\"meta\":{\"total\":8}}");

        account.follow(CONTACTS + "&perPage=2").poll();
        account.pollAfter(MINUTE);

        assertThat(account.names()).hasSize(9).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void recordThatIsDeletedBetweenTwoPagesHidesNone() throws Exception {
        long[] ids = new long[8];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = account.contact("N" + i);
            account.clock.advance(MINUTE);
        }
        account.simulator
                .trouble()
                .on("POST", "filtered_search/contact")
                .when(search(2))
                .run(() -> {
                    account.simulator.delete("contacts", ids[0]);
                    account.contact("New");
                });

        account.follow(CONTACTS + "&perPage=2").poll();
        account.pollAfter(MINUTE);

        assertThat(account.names()).containsExactlyInAnyOrder("N0", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "New");
    }

    @Test
    void killBetweenPageAndCommitRepeatsButLosesNothing() throws Exception {
        account.contact("Ann");
        account.follow(CONTACTS).poll();
        account.clock.advance(MINUTE);
        String before = account.repository.getState(key());
        account.contact("Bob");
        account.poll();

        account.stop();
        account.repository = new MemoryStateRepository();
        account.repository.setState(key(), before);
        account.follow(CONTACTS).pollAfter(MINUTE);

        assertThat(account.names()).containsExactly("Ann", "Bob", "Bob");
    }

    private String key() {
        return account.simulator.apiRoot() + "/contacts/follow";
    }

    @Test
    void restartGoesOnWhereItWas() throws Exception {
        File file = folder.resolve("cursors").toFile();
        account.repository = FileStateRepository.fileStateRepository(file);
        account.contact("Ann");
        account.follow(CONTACTS).poll();
        account.clock.advance(MINUTE);
        account.contact("Bob");

        account.repository = FileStateRepository.fileStateRepository(file);
        account.follow(CONTACTS).poll();

        assertThat(account.names()).containsExactly("Ann", "Bob");
    }

    @Test
    void limitOfAPollLeavesTheRestToTheNext() throws Exception {
        for (int i = 0; i < 7; i++) {
            account.contact("N" + i);
            account.clock.advance(Duration.ofSeconds(i < 3 ? 60 : 0));
        }

        account.follow(CONTACTS + "&maxMessagesPerPoll=3");
        assertThat(account.poll()).isEqualTo(3);
        assertThat(account.poll()).isEqualTo(3);
        assertThat(account.poll()).isEqualTo(1);

        assertThat(account.names()).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void pageCanBeOneExchange() throws Exception {
        account.contact("Ann");
        account.contact("Bob");

        account.follow(CONTACTS + "&eachRecord=false").poll();

        assertThat(account.delivered).hasSize(1);
        assertThat(account.delivered.get(0).getMessage().getBody(List.class)).hasSize(2);
    }

    @Test
    void deletedRecordsAreReported() throws Exception {
        long ann = account.contact("Ann");
        account.follow(CONTACTS + "&deletions=true").poll();
        account.clock.advance(MINUTE);
        account.simulator.delete("contacts", ann);
        account.poll();
        account.pollAfter(MINUTE);
        long before = account.calls();
        account.pollAfter(MINUTE);

        assertThat(account.delivered)
                .extracting(exchange -> exchange.getMessage().getHeader(FreshsalesConstants.CHANGE_TYPE))
                .containsExactly("created", "deleted");
        assertThat(account.calls() - before).isEqualTo(2);
    }

    @Test
    void thinRowsAreReadAgain() throws Exception {
        account.simulator.turnOn(Switch.SEARCH_ROWS_ALWAYS_THIN);
        account.simulator.customField("contacts", "cf_region", "Region", "text");
        account.simulator.seed("contacts", Map.of("last_name", "Ann", "custom_field", Map.of("cf_region", "North")));

        account.follow(CONTACTS + "&reread=true").poll();

        assertThat((Map<String, Object>) account.delivered.get(0).getMessage().getBody(Map.class))
                .containsEntry("custom_field", Map.of("cf_region", "North"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "appointments", "sales_activities", "products"})
    void resourcesWithoutASearchAreFollowedThroughTheirLists(String resource) throws Exception {
        Map<String, Object> record = Map.of(
                "title", "Call",
                "name", "Pump",
                "due_date", "2026-03-06T10:00:00Z",
                "from_date", "2026-03-06T10:00:00Z",
                "end_date", "2026-03-06T11:00:00Z");
        long first = account.simulator.seed(resource, record);
        account.clock.advance(MINUTE);
        account.simulator.seed(resource, record);
        account.follow("startFrom=beginning&resourceType=" + resource).poll();
        account.pollAfter(MINUTE);
        account.simulator.update(resource, first, Map.of("title", "Visit"));
        account.poll();
        account.pollAfter(MINUTE);

        assertThat(account.delivered)
                .extracting(exchange -> exchange.getMessage().getHeader(FreshsalesConstants.CHANGE_TYPE))
                .containsExactly("created", "created", "updated");
    }

    @Test
    void twoThousandChangesAreDeliveredOnceWithAboutOneCallForAHundred() throws Exception {
        account.simulator.generate("contacts", 2_000);
        account.clock.advance(MINUTE);

        account.follow(CONTACTS + "&outputFormat=json").poll();

        assertThat(account.delivered).hasSize(2_000);
        assertThat(account.calls()).isLessThanOrEqualTo(22);
        assertThat(account.repository.getState(key())).hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "freshsales:changes | needs the option resourceType",
                "freshsales:changes?resourceType=notes | cannot find the changed records of notes",
                "freshsales:changes?resourceType=tasks&deletions=true | deletions needs a resource with a search",
                "freshsales:changes?resourceType=deals&startFrom=noon | it must be now, beginning, or an instant",
                "freshsales:changes?resourceType=deals&perPage=500 | it must be 1 to 100",
                "freshsales:changes?resourceType=deals&outputFormat=raw | use map, json or pojo",
                "freshsales:list?resourceType=deals | starts from freshsales:changes"
            })
    void wrongUseIsRefusedWhenTheRouteStarts(String uri, String message) throws Exception {
        account.follow("resourceType=deals");

        assertThatThrownBy(() -> account.context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(uri).to("mock:end");
                    }
                }))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"stateKey=mine, mine", "stateKey=mine/deletions, mine/deletions"})
    void twoConsumersNeverShareACursor(String options, String cursor) throws Exception {
        account.follow("resourceType=deals&deletions=true&stateKey=mine");

        assertThatThrownBy(() -> account.context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("freshsales:changes?resourceType=contacts&stateRepository=#cursors&" + options)
                                .to("mock:end");
                    }
                }))
                .hasMessageContaining("Another consumer has the cursor " + cursor + " already");
    }

    @Test
    void twoConsumersMayUseTheSameKeyInTwoRepositories() throws Exception {
        account.follow("resourceType=deals&stateKey=mine");
        account.context().getRegistry().bind("others", new MemoryStateRepository());

        account.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("freshsales:changes?resourceType=deals&stateKey=mine&stateRepository=#others")
                        .to("mock:end");
            }
        });

        assertThat(account.context().getRoutes()).hasSize(2);
    }

    @Test
    void whatChangesAfterTheRouteStartedIsDeliveredThoughNothingCouldBeAskedThen() throws Exception {
        account.contact("Old");
        account.clock.advance(Duration.ofHours(1));
        account.simulator.trouble().answer(503);
        account.follow("resourceType=contacts");
        account.clock.advance(MINUTE);
        account.contact("New");
        account.clock.advance(MINUTE);
        account.contact("Newer");
        account.pollAfter(MINUTE);

        assertThat(account.names()).containsExactly("New", "Newer");
    }

    @Test
    void whatChangesBetweenTheStartAndTheFirstPollIsDelivered() throws Exception {
        account.contact("Old");
        account.follow("resourceType=contacts");
        account.contact("New");

        account.pollAfter(MINUTE);

        assertThat(account.names()).containsExactly("New");
    }

    @Test
    void recordOfTheYear9999IsDeliveredOnceAndHidesNothing() throws Exception {
        account.follow(CONTACTS).poll();
        account.simulator.seed("contacts", Map.of("last_name", "Far", "updated_at", "9999-12-31T23:59:59Z"));
        account.pollAfter(MINUTE);
        account.contact("Ann");
        account.pollAfter(MINUTE);
        account.pollAfter(MINUTE);

        assertThat(account.names()).containsExactly("Far", "Ann");
    }

    @Test
    void consumerIsReadyWithTheFirstResponseHoweverLongTheFirstPollTakes() throws Exception {
        account.contact("Ann");
        AtomicBoolean ready = new AtomicBoolean();
        account.follow(CONTACTS);
        FreshsalesConsumer consumer =
                (FreshsalesConsumer) account.context().getRoute("follow").getConsumer();
        assertThat(consumer.isConsumerReady()).isFalse();
        account.failOn(exchange -> {
            ready.set(consumer.isConsumerReady());
            return false;
        });

        account.poll();

        assertThat(ready).isTrue();
    }

    @Test
    void cursorOfAnotherResourceIsNotUsed() throws Exception {
        account.contact("Ann");
        account.follow(CONTACTS + "&stateKey=mine").poll();
        String before = account.repository.getState("mine");

        account.stop();
        account.repository = new MemoryStateRepository();
        account.repository.setState("mine", before);
        account.follow("resourceType=deals&startFrom=beginning&stateKey=mine");

        assertThatThrownBy(account::poll)
                .hasMessageContaining("belongs to contacts, not to deals. Give the consumer a stateKey of its own");
        assertThat(account.repository.getState("mine")).isEqualTo(before);
    }

    @Test
    void repositoryThatFailsBringsTheRecordAgain() throws Exception {
        AtomicBoolean full = new AtomicBoolean();
        account.repository = new MemoryStateRepository() {
            @Override
            public void setState(String key, String value) {
                if (full.get()) {
                    throw new IllegalStateException("the disk is full");
                }
                super.setState(key, value);
            }
        };
        account.follow(CONTACTS).poll();
        account.contact("Ann");
        full.set(true);
        assertThatThrownBy(account::poll).hasMessage("the disk is full");

        full.set(false);
        account.pollAfter(MINUTE);
        account.pollAfter(MINUTE);

        assertThat(account.names()).containsExactly("Ann", "Ann");
    }

    @Test
    void repositoryThatFailsDoesNotHideWhyTheExchangeFailed() throws Exception {
        account.repository = new MemoryStateRepository() {
            @Override
            public void setState(String key, String value) {
                if (value.contains("\"seen\":{\"")) {
                    throw new IllegalStateException("the disk is full");
                }
                super.setState(key, value);
            }
        };
        account.contact("Ann");
        account.contact("Bob");
        account.failOn(exchange -> exchange.getMessage().getBody(String.class).contains("Bob"));
        account.follow(CONTACTS);

        assertThatThrownBy(account::poll).hasMessage("the route failed").satisfies(e -> assertThat(e.getSuppressed()[0])
                .hasMessage("the disk is full"));
    }

    @ParameterizedTest(name = "limit {0}")
    @ValueSource(ints = {0, 1, 3})
    void routeThatIsSuspendedInTheMiddleOfAPageGoesOnWithTheNextRecord(int limit) throws Exception {
        IntStream.range(0, 9).forEach(i -> account.contact("N" + i));
        account.follow(CONTACTS + "&perPage=4&maxMessagesPerPoll=" + limit);
        SuspendableService consumer =
                (SuspendableService) account.context().getRoute("follow").getConsumer();
        account.failOn(exchange -> {
            consumer.suspend();
            return false;
        });

        for (int records = 1; records <= 9; records++) {
            account.poll();
            assertThat(account.names()).hasSize(records);
            consumer.resume();
        }
        account.pollAfter(MINUTE);

        assertThat(account.names()).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void strangeCursorIsNotOverwritten() throws Exception {
        account.repository.setState(key(), "{\"version\":9}");

        account.follow(CONTACTS);

        assertThatThrownBy(account::poll).hasMessageContaining("its version is not 1");
        assertThat(account.repository.getState(key())).isEqualTo("{\"version\":9}");
    }
}
