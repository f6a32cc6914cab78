package io.github.camelfreshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.GeneratedRecords;
import io.github.camelfreshsales.simulator.store.RecordStore;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.StoredDocument;
import io.github.camelfreshsales.simulator.store.StoredRecord;
import io.github.camelfreshsales.simulator.store.Views;
import io.github.camelfreshsales.simulator.web.Answer;
import io.github.camelfreshsales.simulator.web.ApiRequest;
import io.github.camelfreshsales.simulator.web.Json;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
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
    private final WireMockServer wireMock;
    private volatile Running running;

    /** One account with the handlers around it; a reset replaces both. */
    private record Running(CrmAccount account, ScriptedTrouble trouble, RequestCounter requests) {}

    FreshsalesSimulator(FreshsalesSimulatorBuilder options) {
        this.options = options;
        this.running = newAccount();
        this.wireMock = new WireMockServer(options.wireMock().extensions(new WireMockBridge(this::handle)));
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
        return running.requests().total();
    }

    /**
     * How many requests of one kind came.
     *
     * @param path path below the API root, ids written as {@code {id}}: {@code contacts/{id}}
     */
    public long requestCount(String method, String path) {
        return running.requests().of(method, path);
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
        RecordStore store = store(resource);
        return (int) Arrays.stream(store.ids())
                .filter(id -> store.find(id).filter(record -> !record.deleted()).isPresent())
                .count();
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
        account().customFields().define(resource, name, label, type, false, choices);
    }

    /** The id that an item of a selector has, such as stage "Won" of {@code deal_stages}. */
    public long selectorId(String selector, String name) {
        for (var item : account().selectors().items(selector).orElseThrow()) {
            String label = item.path("name")
                    .asText(item.path("display_name")
                            .asText(item.path("currency_code").asText()));
            if (label.equals(name)) {
                return item.get("id").asLong();
            }
        }
        throw new NoSuchElementException("No " + name + " in " + selector);
    }

    /** Forgets records, scripts, switches, stubs and the journal; ids begin anew. */
    public void reset() {
        running = newAccount();
        wireMock.resetAll();
        options.prepare(this);
    }

    @Override
    public void close() {
        wireMock.stop();
    }

    private Answer handle(ApiRequest request) {
        return running.requests().handle(request);
    }

    private Running newAccount() {
        CrmAccount account = new CrmAccount(options.accountSettings());
        // A quota of requests belongs between the script and the account: a handler around FreshsalesApi.
        ScriptedTrouble trouble = new ScriptedTrouble(new FreshsalesApi(account, options.authentication()));
        RequestCounter requests = new RequestCounter(trouble, account.settings().apiRoot());
        return new Running(account, trouble, requests);
    }

    private CrmAccount account() {
        return running.account();
    }

    private ResourceType type(String resource) {
        return account()
                .type(resource)
                .orElseThrow(() -> new IllegalArgumentException("No resource " + resource + " in this account"));
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
