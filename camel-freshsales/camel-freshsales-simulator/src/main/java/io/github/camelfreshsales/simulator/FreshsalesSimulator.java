// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.camelfreshsales.simulator.control.ControlApi;
import io.github.camelfreshsales.simulator.control.FrontDoor;
import io.github.camelfreshsales.simulator.control.Nearest;
import io.github.camelfreshsales.simulator.control.SiteGuard;
import io.github.camelfreshsales.simulator.state.StateFile;
import io.github.camelfreshsales.simulator.state.StateReader;
import io.github.camelfreshsales.simulator.state.StateWriter;
import io.github.camelfreshsales.simulator.state.Surroundings;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.FieldDefinition;
import io.github.camelfreshsales.simulator.store.GeneratedRecords;
import io.github.camelfreshsales.simulator.store.Job;
import io.github.camelfreshsales.simulator.store.JobSettings;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.Sort;
import io.github.camelfreshsales.simulator.store.StoredDocument;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.store.Views;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Authentication;
import io.github.camelfreshsales.simulator.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * A Freshsales account with state, on a port of this machine. It behaves as far as the API is known, starts empty but for
 * users, stages and views, and forgets everything when it is reset or closed.
 */
public final class FreshsalesSimulator implements AutoCloseable {

    /** Password of the trust store. */
    public static final String TRUST_STORE_PASSWORD = Certificates.PASSWORD;

    /** Class path resource with a PKCS12 trust store for a simulator that speaks https. */
    public static final String TRUST_STORE_RESOURCE = Certificates.TRUST_STORE;

    private final FreshsalesSimulatorBuilder options;
    private final MovableClock clock;
    private final WireMockServer wireMock;
    private volatile Running running;

    /** One account with the handlers around it; a reset replaces both. */
    private record Running(
            CrmAccount account,
            Authentication authentication,
            RequestQuota quota,
            ScriptedTrouble trouble,
            RequestCounter arrived,
            RequestCounter processed) {}

    FreshsalesSimulator(FreshsalesSimulatorBuilder options) {
        this.options = options;
        this.clock = new MovableClock(options.clock());
        this.running = newAccount();
        FrontDoor frontDoor = new FrontDoor(
                new SiteGuard(options.allowedHosts()), new ControlApi(this, this::account), this::bringStubBack);
        this.wireMock = new WireMockServer(options.wireMock(frontDoor).extensions(new WireMockBridge(this::handle)));
        wireMock.start();
        options.prepare(this);
    }

    /** Starts one with every option at its default. */
    public static FreshsalesSimulator start() {
        return builder().start();
    }

    public static FreshsalesSimulatorBuilder builder() {
        return new FreshsalesSimulatorBuilder();
    }

    /** Scheme, host and port. */
    public String baseUrl() {
        return wireMock.baseUrl();
    }

    /** The page that shows the account to people. */
    public String pageUrl() {
        return baseUrl() + "/";
    }

    /** What goes into the {@code domain} option of a Freshsales endpoint. */
    public String domain() {
        return baseUrl() + account().settings().uiRoot();
    }

    /** Where the paths of the API begin. */
    public String apiRoot() {
        return baseUrl() + account().settings().apiRoot();
    }

    public int port() {
        return options.isHttps() ? wireMock.httpsPort() : wireMock.port();
    }

    /** A key that may do everything. */
    public String apiKey() {
        return options.firstApiKey();
    }

    /**
     * One more key that may do everything, until the next reset. What a client has learned about an account, such as its
     * quota, it may keep for the key; a new key begins anew.
     */
    public String newApiKey() {
        String key = "simulator-key-" + UUID.randomUUID();
        running.authentication().grant(key);
        return key;
    }

    /** A key whose user may read metadata but no records. */
    public String restrictedKey() {
        return options.firstRestrictedKey();
    }

    /** The server below, for its journal, verification and stubs; a stub of your own wins over the simulator. */
    public WireMockServer wireMock() {
        return wireMock;
    }

    /** Trusts the certificate of a simulator that speaks https. */
    public KeyStore trustStore() {
        return Certificates.trustStore();
    }

    /** Trusts the certificate of a simulator that speaks https. */
    public SSLContext sslContext() {
        return Certificates.sslContext();
    }

    /** Begins a script of what goes wrong next. */
    public Trouble trouble() {
        return running.trouble().newScript();
    }

    /** The scripts that still have something to do, those that came over HTTP included. */
    public List<Trouble> pendingTrouble() {
        return running.trouble().pending();
    }

    /** Ends all scripts. */
    public FreshsalesSimulator withdrawTrouble() {
        running.trouble().withdrawAll();
        return this;
    }

    /** Which behaviour is on. */
    public Switches switches() {
        return account().switches();
    }

    /** Turns behaviour on until the next reset. */
    public FreshsalesSimulator turnOn(Switch... switches) {
        account().change(old -> old.plus(Arrays.asList(switches)));
        return this;
    }

    /** Turns behaviour off until the next reset. */
    public FreshsalesSimulator turnOff(Switch... switches) {
        account().change(old -> old.minus(Arrays.asList(switches)));
        return this;
    }

    /** How many requests came since the start or the last reset, however small the journal is. */
    public long requestCount() {
        return running.arrived().total();
    }

    /**
     * How many requests of one kind came.
     *
     * @param path path below the API root, ids written as {@code {id}}: {@code contacts/{id}}
     */
    public long requestCount(String method, String path) {
        return running.arrived().of(method, path);
    }

    /**
     * How many requests the account carried out since the start or the last reset: it answered them with 2xx, whether or
     * not the answer got through.
     */
    public long processedCount() {
        return running.processed().total();
    }

    /**
     * How many requests of one kind the account carried out.
     *
     * @param path path below the API root, ids written as {@code {id}}: {@code contacts/{id}}
     */
    public long processedCount(String method, String path) {
        return running.processed().of(method, path);
    }

    /** All jobs, oldest first. Asking for them here is no look. */
    public List<Job> jobs() {
        return account().jobs().all(account());
    }

    /** Jobs end at their first look after that many looks that find them under way, instead of by time. */
    public FreshsalesSimulator jobsTakeLooks(int looks) {
        return changeJobs(old -> old.takingLooks(looks));
    }

    /** Every job takes so long by the clock; zero ends it at once. */
    public FreshsalesSimulator jobsTake(Duration time) {
        return jobsTake(job -> time);
    }

    /** Jobs take these times by the clock, one after the other, and then from the first one again. */
    public FreshsalesSimulator jobsTakeInTurn(Duration first, Duration... more) {
        List<Duration> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return changeJobs(old -> old.taking(all));
    }

    /**
     * How long a job takes by the clock.
     *
     * @param time is asked when a job begins, with how many were before it
     */
    public FreshsalesSimulator jobsTake(LongFunction<Duration> time) {
        return changeJobs(old -> old.taking(time));
    }

    /** The status of a job under way, and of one that has ended. */
    public FreshsalesSimulator jobWords(String running, String finished) {
        return changeJobs(old -> old.withWords(running, finished));
    }

    /** How jobs report items that failed. */
    public FreshsalesSimulator failureReport(FailureReportForm form) {
        return changeJobs(old -> old.withReport(form));
    }

    /**
     * Makes items of bulk upserts fail, until the next reset.
     *
     * @param condition is asked with the item as it was sent: the identifier and {@code data}
     */
    public FreshsalesSimulator failBulkItem(Predicate<Map<String, Object>> condition, String message) {
        account().jobs().fail(condition, message);
        return this;
    }

    /** Items of all bulk upserts that were taken, whatever became of them. */
    public long bulkItemsReceived() {
        return account().jobs().itemsReceived();
    }

    /** Items of bulk upserts that made or changed a record. */
    public long bulkItemsStored() {
        return account().jobs().itemsStored();
    }

    /** So long after its last change a record is not found by filtered search, by the clock; until the next reset. */
    public FreshsalesSimulator searchLag(Duration lag) {
        account().searchLag(lag);
        return this;
    }

    /** Limits the requests of the account from now on; nothing counts as used, and 0 means no limit. */
    public FreshsalesSimulator setQuota(long perHour, long perMinute) {
        running.quota().restart(old -> old.limitedTo(perHour, perMinute));
        return this;
    }

    /** How the quota stands, the hour first; empty without one. */
    public List<QuotaWindow> quotaWindows() {
        return running.quota().current();
    }

    /** Uses up requests of the quota without making any; more than are left use up what is left. */
    public FreshsalesSimulator useQuota(long requests) {
        running.quota().use(requests);
        return this;
    }

    /** How the quota counts its hour and its minute; nothing counts as used. */
    public FreshsalesSimulator quotaWindows(QuotaWindows form) {
        running.quota().restart(old -> old.with(form));
        return this;
    }

    /** How answers say when a window of the quota ends. */
    public FreshsalesSimulator rateLimitReset(RateLimitReset form) {
        running.quota().change(old -> old.with(form));
        return this;
    }

    /** What {@code Retry-After} says when the quota is used up. */
    public FreshsalesSimulator retryAfter(RetryAfterForm form) {
        running.quota().change(old -> old.with(form));
        return this;
    }

    /** How many requests were refused because the quota was used up. */
    public long quotaExceededCount() {
        return running.quota().refused();
    }

    /** How many requests the quota still allows now; {@link Long#MAX_VALUE} without one. */
    public long quotaRemaining() {
        return running.quota().remaining();
    }

    /** The live records of a resource, oldest first, with all their attributes. */
    public List<Map<String, Object>> records(String resource) {
        return recordsWhere(resource, record -> !record.deleted());
    }

    /** The records in the Recycle Bin. */
    public List<Map<String, Object>> deletedRecords(String resource) {
        return recordsWhere(resource, StoredRecord::deleted);
    }

    /** One record with all its attributes, in the Recycle Bin or not. */
    public Map<String, Object> record(String resource, long id) {
        return find(resource, id).orElseThrow(() -> new NoSuchElementException("No " + resource + " with id " + id));
    }

    public Optional<Map<String, Object>> find(String resource, long id) {
        ResourceType type = type(resource);
        return store(resource).find(id).map(record -> asMap(type, record));
    }

    /** How many live records there are. */
    public int count(String resource) {
        return account().listings().live(type(resource), Sort.BY_ID).length;
    }

    /**
     * Puts a record in place. Nothing is mandatory, quirks do not apply, and {@code id}, {@code created_at},
     * {@code updated_at} and {@code is_deleted} may be given too.
     *
     * @return the record's id
     */
    public long seed(String resource, Map<String, ?> attributes) {
        ObjectNode body = (ObjectNode) Json.of(attributes);
        return account().writer().seed(type(resource), body).id();
    }

    /**
     * Changes a record without a request, in the Recycle Bin or not. Quirks do not apply; {@code updated_at} is the time of
     * the clock unless it is given.
     */
    public FreshsalesSimulator update(String resource, long id, Map<String, ?> attributes) {
        record(resource, id);
        account().writer().change(type(resource), id, (ObjectNode) Json.of(attributes));
        return this;
    }

    /** Moves a live record to the Recycle Bin without a request; where there is no bin, it is gone. */
    public FreshsalesSimulator delete(String resource, long id) {
        if ((boolean) record(resource, id).get("is_deleted")) {
            throw new NoSuchElementException("No live " + resource + " with id " + id);
        }
        account().writer().delete(type(resource), id);
        return this;
    }

    /** Removes a record for good without a request, in the Recycle Bin or not. */
    public FreshsalesSimulator forget(String resource, long id) {
        record(resource, id);
        store(resource).remove(id);
        return this;
    }

    /** Takes a record out of the Recycle Bin without a request, also where the API itself cannot. */
    public FreshsalesSimulator restore(String resource, long id) {
        if (!(boolean) record(resource, id).get("is_deleted")) {
            throw new NoSuchElementException("No " + resource + " with id " + id + " in the Recycle Bin");
        }
        account().writer().restore(type(resource), id);
        return this;
    }

    /**
     * Makes as many records as wanted without using memory for each. Record {@code n} of them is created {@code n} seconds
     * after the first instant of the block, which ends now.
     *
     * @return the first id; the others follow it
     */
    public long generate(String resource, int count) {
        CrmAccount account = account();
        ResourceType type = type(resource);
        long firstId = account.reserveIds(count);
        account.store(type.name())
                .add(new GeneratedRecords(type, firstId, count, account.now().minus(Duration.ofSeconds(count))));
        return firstId;
    }

    /** The time of the account. */
    public Instant now() {
        return clock.instant();
    }

    /** How far the time of the account is ahead of the clock that it was given. */
    public Duration clockAhead() {
        return clock.ahead();
    }

    /**
     * Moves the time of the account until the next reset, back if the time is negative. A {@link SimulatedClock} of yours is
     * moved itself.
     */
    public FreshsalesSimulator advanceClock(Duration time) {
        clock.advance(time);
        return this;
    }

    /** Writes the account as JSON: records, documents, lists, teams, fields, jobs, switches, quota and time. */
    public void save(OutputStream out) throws IOException {
        QuotaSettings quota = running.quota().settings();
        new StateWriter(account()).write(out, new Surroundings(clock.ahead(), quota.perHour(), quota.perMinute()));
    }

    /**
     * Replaces the account by a saved one; journal and stubs stay. Views that were added, and changes of built-in
     * fields, are not part of a state.
     *
     * @throws IllegalArgumentException if this is no state; nothing has changed then
     */
    public FreshsalesSimulator load(InputStream in) {
        CrmAccount account = new CrmAccount(options.accountSettings(clock));
        Surroundings around = new StateReader(account).read(in);
        Running loaded = runningOn(account);
        loaded.quota().restart(old -> old.limitedTo(around.perHour(), around.perMinute()));
        clock.restart();
        clock.advance(around.clockAhead());
        running = loaded;
        return this;
    }

    /** Saves into the file of the builder's {@code stateFile}; nothing happens without one. */
    public Optional<Path> save() throws IOException {
        if (options.stateFile().isEmpty()) {
            return Optional.empty();
        }
        StateFile file = options.stateFile().get();
        file.write(this::save);
        return Optional.of(file.path());
    }

    /** Files and links that were attached. */
    public List<StoredDocument> documents() {
        return account().documents().all();
    }

    /** The contacts on a marketing list. */
    public List<Long> contactsOnList(long list) {
        return account().memberships().contacts(list);
    }

    /** The views, to rename, add or remove some; a reset brings the usual ones back. */
    public Views views() {
        return account().views();
    }

    /** The id of a view by its name. */
    public long viewId(String resource, String name) {
        type(resource);
        return views().of(resource).stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No view " + name + " of " + resource))
                .id();
    }

    /** Adds a view that shows the live records which the condition holds for. */
    public long addView(String resource, String name, Predicate<Map<String, Object>> condition) {
        ResourceType type = type(resource);
        return views().add(resource, name, record -> !record.deleted() && condition.test(asMap(type, record)))
                .id();
    }

    /** Defines a custom field; with choices, other texts are ignored when written. */
    public void customField(String resource, String name, String label, String type, String... choices) {
        defineField(resource, FieldDefinition.of(name, label, type).withChoices(choices));
    }

    /**
     * Defines a custom field: required, read-only, hidden, with choices, as wanted.
     *
     * <pre>{@code
     * simulator.defineField("contacts", FieldDefinition.of("cf_region", "Region", "dropdown")
     *         .withChoices("North", "South").asRequired());
     * }</pre>
     */
    public FreshsalesSimulator defineField(String resource, FieldDefinition field) {
        account().fields().define(type(resource).name(), field);
        return this;
    }

    /**
     * Changes a field of a resource, custom or built in, as an administrator can: {@code changeField("contacts",
     * "lead_source_id", FieldDefinition::asHidden)}.
     */
    public FreshsalesSimulator changeField(String resource, String name, UnaryOperator<FieldDefinition> change) {
        account().fields().change(type(resource), name, change);
        return this;
    }

    /** The id that an item of a selector has, such as stage "Won" of {@code deal_stages}; the first one of that name. */
    public long selectorId(String selector, String name) {
        return account()
                .selectors()
                .named(selector, name)
                .orElseThrow(() -> new NoSuchElementException("No " + name + " in " + selector))
                .get("id")
                .asLong();
    }

    /** Adds an active user, whom records may have as their owner. */
    public long addUser(String displayName, String email) {
        return addSelectorItem("owners", Map.of("display_name", displayName, "email", email));
    }

    /** Adds a pipeline with its stages, which are all open. */
    public long addPipeline(String name, String... stages) {
        long pipeline = addSelectorItem("deal_pipelines", Map.of("name", name, "is_default", false));
        for (int at = 0; at < stages.length; at++) {
            addSelectorItem(
                    "deal_stages", Map.of("name", stages[at], "deal_pipeline_id", pipeline, "position", at + 1));
        }
        return pipeline;
    }

    /** Adds a stage at the end of a pipeline. */
    public long addDealStage(String pipeline, String name, int probability) {
        long id = selectorId("deal_pipelines", pipeline);
        int stages = account()
                .selectors()
                .where("deal_stages", "deal_pipeline_id", id)
                .size();
        return addSelectorItem(
                "deal_stages",
                Map.of("name", name, "deal_pipeline_id", id, "probability", probability, "position", stages + 1));
    }

    /** Adds a status to a lifecycle stage. */
    public long addContactStatus(String lifecycleStage, String name) {
        long stage = selectorId("lifecycle_stages", lifecycleStage);
        return addSelectorItem("contact_statuses", Map.of("name", name, "lifecycle_stage_id", stage));
    }

    /** Adds an item to a selector whose items have a name, such as {@code lead_sources} or {@code campaigns}. */
    public long addSelectorItem(String selector, String name) {
        return addSelectorItem(selector, Map.of("name", name));
    }

    /**
     * Adds an item to a selector. What is not given is as in the selector's first item.
     *
     * @return its id
     */
    public long addSelectorItem(String selector, Map<String, ?> attributes) {
        return account().selectors().add(selector, (ObjectNode) Json.of(attributes));
    }

    /** Takes the first item of that name out of a selector; records that refer to it keep its id. */
    public FreshsalesSimulator removeSelectorItem(String selector, String name) {
        account().selectors().remove(selector, selectorId(selector, name));
        return this;
    }

    /** Forgets records, scripts, switches, stubs and the journal; ids begin anew, and the clock was never moved. */
    public void reset() {
        clock.restart();
        running = newAccount();
        wireMock.resetAll();
        options.prepare(this);
    }

    @Override
    public void close() {
        wireMock.stop();
    }

    private ApiResponse handle(ApiRequest request) {
        Running current = running;
        current.arrived().count(request);
        return current.trouble().handle(request);
    }

    /** Nobody can take away, over WireMock's admin, what makes this a simulator. */
    private void bringStubBack() {
        if (wireMock.getSingleStubMapping(WireMockBridge.STUB) == null) {
            wireMock.addStubMapping(WireMockBridge.stub());
        }
    }

    private Running newAccount() {
        return runningOn(new CrmAccount(options.accountSettings(clock)));
    }

    private Running runningOn(CrmAccount account) {
        Authentication authentication = options.authentication();
        FreshsalesApi api = new FreshsalesApi(account, authentication);
        String root = account.settings().apiRoot();
        RequestCounter processed = new RequestCounter(root);
        RequestQuota quota = new RequestQuota(
                request -> counted(request, api.handle(request), processed),
                options.quotaSettings(),
                account.clock(),
                account::has);
        return new Running(
                account, authentication, quota, new ScriptedTrouble(quota), new RequestCounter(root), processed);
    }

    private static ApiResponse counted(ApiRequest request, ApiResponse answer, RequestCounter processed) {
        if (answer.isSuccess()) {
            processed.count(request);
        }
        return answer;
    }

    private FreshsalesSimulator changeJobs(UnaryOperator<JobSettings> change) {
        account().jobs().change(change);
        return this;
    }

    private CrmAccount account() {
        return running.account();
    }

    private ResourceType type(String resource) {
        return account()
                .type(resource)
                .orElseThrow(() -> new IllegalArgumentException("No resource " + resource + " in this account; "
                        + Nearest.hint(
                                resource,
                                account().types().stream()
                                        .map(ResourceType::name)
                                        .toList())));
    }

    private RecordStore store(String resource) {
        return account().store(type(resource).name());
    }

    private List<Map<String, Object>> recordsWhere(String resource, Predicate<StoredRecord> filter) {
        ResourceType type = type(resource);
        RecordStore store = store(resource);
        return Arrays.stream(store.ids())
                .mapToObj(store::find)
                .flatMap(Optional::stream)
                .filter(filter)
                .map(record -> asMap(type, record))
                .toList();
    }

    private Map<String, Object> asMap(ResourceType type, StoredRecord record) {
        return Json.toMap(account().view().renderAll(type, record));
    }
}
