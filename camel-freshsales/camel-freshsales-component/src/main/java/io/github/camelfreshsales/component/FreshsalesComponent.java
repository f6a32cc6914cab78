// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.QuotaLimits;
import io.github.camelfreshsales.SharedQuota;
import io.github.camelfreshsales.Spelling;
import io.github.camelfreshsales.http.AccountClient;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.CountingTransport;
import io.github.camelfreshsales.http.Dispatcher;
import io.github.camelfreshsales.http.HttpSettings;
import io.github.camelfreshsales.http.HttpTransport;
import io.github.camelfreshsales.http.KeyMask;
import io.github.camelfreshsales.http.Quota;
import io.github.camelfreshsales.http.SteadyClock;
import io.github.camelfreshsales.http.Traffic;
import io.github.camelfreshsales.http.Transport;
import io.github.camelfreshsales.operation.Account;
import io.github.camelfreshsales.watch.AccountObserver;
import io.github.camelfreshsales.watch.MeterRegistries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.Route;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates Freshsales endpoints. This component owns what the endpoints of an account share, such as its connections and its quota;
 * a second component instance shares nothing with the first.
 */
@Component("freshsales")
public class FreshsalesComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private static final Logger LOG = LoggerFactory.getLogger(FreshsalesComponent.class);
    private static final boolean METERS = hasClass("io.micrometer.core.instrument.MeterRegistry");
    private static final boolean WEBHOOKS = hasClass("org.apache.camel.component.webhook.WebhookCapableEndpoint");

    private final Accounts accounts = new Accounts(this::newAccount);
    private final Set<StoppableSleepers> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> endings = ConcurrentHashMap.newKeySet();
    private final StopWindow stopWindow = new StopWindow();
    private final AccountNames names = new AccountNames();
    private final LifecycleStrategy endOfWaits = new LifecycleStrategySupport() {
        @Override
        public void onContextStopping(CamelContext context) {
            waiting.forEach(StoppableSleepers::stop);
        }
    };
    private final StateRepository<String, String> memory = new MemoryStateRepository();
    private final Map<StateRepository<String, String>, Set<String>> followed = new IdentityHashMap<>();
    private final InstantSource clock;
    private final InstantSource steadyClock;
    private final LongSupplier nanos;

    @Metadata(description = "The defaults of all endpoints. The options of an endpoint override them.")
    private FreshsalesConfiguration configuration = new FreshsalesConfiguration();

    @Metadata(
            label = "quota",
            defaultValue = "0",
            description =
                    "The known limit of calls per hour: 1000 to 5000, depending on the plan of the account. 0 means that the component learns the limit from the responses.")
    private int requestsPerHour;

    @Metadata(
            label = "quota",
            defaultValue = "0",
            description =
                    "The known limit of calls per minute. 0 means that the component learns the limit from the responses.")
    private int requestsPerMinute;

    @Metadata(
            label = "quota",
            defaultValue = "0",
            description = "The calls of each hour and of each minute to leave for other users of the account.")
    private int quotaReserve;

    @Metadata(
            label = "quota",
            defaultValue = "60s",
            javaType = "java.time.Duration",
            description =
                    "The longest time that a call waits for quota, because Freshsales asks for it or because the known calls are used up. If the wait would be longer, the call fails at once, and its exception has the length of the wait.")
    private long maxQuotaWait = 60_000;

    @Metadata(
            label = "quota,advanced",
            autowired = true,
            description =
                    "Counts the calls of an account for all nodes of a cluster, such as the ClusterQuota of camel-freshsales-cluster. By default each node counts its own calls. Needs requestsPerHour, and a maxQuotaWait of at least 1 s, since a call may have to wait for the database.")
    private SharedQuota sharedQuota;

    @Metadata(
            label = "health",
            defaultValue = "5m",
            javaType = "java.time.Duration",
            description =
                    "The shortest time between two calls of the health check of an account, however often the check runs. If another call has succeeded within this time, the check makes no call.")
    private long healthProbeInterval = 300_000;

    @Metadata(
            label = "http",
            defaultValue = "10s",
            javaType = "java.time.Duration",
            description = "The longest wait for a connection to the service.")
    private long connectTimeout = 10_000;

    @Metadata(
            label = "http",
            defaultValue = "60s",
            javaType = "java.time.Duration",
            description =
                    "The longest time without data while waiting for a response, and the longest wait for a free connection.")
    private long responseTimeout = 60_000;

    @Metadata(
            label = "http",
            defaultValue = "5m",
            javaType = "java.time.Duration",
            description =
                    "The longest time for one request in all, however slowly its response arrives. After it, the request fails and the component closes the connection.")
    private long callTimeout = 300_000;

    @Metadata(
            label = "http",
            defaultValue = "20",
            description = "The most connections to an account at the same time. Further calls wait for a free one.")
    private int maxConnections = 20;

    @Metadata(
            label = "http",
            defaultValue = "67108864",
            description =
                    "The largest response, in bytes after decompression. A call with a larger response fails, so no response can fill the memory.")
    private long maxResponseSize = 64L * 1024 * 1024;

    @Metadata(
            label = "http,security",
            description = "The certificates to trust and other parameters of TLS, instead of the defaults of Java.")
    private SSLContextParameters sslContextParameters;

    @Metadata(
            label = "http,security",
            defaultValue = "false",
            description = "Whether to use the SSLContextParameters of the CamelContext.")
    private boolean useGlobalSslContextParameters;

    @Metadata(label = "http", description = "The host of an HTTP proxy.")
    private String proxyHost;

    @Metadata(label = "http", description = "The port of the HTTP proxy.")
    private Integer proxyPort;

    @Metadata(label = "http,security", secret = true, description = "The user name for the HTTP proxy.")
    private String proxyUser;

    @Metadata(label = "http,security", secret = true, description = "The password for the HTTP proxy.")
    private String proxyPassword;

    @Metadata(
            label = "http,advanced",
            description =
                    "A HttpClientConfigurer of Camel HTTP, which gets the builder of the HTTP client: to set interceptors, default headers, the user agent, a route planner or the credentials of a proxy. It cannot change everything: the key goes only to the host of the account, the client does not retry, redirect or keep cookies, and connections, timeouts and TLS follow the options of the component.")
    private HttpClientConfigurer httpClientConfigurer;

    @Metadata(
            label = "http,advanced",
            description =
                    "Your own HttpClient 5. It must not retry or redirect by itself. Of the http options, only callTimeout and maxResponseSize apply to it. The component does not close it.")
    private HttpClient httpClient;

    @Metadata(label = "advanced", description = "The Jackson ObjectMapper that converts between objects and records.")
    private ObjectMapper objectMapper;

    public FreshsalesComponent() {
        this(null);
    }

    public FreshsalesComponent(CamelContext context) {
        this(context, InstantSource.system(), new SteadyClock(), System::nanoTime);
    }

    /** With another clock, for tests. */
    FreshsalesComponent(CamelContext context, InstantSource clock) {
        this(context, clock, System::nanoTime);
    }

    /** @param nanos the time that passes, in nanoseconds from anywhere; unlike a clock it never jumps */
    FreshsalesComponent(CamelContext context, InstantSource clock, LongSupplier nanos) {
        this(context, clock, clock, nanos);
    }

    private FreshsalesComponent(
            CamelContext context, InstantSource clock, InstantSource steadyClock, LongSupplier nanos) {
        super(context);
        this.clock = clock;
        this.steadyClock = steadyClock;
        this.nanos = nanos;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (remaining == null || remaining.isBlank()) {
            throw new IllegalArgumentException(
                    "The operation is missing, as in freshsales:create?resourceType=contacts");
        }
        refuseOtherSpellings(parameters);
        boolean bringsKey = parameters.containsKey("apiKey");
        boolean leadsElsewhere = parameters.containsKey("domain") || parameters.containsKey("trustedHosts");
        FreshsalesConfiguration own = configuration.copy();
        own.setHttpHeaders(merged(own.getHttpHeaders(), parameters, "httpHeader.", caseless()));
        own.setQueryParameters(merged(own.getQueryParameters(), parameters, "queryParameter.", new LinkedHashMap<>()));
        own.setFieldMapping(merged(own.getFieldMapping(), parameters, "field.", new LinkedHashMap<>()));
        FreshsalesEndpoint endpoint = newEndpoint(uri, FreshsalesOperation.of(remaining), own);
        try {
            setProperties(endpoint, parameters);
        } catch (PropertyBindingException e) {
            throw OptionChecks.wrongValue(e);
        }
        if (leadsElsewhere && !bringsKey) {
            OptionChecks.checkOwnKey(configuration, own);
        }
        return endpoint;
    }

    /** Camel would accept api-key as apiKey, but would not know that it is a secret, and would show it. */
    private void refuseOtherSpellings(Map<String, Object> parameters) {
        Set<String> known = getCamelContext()
                .getCamelContextExtension()
                .getEndpointUriFactory("freshsales")
                .propertyNames();
        for (String name : parameters.keySet()) {
            String plain = name.replace("-", "");
            known.stream()
                    .filter(option -> option.equalsIgnoreCase(plain) && !option.equals(name))
                    .findFirst()
                    .ifPresent(option -> {
                        throw new IllegalArgumentException(
                                "There is no option " + name + ". Did you mean " + option + "?");
                    });
        }
    }

    private static Map<String, Object> caseless() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    private FreshsalesEndpoint newEndpoint(String uri, FreshsalesOperation operation, FreshsalesConfiguration own) {
        // also where nothing can be pushed: Camel's own refusal would show the URI with the key in it
        return WEBHOOKS
                ? WebhookEndpoints.make(uri, this, operation, own)
                : new FreshsalesEndpoint(uri, this, operation, own);
    }

    private static boolean hasClass(String name) {
        try {
            Class.forName(name, false, FreshsalesComponent.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Map<String, Object> merged(
            Map<String, Object> defaults, Map<String, Object> parameters, String prefix, Map<String, Object> all) {
        Map<String, Object> given = PropertiesHelper.extractProperties(parameters, prefix);
        if (given.isEmpty()) {
            return defaults;
        }
        all.putAll(defaults == null ? Map.of() : defaults);
        all.putAll(given);
        return all;
    }

    /** Names the options that do not exist, without their values, since a mistyped secret is a secret too. */
    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (parameters == null || parameters.isEmpty()) {
            return;
        }
        EndpointUriFactory factory =
                getCamelContext().getCamelContextExtension().getEndpointUriFactory("freshsales");
        StringBuilder message = new StringBuilder();
        for (String name : parameters.keySet()) {
            message.append("There is no option ").append(name).append(". ");
            Spelling.closest(name, factory.propertyNames())
                    .ifPresent(likely ->
                            message.append("Did you mean ").append(likely).append("? "));
        }
        throw new IllegalArgumentException(message.toString().trim());
    }

    Accounts accounts() {
        return accounts;
    }

    private SharedAccount newAccount(ApiRoot root, String apiKey) {
        AccountClient client = httpClient == null
                ? AccountClient.of(settings())
                : AccountClient.given(httpClient, Duration.ofMillis(callTimeout));
        AccountObserver observer = observer(root, apiKey);
        Traffic traffic = new Traffic(clock, observer);
        Transport http = new CountingTransport(root, new HttpTransport(root, apiKey, client, maxResponseSize), traffic);
        ObjectMapper mapper = objectMapper == null ? new ObjectMapper() : objectMapper;
        Account account = new Account(root, new KeyMask(apiKey), http, dispatcher(root), traffic, mapper, clock);
        observer.opened(account);
        String name = names.of(componentName() + "-" + root.authority(), root, apiKey);
        return new SharedAccount(this, name, account, observer, clock);
    }

    /** Without Micrometer there are no meters, and no class that needs it is loaded. */
    private AccountObserver observer(ApiRoot root, String apiKey) {
        return METERS
                ? MeterRegistries.observer(getCamelContext(), root.authority(), names.of(componentName(), root, apiKey))
                : AccountObserver.NONE;
    }

    private String componentName() {
        return getCamelContext().getComponentNames().stream()
                .filter(name -> getCamelContext().hasComponent(name) == this)
                .findFirst()
                .orElse("freshsales");
    }

    private Dispatcher dispatcher(ApiRoot root) {
        // the connections of a user's client are not known
        int connections = httpClient == null ? maxConnections : Integer.MAX_VALUE;
        return new Dispatcher(quota(root), connections, Duration.ofMillis(responseTimeout), steadyClock);
    }

    private Quota quota(ApiRoot root) {
        if (sharedQuota == null) {
            return new Quota(requestsPerHour, requestsPerMinute, quotaReserve, steadyClock);
        }
        if (requestsPerHour == 0 || maxQuotaWait < 1_000) {
            throw new IllegalArgumentException(
                    "The option sharedQuota needs requestsPerHour, the calls an hour that the"
                            + " nodes share, and a maxQuotaWait of at least 1 s");
        }
        QuotaLimits limits = new QuotaLimits(requestsPerHour, requestsPerMinute, quotaReserve);
        return Quota.sharedBy(sharedQuota, root.toString(), limits, steadyClock);
    }

    /** The repository of a consumer's cursor: the one in its options, or else the memory of this component. */
    StateRepository<String, String> stateRepository(FreshsalesConfiguration options) throws Exception {
        StateRepository<String, String> given = options.getStateRepository();
        if (given == null) {
            return memory;
        }
        // forced, since a context that is starting itself would put the start of the repository off
        getCamelContext().addService(given, true, true);
        return given;
    }

    /** Starts the sentRepository, if there is one. */
    void startSentRepository(FreshsalesConfiguration options) throws Exception {
        if (options.getSentRepository() != null) {
            getCamelContext().addService(options.getSentRepository(), true, true);
        }
    }

    /** Registers the cursors of a consumer, and refuses them if another consumer has one of them in the same repository. */
    synchronized void follow(StateRepository<String, String> repository, List<String> keys) {
        Set<String> known = followed.computeIfAbsent(repository, one -> new HashSet<>());
        for (String key : keys) {
            if (known.contains(key)) {
                throw new IllegalArgumentException(
                        "Another consumer has the cursor " + key + " already; give one of them a stateKey of its own");
            }
        }
        known.addAll(keys);
        if (repository == memory) {
            LOG.warn(
                    "The cursor {} is kept in memory: after a restart the consumer begins at startFrom again. Give it a"
                            + " stateRepository to go on where it was",
                    keys.get(0));
        }
    }

    synchronized void unfollow(StateRepository<String, String> repository, String key) {
        Set<String> known = followed.getOrDefault(repository, new HashSet<>());
        known.remove(key);
        if (known.isEmpty()) {
            followed.remove(repository);
        }
    }

    /** The time that passes; see the constructor. */
    LongSupplier nanos() {
        return nanos;
    }

    /** Registers waits, so that they end when the context stops. */
    void addWaiting(StoppableSleepers waits) {
        waiting.add(waits);
    }

    void removeWaiting(StoppableSleepers waits) {
        waiting.remove(waits);
    }

    /** Ends the waits of a route's calls when the route stops. */
    void endWaitsWith(Route route) {
        String id = route.getRouteId();
        if (!endings.contains(id) && endings.add(id)) {
            EndOfWaits ending = new EndOfWaits(route, waiting, stopWindow, () -> endings.remove(id));
            ServiceHelper.startService(ending);
            route.addService(ending);
        }
    }

    private HttpSettings settings() {
        HttpSettings.Proxy proxy =
                proxyHost == null ? null : new HttpSettings.Proxy(proxyHost, proxyPort, proxyUser, proxyPassword);
        return new HttpSettings(
                Duration.ofMillis(connectTimeout),
                Duration.ofMillis(responseTimeout),
                Duration.ofMillis(callTimeout),
                maxConnections,
                sslContext(),
                proxy,
                httpClientConfigurer);
    }

    private SSLContext sslContext() {
        SSLContextParameters parameters =
                sslContextParameters == null ? retrieveGlobalSslContextParameters() : sslContextParameters;
        try {
            return parameters == null ? null : parameters.createSSLContext(getCamelContext());
        } catch (Exception e) {
            throw new IllegalArgumentException("The sslContextParameters cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if ((proxyHost == null) != (proxyPort == null)) {
            throw new IllegalArgumentException("The options proxyHost and proxyPort belong together; one is missing");
        }
        if (proxyPort != null && (proxyPort < 1 || proxyPort > 65_535)) {
            throw new IllegalArgumentException("The option proxyPort must be 1 to 65535");
        }
        if (proxyHost == null && (proxyUser != null || proxyPassword != null)
                || proxyUser == null && proxyPassword != null) {
            throw new IllegalArgumentException(
                    "The option proxyUser needs proxyHost, and proxyPassword needs proxyUser; one is missing");
        }
        if (connectTimeout < 1 || responseTimeout < 1 || callTimeout < 1) {
            throw new IllegalArgumentException(
                    "The options connectTimeout, responseTimeout and callTimeout must be at least 1 ms");
        }
        if (httpClient != null && httpClientConfigurer != null) {
            throw new IllegalArgumentException("The option httpClientConfigurer configures the client of the component;"
                    + " with a client of your own (httpClient) it has nothing to do");
        }
        if (maxConnections < 1 || maxResponseSize < 1) {
            throw new IllegalArgumentException("The options maxConnections and maxResponseSize must be at least 1");
        }
        boolean leavesNothing = requestsPerHour > 0 && quotaReserve >= requestsPerHour
                || requestsPerMinute > 0 && quotaReserve >= requestsPerMinute;
        if (requestsPerHour < 0 || requestsPerMinute < 0 || quotaReserve < 0 || leavesNothing) {
            throw new IllegalArgumentException(
                    "The options requestsPerHour, requestsPerMinute and quotaReserve cannot be"
                            + " negative, and the reserve must be smaller than a known limit");
        }
        if (healthProbeInterval < 1_000) {
            throw new IllegalArgumentException("The option healthProbeInterval must be at least 1 s");
        }
        getCamelContext().addLifecycleStrategy(endOfWaits);
    }

    @Override
    protected void doStop() throws Exception {
        waiting.forEach(StoppableSleepers::stop);
        accounts.close();
        names.forget();
        super.doStop();
    }

    public FreshsalesConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(FreshsalesConfiguration configuration) {
        this.configuration = configuration;
    }

    public int getRequestsPerHour() {
        return requestsPerHour;
    }

    public void setRequestsPerHour(int requestsPerHour) {
        this.requestsPerHour = requestsPerHour;
    }

    public int getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public int getQuotaReserve() {
        return quotaReserve;
    }

    public void setQuotaReserve(int quotaReserve) {
        this.quotaReserve = quotaReserve;
    }

    public long getMaxQuotaWait() {
        return maxQuotaWait;
    }

    public void setMaxQuotaWait(long maxQuotaWait) {
        this.maxQuotaWait = maxQuotaWait;
    }

    public SharedQuota getSharedQuota() {
        return sharedQuota;
    }

    public void setSharedQuota(SharedQuota sharedQuota) {
        this.sharedQuota = sharedQuota;
    }

    public long getHealthProbeInterval() {
        return healthProbeInterval;
    }

    public void setHealthProbeInterval(long healthProbeInterval) {
        this.healthProbeInterval = healthProbeInterval;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getCallTimeout() {
        return callTimeout;
    }

    public void setCallTimeout(long callTimeout) {
        this.callTimeout = callTimeout;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public long getMaxResponseSize() {
        return maxResponseSize;
    }

    public void setMaxResponseSize(long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyUser() {
        return proxyUser;
    }

    public void setProxyUser(String proxyUser) {
        this.proxyUser = proxyUser;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public HttpClientConfigurer getHttpClientConfigurer() {
        return httpClientConfigurer;
    }

    public void setHttpClientConfigurer(HttpClientConfigurer httpClientConfigurer) {
        this.httpClientConfigurer = httpClientConfigurer;
    }

    public HttpClient getHttpClient() {
        return httpClient;
    }

    public void setHttpClient(HttpClient httpClient) {
        this.httpClient = httpClient;
    }

    public ObjectMapper getObjectMapper() {
        return objectMapper;
    }

    public void setObjectMapper(ObjectMapper objectMapper) {
        this.objectMapper = objectMapper;
    }
}
