// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import io.github.camelfreshsales.simulator.FreshsalesSimulatorExtension;
import io.github.camelfreshsales.simulator.Trouble;
import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation with everything that can go wrong with its request, once and for ever: how often the service saw the
 * call, how often it carried it out, and what the route was told. Nothing is stored twice, and nothing that is stored is
 * called lost.
 */
class FaultMatrixTest {

    /** What the contract says of a request that met a fault. */
    private enum Fate {
        /** It is repeated, up to maxRetries; when that does not help, the route may send it again. */
        AGAIN,
        /** It is not repeated, since nobody knows whether it was carried out; the route is told so. */
        UNKNOWN,
        /** It was not carried out and cannot be repeated now; the route may send it again later. */
        LATER,
        /** It was refused, and would be the next time. */
        NO
    }

    private enum Kind {
        READ,
        /** Does no harm twice. */
        WRITE,
        /** The same, and refused with 405 while the jobs are busy. */
        BULK,
        /** Would store a second record. */
        ONCE,
        /** The same with a body that can be read only once. */
        STREAM
    }

    /** fault | status | carried out | read | write | bulk | once | stream */
    private static final String PROMISES = """
            refused                             | 0   | no  | again | again | again | again   | again
            reset before it was carried out     | 0   | no  | again | again | again | unknown | unknown
            reset after it was carried out      | 0   | yes | again | again | again | unknown | unknown
            closed after it was carried out     | 0   | yes | again | again | again | unknown | unknown
            timeout after it was carried out    | 0   | yes | again | again | again | unknown | unknown
            408                                 | 408 | no  | again | again | again | unknown | unknown
            500                                 | 500 | no  | again | again | again | unknown | unknown
            502                                 | 502 | no  | again | again | again | unknown | unknown
            503                                 | 503 | no  | again | again | again | unknown | unknown
            503 after it was carried out        | 503 | yes | again | again | again | unknown | unknown
            504                                 | 504 | no  | again | again | again | unknown | unknown
            429                                 | 429 | no  | again | again | again | again   | later
            429, Retry-After small              | 429 | no  | again | again | again | again   | later
            429, Retry-After huge               | 429 | no  | later | later | later | later   | later
            429, Retry-After a date in the past | 429 | no  | again | again | again | again   | later
            429, Retry-After a date far off     | 429 | no  | later | later | later | later   | later
            429, Retry-After broken             | 429 | no  | again | again | again | again   | later
            405                                 | 405 | no  | no    | no    | again | no      | no
            """;

    private record Fault(String name, int status, boolean carriedOut, Map<Kind, Fate> fates) {

        static Fault of(String line) {
            String[] cells = line.trim().split("\\s*\\|\\s*");
            return new Fault(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    cells[2].equals("yes"),
                    Map.of(
                            Kind.READ, fate(cells[3]),
                            Kind.WRITE, fate(cells[4]),
                            Kind.BULK, fate(cells[5]),
                            Kind.ONCE, fate(cells[6]),
                            Kind.STREAM, fate(cells[7])));
        }

        private static Fate fate(String word) {
            return Fate.valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }

        boolean is(String start) {
            return name.startsWith(start);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * An operation.
     *
     * @param uri    with places for ids
     * @param method the request that meets the fault
     * @param body   what is sent
     * @param done   how often the operation has taken effect; null for reads
     */
    private record Row(
            Kind kind,
            String uri,
            String method,
            String path,
            Function<FaultMatrixTest, Object> body,
            ToLongFunction<FaultMatrixTest> done) {

        @Override
        public String toString() {
            return uri;
        }
    }

    private static Row read(String uri, String call) {
        return row(Kind.READ, uri, call, test -> null, null);
    }

    private static Row row(
            Kind kind,
            String uri,
            String call,
            Function<FaultMatrixTest, Object> body,
            ToLongFunction<FaultMatrixTest> done) {
        String[] words = call.split(" ");
        return new Row(kind, uri, words[0], words[1], body, done);
    }

    private static final Map<String, Object> NEW = Map.of("last_name", "New", "email", "new@example.test");
    private static final Map<String, Object> OSLO = Map.of("city", "Oslo");
    private static final String CONTACTS = "?resourceType=contacts";
    private static final String CONTACT = CONTACTS + "&recordId={contact}";

    private static final List<Row> ROWS = List.of(
            read("get" + CONTACT, "GET contacts/{id}"),
            read("list" + CONTACTS + "&viewId={view}", "GET contacts/view/{id}"),
            read("list" + CONTACTS + "&viewId={view}&fetch=all", "GET contacts/view/{id}"),
            read("list" + CONTACTS + "&viewId={view}&fetch=stream", "GET contacts/view/{id}"),
            read("list" + CONTACTS + "&listId={members}", "GET contacts/lists/{id}"),
            read("list?resourceType=tasks", "GET tasks"),
            read("views" + CONTACTS, "GET contacts/filters"),
            read("fields" + CONTACTS, "GET settings/contacts/fields"),
            read("schema" + CONTACTS, "GET settings/contacts/fields"),
            read("search?query=Moss", "GET search"),
            read("lookup?query=moss@example.test", "GET lookup"),
            row(
                    Kind.READ,
                    "filteredSearch" + CONTACTS,
                    "POST filtered_search/contact",
                    test -> Map.of("attribute", "city", "operator", "is", "value", "Oslo"),
                    null),
            read("related" + CONTACT + "&relation=notes", "GET contacts/{id}/notes"),
            read("selector?selectorName=owners", "GET selector/owners"),
            read("jobStatus?jobId={job}", "GET job_statuses/{id}"),
            read("request?path=contacts/{contact}", "GET contacts/{id}"),
            read("ping", "GET contacts/filters"),
            row(Kind.WRITE, "update" + CONTACT, "PUT contacts/{id}", test -> OSLO, FaultMatrixTest::moved),
            row(Kind.WRITE, "upsert" + CONTACTS, "POST contacts/upsert", test -> NEW, added("contacts")),
            row(
                    Kind.WRITE,
                    "upsert" + CONTACTS + "&uniqueIdentifier=id",
                    "POST contacts/upsert",
                    test -> Map.of("id", test.contact, "city", "Oslo"),
                    FaultMatrixTest::moved),
            row(Kind.WRITE, "delete" + CONTACT, "DELETE contacts/{id}", test -> null, FaultMatrixTest::deleted),
            row(Kind.WRITE, "forget" + CONTACT, "DELETE contacts/{id}/forget", test -> null, FaultMatrixTest::gone),
            row(
                    Kind.WRITE,
                    "restore?resourceType=products&recordId={product}",
                    "PUT cpq/products/{id}/restore",
                    test -> null,
                    added("products")),
            row(
                    Kind.WRITE,
                    "addToList?listId={list}",
                    "PUT lists/{id}/add_contacts",
                    test -> test.contact,
                    FaultMatrixTest::onList),
            row(
                    Kind.WRITE,
                    "moveToList?listId={list}&fromListId={members}",
                    "PUT lists/{id}/move_contacts",
                    test -> test.contact,
                    FaultMatrixTest::onList),
            row(
                    Kind.WRITE,
                    "removeFromList?listId={members}",
                    "PUT lists/{id}/remove_contacts",
                    test -> test.contact,
                    FaultMatrixTest::offList),
            row(
                    Kind.WRITE,
                    "request?method=PUT&path=contacts/{contact}",
                    "PUT contacts/{id}",
                    test -> Map.of("contact", OSLO),
                    FaultMatrixTest::moved),
            row(
                    Kind.WRITE,
                    "request?method=DELETE&path=contacts/{contact}",
                    "DELETE contacts/{id}",
                    test -> null,
                    FaultMatrixTest::deleted),
            row(
                    Kind.WRITE,
                    "request?repeatable=true&path=contacts/upsert",
                    "POST contacts/upsert",
                    test -> Map.of("unique_identifier", Map.of("emails", "new@example.test"), "contact", NEW),
                    added("contacts")),
            row(
                    Kind.BULK,
                    "bulkUpsert" + CONTACTS,
                    "POST contacts/bulk_upsert",
                    test -> List.of(NEW),
                    added("contacts")),
            row(
                    Kind.BULK,
                    "create" + CONTACTS + "&batchMode=true",
                    "POST contacts/bulk_upsert",
                    test -> List.of(NEW),
                    added("contacts")),
            row(
                    Kind.BULK,
                    "upsert" + CONTACTS + "&batchMode=true",
                    "POST contacts/bulk_upsert",
                    test -> List.of(NEW),
                    added("contacts")),
            row(
                    Kind.BULK,
                    "update" + CONTACTS + "&batchMode=true",
                    "POST contacts/bulk_upsert",
                    test -> List.of(Map.of("id", test.contact, "city", "Oslo")),
                    FaultMatrixTest::moved),
            row(
                    Kind.BULK,
                    "delete" + CONTACTS + "&batchMode=true",
                    "POST contacts/bulk_destroy",
                    test -> List.of(test.contact),
                    FaultMatrixTest::deleted),
            row(
                    Kind.BULK,
                    "bulkDelete" + CONTACTS,
                    "POST contacts/bulk_destroy",
                    test -> List.of(test.contact),
                    FaultMatrixTest::deleted),
            row(
                    Kind.BULK,
                    "bulkAssignOwner" + CONTACTS + "&ownerId={owner}",
                    "POST contacts/bulk_assign_owner",
                    test -> test.contact,
                    FaultMatrixTest::assigned),
            row(Kind.ONCE, "create" + CONTACTS, "POST contacts", test -> NEW, added("contacts")),
            row(
                    Kind.ONCE,
                    "create?resourceType=deals",
                    "POST deals",
                    test -> Map.of("name", "Pumps", "amount", 1),
                    added("deals")),
            row(
                    Kind.ONCE,
                    "create?resourceType=notes",
                    "POST notes",
                    test -> Map.of("description", "x", "targetable_type", "Contact", "targetable_id", test.contact),
                    added("notes")),
            row(
                    Kind.ONCE,
                    "create?resourceType=document_links",
                    "POST document_links",
                    test -> Map.of(
                            "url", "https://x.test", "targetable_type", "Contact", "targetable_id", test.contact),
                    FaultMatrixTest::attached),
            row(Kind.ONCE, "clone" + CONTACT, "POST contacts/{id}/clone", test -> null, added("contacts")),
            row(
                    Kind.ONCE,
                    "convert?resourceType=leads&recordId={lead}",
                    "POST leads/{id}/convert",
                    test -> null,
                    added("contacts")),
            row(
                    Kind.ONCE,
                    "upload?targetType=Contact&targetId={contact}&fileName=a.txt",
                    "POST documents",
                    test -> new byte[] {1},
                    FaultMatrixTest::attached),
            row(Kind.ONCE, "request?path=contacts", "POST contacts", test -> Map.of("contact", NEW), added("contacts")),
            row(
                    Kind.STREAM,
                    "upload?targetType=Contact&targetId={contact}&fileName=stream.txt",
                    "POST documents",
                    test -> new ByteArrayInputStream(new byte[] {1}),
                    FaultMatrixTest::attached));

    static Stream<Arguments> cells() {
        return PROMISES.lines().map(Fault::of).flatMap(fault -> ROWS.stream().flatMap(row -> {
            boolean worthForEver = fault.fates().get(row.kind()) == Fate.AGAIN && !fault.is("timeout");
            return Stream.of(false, true)
                    .filter(forever -> !forever || worthForEver)
                    .map(forever -> Arguments.of(fault, row, forever));
        }));
    }

    private static final int MAX_RETRIES = 3;

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().classic(true));

    private static final AtomicLong REFUSALS = new AtomicLong();
    private static final AtomicLong SHORT_WAITS = new AtomicLong();
    private static DefaultCamelContext context;
    private static CloseableHttpClient client;

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    /** Each cell has its own, since an account remembers a 429. */
    private FreshsalesComponent component;

    private long contact;
    private long list;
    private long members;

    @BeforeAll
    static void startContext() {
        context = new TestContext();
        context.start();
        client = HttpClientBuilder.create()
                .disableAutomaticRetries()
                .addExecInterceptorFirst("trouble", (request, scope, chain) -> {
                    if (REFUSALS.getAndDecrement() > 0) {
                        throw new ConnectException("Connection refused");
                    }
                    if (SHORT_WAITS.getAndDecrement() > 0) {
                        scope.clientContext.setRequestConfig(RequestConfig.custom()
                                .setResponseTimeout(20, TimeUnit.MILLISECONDS)
                                .build());
                    }
                    return chain.proceed(request, scope);
                })
                .build();
    }

    @AfterAll
    static void stopContext() throws Exception {
        context.close();
        client.close();
    }

    @BeforeEach
    void startComponent() {
        component = new FreshsalesComponent(context);
        component.setHttpClient(client);
        FreshsalesConfiguration options = component.getConfiguration();
        options.setDomain(simulator.domain());
        options.setApiKey(simulator.apiKey());
        options.setMaxRetries(MAX_RETRIES);
        options.setRetryDelay(1);
        options.setMaxRetryDelay(1);
        options.setJobPollInterval(100);
        component.start();
        simulator.jobsTakeLooks(0);
        contact = simulator.seed("contacts", Map.of("last_name", "Moss", "email", "moss@example.test"));
        list = simulator.seed("lists", Map.of("name", "News"));
        members = simulator.seed("lists", Map.of("name", "Members"));
    }

    @AfterEach
    void stopComponent() {
        REFUSALS.set(0);
        SHORT_WAITS.set(0);
        component.stop();
    }

    @Test
    void everyOperationHasARow() {
        Set<FreshsalesOperation> tested = EnumSet.noneOf(FreshsalesOperation.class);

        ROWS.forEach(row -> tested.add(FreshsalesOperation.of(row.uri().split("\\?")[0])));

        // changes starts a route; ChangesTest is about its faults
        assertThat(tested).isEqualTo(EnumSet.complementOf(EnumSet.of(FreshsalesOperation.changes)));
    }

    @ParameterizedTest(name = "{1}: {0}, for ever {2}")
    @MethodSource("cells")
    void operationMeetsAFault(Fault fault, Row row, boolean forever) throws Exception {
        Endpoint endpoint = component.createEndpoint("freshsales:" + filled(row.uri()));
        Object body = row.body().apply(this);
        long requestsBefore = simulator.requestCount(row.method(), row.path());
        long processedBefore = simulator.processedCount(row.method(), row.path());
        long doneBefore = row.done() == null ? 0 : row.done().applyAsLong(this);
        strike(fault, row, forever);

        Exchange exchange = send(endpoint, body);

        Fate fate = fault.fates().get(row.kind());
        boolean repeated = fate == Fate.AGAIN;
        boolean succeeds = repeated && !forever;
        int requests = !repeated ? 1 : forever ? MAX_RETRIES + 1 : 2;
        int refused = !fault.is("refused") ? 0 : forever ? requests : 1;
        int carriedOut = (fault.carriedOut() ? forever ? requests : 1 : 0) + (succeeds ? 1 : 0);
        boolean thenFindsNothing = row.method().equals("DELETE");
        int processed = thenFindsNothing ? Math.min(1, carriedOut) : carriedOut;
        if (fault.is("timeout")) {
            // the request that was given up may arrive later than the next one
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> simulator.requestCount(row.method(), row.path()) - requestsBefore == requests
                            && simulator.processedCount(row.method(), row.path()) - processedBefore == processed);
        }
        assertThat(simulator.requestCount(row.method(), row.path()) - requestsBefore)
                .as("requests that arrived")
                .isEqualTo(requests - refused);
        assertThat(simulator.processedCount(row.method(), row.path()) - processedBefore)
                .as("requests that were carried out")
                .isEqualTo(processed);
        if (row.done() != null) {
            assertThat(row.done().applyAsLong(this) - doneBefore)
                    .as("times it took effect")
                    .isEqualTo(Math.min(1, carriedOut));
        }
        if (succeeds) {
            assertSucceeded(exchange, row, requests);
        } else if (row.uri().equals("ping") && fault.status() > 0) {
            assertThat(exchange.getMessage().getBody(Map.class))
                    .containsEntry("ok", false)
                    .containsEntry("status", fault.status());
        } else {
            assertFailed(exchange, fault, fate, requests, row.kind() == Kind.STREAM);
        }
    }

    private void strike(Fault fault, Row row, boolean forever) {
        if (fault.is("refused")) {
            REFUSALS.set(forever ? Long.MAX_VALUE : 1);
            return;
        }
        Trouble trouble = simulator.trouble().on(row.method(), row.path().replace("{id}", "*"));
        step(fault).accept(trouble);
        if (fault.carriedOut()) {
            trouble.afterProcessing();
        }
        if (forever) {
            trouble.forever();
        }
    }

    private static Consumer<Trouble> step(Fault fault) {
        return switch (fault.name().replaceFirst(" (before|after) it was carried out", "")) {
            case "reset" -> Trouble::dropConnection;
            case "closed" -> Trouble::emptyResponse;
            case "timeout" ->
                trouble -> {
                    SHORT_WAITS.set(1);
                    trouble.delay(Duration.ofSeconds(1));
                };
            case "429, Retry-After small" -> trouble -> trouble.answer(429).retryAfter("0");
            case "429, Retry-After huge" -> trouble -> trouble.answer(429).retryAfter("86400");
            case "429, Retry-After a date in the past" ->
                trouble -> trouble.answer(429).retryAfter("Thu, 5 Mar 2026 09:00:00 GMT");
            case "429, Retry-After a date far off" ->
                trouble -> trouble.answer(429).retryAfter("Fri, 5 Mar 2100 09:00:00 GMT");
            case "429, Retry-After broken" -> trouble -> trouble.answer(429).retryAfter("later");
            default -> trouble -> trouble.answer(fault.status());
        };
    }

    private static void assertSucceeded(Exchange exchange, Row row, int requests) {
        assertThat(exchange.getException()).isNull();
        Integer attempts = exchange.getMessage().getHeader(FreshsalesConstants.ATTEMPTS, Integer.class);
        int looksAtTheJob = row.path().endsWith("bulk_upsert") ? 1 : 0;
        assertThat(attempts).isEqualTo(requests + looksAtTheJob);
        if (row.uri().equals("ping")) {
            assertThat(exchange.getMessage().getBody(Map.class)).containsEntry("ok", true);
        }
    }

    private static void assertFailed(Exchange exchange, Fault fault, Fate fate, int requests, boolean isStream) {
        assertThat(exchange.getException()).isInstanceOf(FreshsalesException.class);
        FreshsalesException e = (FreshsalesException) exchange.getException();
        assertThat(e.getStatus()).isEqualTo(fault.status());
        // a stream has been read by then, so the same message would send nothing
        assertThat(e.isRetryable()).as("retryable").isEqualTo(!isStream && (fate == Fate.AGAIN || fate == Fate.LATER));
        assertThat(e.isOutcomeUnknown()).as("outcome unknown").isEqualTo(fate == Fate.UNKNOWN);
        assertThat(e.getSuppressed()).as("earlier attempts").hasSize(requests - 1);
        if (fault.is("429, Retry-After huge")) {
            assertThat(e.getRetryAfter()).isEqualTo(Duration.ofDays(1));
        } else if (fault.is("429, Retry-After a date far off")) {
            assertThat(e.getRetryAfter()).isGreaterThan(Duration.ofDays(365));
        } else if (fault.is("429, Retry-After small") || fault.is("429, Retry-After a date in the past")) {
            assertThat(e.getRetryAfter()).isZero();
        } else {
            assertThat(e.getRetryAfter()).isNull();
        }
    }

    private static Exchange send(Endpoint endpoint, Object body) throws Exception {
        endpoint.start();
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(body);
        try (Producer producer = endpoint.createProducer()) {
            producer.start();
            producer.process(exchange);
        } catch (FreshsalesException e) {
            exchange.setException(e);
        }
        return exchange;
    }

    // --- the records that there are, and what became of them

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private String filled(String uri) throws Exception {
        StringBuilder filled = new StringBuilder();
        var place = PLACE.matcher(uri);
        while (place.find()) {
            place.appendReplacement(filled, String.valueOf(idOf(place.group(1))));
        }
        return place.appendTail(filled).toString();
    }

    private Object idOf(String name) throws Exception {
        return switch (name) {
            case "contact" -> contact;
            case "list" -> list;
            case "members" -> {
                send(component.createEndpoint("freshsales:addToList?listId=" + members), contact);
                yield members;
            }
            case "lead" -> simulator.seed("leads", Map.of("last_name", "Lee"));
            case "product" -> simulator.seed("products", Map.of("name", "Pump", "is_deleted", true));
            case "view" -> simulator.viewId("contacts", "All Contacts");
            case "owner" -> simulator.selectorId("owners", "Ben Okafor");
            case "job" ->
                send(component.createEndpoint("freshsales:bulkUpsert" + CONTACTS + "&waitForJob=false"), List.of(NEW))
                        .getMessage()
                        .getHeader(FreshsalesConstants.JOB_ID);
            default -> throw new AssertionError(name);
        };
    }

    private static ToLongFunction<FaultMatrixTest> added(String resource) {
        return test -> test.simulator.count(resource);
    }

    private static long moved(FaultMatrixTest test) {
        return "Oslo".equals(test.simulator.record("contacts", test.contact).get("city")) ? 1 : 0;
    }

    private static long assigned(FaultMatrixTest test) {
        long ben = test.simulator.selectorId("owners", "Ben Okafor");
        return Long.valueOf(ben)
                        .equals(test.simulator.record("contacts", test.contact).get("owner_id"))
                ? 1
                : 0;
    }

    private static long deleted(FaultMatrixTest test) {
        return test.simulator.deletedRecords("contacts").size();
    }

    private static long gone(FaultMatrixTest test) {
        return test.simulator.find("contacts", test.contact).isEmpty() ? 1 : 0;
    }

    private static long onList(FaultMatrixTest test) {
        return test.simulator.contactsOnList(test.list).size();
    }

    private static long offList(FaultMatrixTest test) {
        return -test.simulator.contactsOnList(test.members).size();
    }

    private static long attached(FaultMatrixTest test) {
        return test.simulator.documents().size();
    }
}
