// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import io.github.camelfreshsales.simulator.Switch;
import io.github.camelfreshsales.simulator.Switches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Everything one CRM account knows. A reset of the simulator makes a new one. */
public final class CrmAccount {

    private static final long FIRST_RECORD = 41_000_001;

    private static final RecordStore.Values NO_VALUES = (record, attribute) -> List.of();

    private final AccountSettings settings;
    private final Map<String, ResourceType> types = new LinkedHashMap<>();
    private final Map<String, RecordStore> stores = new ConcurrentHashMap<>();
    private final AtomicLong ids;
    private final Selectors selectors;
    private final Views views;
    private final Memberships memberships = new Memberships();
    private final Documents documents = new Documents();
    private final Fields fields = new Fields(this);
    private final Teams teams = new Teams();
    private final CustomModules customModules;
    private final Jobs jobs;
    private final Listings listings = new Listings(this);
    private final RecordView recordView = new RecordView(this);
    private final RecordWriter writer = new RecordWriter(this);
    private volatile Switches switches;
    private volatile Duration searchLag;

    public CrmAccount(AccountSettings settings) {
        this.settings = settings;
        this.switches = settings.switches();
        this.searchLag = settings.searchLag();
        this.ids = new AtomicLong(settings.firstId() + FIRST_RECORD);
        this.selectors = new Selectors(settings.firstId());
        this.views = new Views(settings.firstId(), selectors);
        this.jobs = new Jobs(settings.firstJobId(), settings.jobs());
        this.customModules = new CustomModules(this::nextId);
        ResourceTypes.all(settings.classic()).forEach(type -> types.put(type.name(), type));
        settings.customModules().forEach(customModules::define);
    }

    public AccountSettings settings() {
        return settings;
    }

    public long nextId() {
        return ids.getAndIncrement();
    }

    /** The first of {@code count} ids that are kept for one caller. */
    public long reserveIds(int count) {
        return ids.getAndAdd(count);
    }

    /** The id that comes next. */
    public long upcomingId() {
        return ids.get();
    }

    /** Never gives an id below this one again. */
    public void continueIdsAt(long id) {
        ids.accumulateAndGet(id, Math::max);
    }

    /** The account's time, which has whole seconds only. */
    public Instant now() {
        return clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public InstantSource clock() {
        return settings.clock();
    }

    public boolean has(Switch one) {
        return switches.has(one);
    }

    public Switches switches() {
        return switches;
    }

    public synchronized void change(UnaryOperator<Switches> change) {
        switches = change.apply(switches);
    }

    public void searchLag(Duration lag) {
        searchLag = lag;
    }

    /** What changed after this time filtered search does not find yet. */
    public Instant searchedUntil() {
        return searchLag.isZero()
                ? Instant.MAX
                : clock().instant().minus(searchLag).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The resources with routes of their own; custom modules come on demand. */
    public Collection<ResourceType> types() {
        return types.values();
    }

    /** The resource of a name: a built-in one, or any {@code cm_} name. */
    public Optional<ResourceType> type(String name) {
        return Optional.ofNullable(types.get(name)).or(() -> customModule(name));
    }

    /** The resource of a singular name, as search uses it. */
    public Optional<ResourceType> entity(String singular) {
        return types.values().stream()
                .filter(type -> type.singular().equals(singular))
                .findFirst()
                .or(() -> customModule(singular));
    }

    /** The resource that a {@code targetable_type} names. */
    public Optional<ResourceType> model(String model) {
        return types.values().stream()
                .filter(type -> type.model().equals(model))
                .findFirst()
                .or(() -> customModule(model));
    }

    private Optional<ResourceType> customModule(String entity) {
        if (!entity.startsWith("cm_")) {
            return Optional.empty();
        }
        views.addModule(entity, customModules.pluralName(entity));
        return Optional.of(customModules.type(entity));
    }

    public RecordStore store(String resource) {
        return stores.computeIfAbsent(
                resource,
                name -> type(name).map(this::newStore).orElseGet(() -> new RecordStore(RecordRules.NONE, NO_VALUES)));
    }

    private RecordStore newStore(ResourceType type) {
        return new RecordStore(
                type.rules(), (record, attribute) -> listings.values().of(type, record, attribute));
    }

    /** The names of the resources that have, or had, records. */
    public Set<String> resourcesInUse() {
        return Set.copyOf(stores.keySet());
    }

    public Selectors selectors() {
        return selectors;
    }

    public Views views() {
        return views;
    }

    public Memberships memberships() {
        return memberships;
    }

    public Documents documents() {
        return documents;
    }

    public Fields fields() {
        return fields;
    }

    public Teams teams() {
        return teams;
    }

    public CustomModules customModules() {
        return customModules;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Listings listings() {
        return listings;
    }

    public RecordView view() {
        return recordView;
    }

    public RecordWriter writer() {
        return writer;
    }

    /** Attributes that this account's administrator made mandatory. */
    public List<String> alsoRequired(ResourceType type) {
        return settings.required().getOrDefault(type.name(), List.of());
    }
}
