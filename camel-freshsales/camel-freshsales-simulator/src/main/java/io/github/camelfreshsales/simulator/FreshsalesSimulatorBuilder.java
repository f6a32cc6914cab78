// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.camelfreshsales.simulator.control.FrontDoor;
import io.github.camelfreshsales.simulator.state.StateFile;
import io.github.camelfreshsales.simulator.store.AccountSettings;
import io.github.camelfreshsales.simulator.store.JobSettings;
import io.github.camelfreshsales.simulator.web.Authentication;
import io.github.camelfreshsales.simulator.web.Authentication.Access;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** Gathers what a simulator is to be like. Every option has a default. */
public final class FreshsalesSimulatorBuilder {

    private static final String DEFAULT_KEY = "simulator-key-1";
    private static final String DEFAULT_RESTRICTED_KEY = "simulator-restricted-key-1";

    private int port;
    private String bindAddress = "127.0.0.1";
    private boolean https;
    private boolean classic;
    private boolean gzip;
    private int journalLimit = 10_000;
    private long journalBytes = Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8);
    private int threads = 64;
    private long seed;
    private InstantSource clock = Clock.systemUTC();
    private Switches switches = Switches.none();
    private final List<String> customModules = new ArrayList<>();
    private final Map<String, List<String>> required = new HashMap<>();
    private final Map<String, Access> keys = new LinkedHashMap<>();
    private final Map<String, Access> accessTokens = new LinkedHashMap<>();
    private JobSettings jobs = JobSettings.DEFAULT;
    private boolean jobTimeIsGiven;
    private QuotaSettings quota = QuotaSettings.NONE;
    private Duration searchLag = Duration.ZERO;
    private boolean storesNothing;
    private StateFile stateFile;
    private final Set<String> allowedHosts = new LinkedHashSet<>();
    private Consumer<WireMockConfiguration> wireMockOptions = configuration -> {};
    private Consumer<FreshsalesSimulator> preparation = simulator -> {};

    FreshsalesSimulatorBuilder() {}

    /** Listens here; 0, the default, chooses a free port. */
    public FreshsalesSimulatorBuilder port(int value) {
        this.port = value;
        return this;
    }

    /** The address to listen on, the loopback one by default; {@code 0.0.0.0} lets other machines in. */
    public FreshsalesSimulatorBuilder bindAddress(String value) {
        this.bindAddress = value;
        return this;
    }

    /** Speaks https, and no http. */
    public FreshsalesSimulatorBuilder https(boolean value) {
        this.https = value;
        return this;
    }

    /** The older product: the root is {@code /api}, and there are leads. */
    public FreshsalesSimulatorBuilder classic(boolean value) {
        this.classic = value;
        return this;
    }

    /** Compresses answers when the client accepts that; off by default, as it takes time. */
    public FreshsalesSimulatorBuilder gzip(boolean value) {
        this.gzip = value;
        return this;
    }

    /** Adds keys that may do everything, instead of the default one. */
    public FreshsalesSimulatorBuilder apiKeys(String... values) {
        for (String value : values) {
            keys.put(value, Access.FULL);
        }
        return this;
    }

    /** Adds keys that may read metadata but no records, instead of the default one. */
    public FreshsalesSimulatorBuilder restrictedKeys(String... values) {
        for (String value : values) {
            keys.put(value, Access.NO_RECORDS);
        }
        return this;
    }

    /** Adds OAuth access tokens, which come as {@code Authtoken=}. There are none by default. */
    public FreshsalesSimulatorBuilder accessTokens(String... values) {
        for (String value : values) {
            accessTokens.put(value, Access.FULL);
        }
        return this;
    }

    /** Turns behaviour on for good; a reset comes back to it. */
    public FreshsalesSimulatorBuilder with(Switch... values) {
        this.switches = switches.plus(List.of(values));
        return this;
    }

    /** Where timestamps come from; a {@link SimulatedClock} can be moved. */
    public FreshsalesSimulatorBuilder clock(InstantSource value) {
        this.clock = value;
        return this;
    }

    /** Simulators with different seeds, 0 to 899, have no id in common. */
    public FreshsalesSimulatorBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    /** Defines custom modules, which also stand in the list of modules. Others can be used without that. */
    public FreshsalesSimulatorBuilder customModules(String... entities) {
        customModules.addAll(List.of(entities));
        return this;
    }

    /** Makes further attributes mandatory, as an administrator can. */
    public FreshsalesSimulatorBuilder requires(String resource, String... attributes) {
        required.put(resource, List.of(attributes));
        return this;
    }

    /** Jobs end at their first look after that many looks that find them under way, instead of by time. */
    public FreshsalesSimulatorBuilder jobsTakeLooks(int looks) {
        return jobsTakeTime(old -> old.takingLooks(looks));
    }

    /** Every job takes so long by the clock, 3 seconds by default; zero ends it at once. */
    public FreshsalesSimulatorBuilder jobsTake(Duration time) {
        return jobsTake(job -> time);
    }

    /** Jobs take these times by the clock, one after the other, and then from the first one again. */
    public FreshsalesSimulatorBuilder jobsTakeInTurn(Duration first, Duration... more) {
        List<Duration> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return jobsTakeTime(old -> old.taking(all));
    }

    /**
     * How long a job takes by the clock.
     *
     * @param time is asked when a job begins, with how many were before it
     */
    public FreshsalesSimulatorBuilder jobsTake(LongFunction<Duration> time) {
        return jobsTakeTime(old -> old.taking(time));
    }

    /** The status of a job under way and of one that has ended, {@code IN_PROGRESS} and {@code SUCCESS} by default. */
    public FreshsalesSimulatorBuilder jobWords(String running, String finished) {
        this.jobs = jobs.withWords(running, finished);
        return this;
    }

    /** How jobs report items that failed. */
    public FreshsalesSimulatorBuilder failureReport(FailureReportForm value) {
        this.jobs = jobs.withReport(value);
        return this;
    }

    /**
     * Limits the requests of the account in an hour and in a minute, 0 for no limit; there is none by default. By
     * default the windows begin at the top of the hour and of the minute of the {@link #clock}, see {@link #quotaWindows}.
     */
    public FreshsalesSimulatorBuilder quota(long perHour, long perMinute) {
        this.quota = quota.limitedTo(perHour, perMinute);
        return this;
    }

    /** Makes an hour of the quota so long, in whole seconds, for tests that have to see it pass. */
    public FreshsalesSimulatorBuilder quotaHour(Duration value) {
        this.quota = quota.with(value);
        return this;
    }

    /** How the quota counts its hour and its minute, {@link QuotaWindows#FIXED} by default. */
    public FreshsalesSimulatorBuilder quotaWindows(QuotaWindows value) {
        this.quota = quota.with(value);
        return this;
    }

    /** How answers say when a window of the quota ends. */
    public FreshsalesSimulatorBuilder rateLimitReset(RateLimitReset value) {
        this.quota = quota.with(value);
        return this;
    }

    /** What {@code Retry-After} says when the quota is used up; it is absent by default. */
    public FreshsalesSimulatorBuilder retryAfter(RetryAfterForm value) {
        this.quota = quota.with(value);
        return this;
    }

    /** So long after its last change a record is not found by filtered search, by the clock; zero by default. */
    public FreshsalesSimulatorBuilder searchLag(Duration value) {
        this.searchLag = value;
        return this;
    }

    /**
     * Checks, answers and counts what clients create and update, but keeps none of it, so that millions of records need
     * no memory. Seeded and generated records are there as usual.
     */
    public FreshsalesSimulatorBuilder storeNothing() {
        this.storesNothing = true;
        return this;
    }

    /** Where {@link FreshsalesSimulator#save()} saves, which also anybody can ask for over HTTP. */
    public FreshsalesSimulatorBuilder stateFile(Path value) {
        this.stateFile = new StateFile(value);
        return this;
    }

    /**
     * Further names under which the page and the paths below {@code /simulator} and {@code /__admin} may be asked for.
     * {@code localhost}, loopback addresses and the address of {@link #bindAddress} always may. The API of the account has no
     * such limit.
     */
    public FreshsalesSimulatorBuilder allowHosts(String... names) {
        allowedHosts.addAll(List.of(names));
        return this;
    }

    /** Limits the requests as a plan of the vendor does. */
    public FreshsalesSimulatorBuilder plan(Plan value) {
        return quota(value.perHour(), value.perMinute());
    }

    /** Keeps at most so many requests in WireMock's journal; 10,000 by default, 0 keeps none. */
    public FreshsalesSimulatorBuilder journalLimit(int value) {
        this.journalLimit = value;
        return this;
    }

    /**
     * Keeps at most so many bytes in WireMock's journal, the oldest requests go first; 64 MB by default, or an eighth of a
     * small heap.
     */
    public FreshsalesSimulatorBuilder journalBytes(long value) {
        this.journalBytes = value;
        return this;
    }

    /** Threads of the server, 64 by default. */
    public FreshsalesSimulatorBuilder threads(int value) {
        this.threads = value;
        return this;
    }

    /** Changes options of WireMock that have none here. */
    public FreshsalesSimulatorBuilder wireMockOptions(Consumer<WireMockConfiguration> value) {
        this.wireMockOptions = value;
        return this;
    }

    /** Runs at the start and after every reset, for records, views and fields that shall always be there. */
    public FreshsalesSimulatorBuilder prepare(Consumer<FreshsalesSimulator> value) {
        this.preparation = preparation.andThen(value);
        return this;
    }

    public FreshsalesSimulator start() {
        if (!keys.containsValue(Access.FULL)) {
            keys.put(DEFAULT_KEY, Access.FULL);
        }
        if (!keys.containsValue(Access.NO_RECORDS)) {
            keys.put(DEFAULT_RESTRICTED_KEY, Access.NO_RECORDS);
        }
        return new FreshsalesSimulator(this);
    }

    Optional<StateFile> stateFile() {
        return Optional.ofNullable(stateFile);
    }

    Set<String> allowedHosts() {
        Set<String> all = new LinkedHashSet<>(allowedHosts);
        all.add(bindAddress);
        return all;
    }

    InstantSource clock() {
        return clock;
    }

    /** In a test nobody wants to wait for a job, unless the test says so. */
    FreshsalesSimulatorBuilder jobsEndAtOnceUnlessGiven() {
        return jobTimeIsGiven ? this : jobsTake(Duration.ZERO);
    }

    boolean isHttps() {
        return https;
    }

    String firstApiKey() {
        return firstKey(Access.FULL);
    }

    String firstRestrictedKey() {
        return firstKey(Access.NO_RECORDS);
    }

    Authentication authentication() {
        return new Authentication(keys, accessTokens);
    }

    AccountSettings accountSettings(InstantSource accountClock) {
        return new AccountSettings(
                classic,
                AccountSettings.firstIdOf(seed),
                accountClock,
                switches,
                Map.copyOf(required),
                List.copyOf(customModules),
                jobs,
                searchLag,
                storesNothing);
    }

    QuotaSettings quotaSettings() {
        return quota;
    }

    void prepare(FreshsalesSimulator simulator) {
        preparation.accept(simulator);
    }

    WireMockConfiguration wireMock(FrontDoor frontDoor) {
        WireMockConfiguration configuration = WireMockConfiguration.options()
                .withStores(new SimulatorStores(journalLimit, journalBytes))
                .httpServerFactory((all, admin, stubs) -> new ExactHeaderServer(all, admin, stubs, frontDoor))
                .bindAddress(bindAddress)
                .containerThreads(threads)
                .gzipDisabled(!gzip)
                .stubRequestLoggingDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER);
        if (https) {
            configuration
                    .httpDisabled(true)
                    .httpsPort(port)
                    .keystorePath(Certificates.KEY_STORE)
                    .keystoreType("PKCS12")
                    .keystorePassword(Certificates.PASSWORD)
                    .keyManagerPassword(Certificates.PASSWORD);
        } else {
            configuration.port(port);
        }
        if (journalLimit == 0) {
            configuration.disableRequestJournal();
        }
        wireMockOptions.accept(configuration);
        return configuration;
    }

    private FreshsalesSimulatorBuilder jobsTakeTime(UnaryOperator<JobSettings> change) {
        this.jobs = change.apply(jobs);
        this.jobTimeIsGiven = true;
        return this;
    }

    private String firstKey(Access access) {
        return keys.entrySet().stream()
                .filter(key -> key.getValue() == access)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
