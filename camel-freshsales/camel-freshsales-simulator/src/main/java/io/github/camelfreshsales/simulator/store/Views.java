// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The views of an account. Their names and what there is can be changed, as they differ from account to account. */
public final class Views {

    /** One view: a name and a choice of records. */
    public record View(long id, String name, boolean isDefault, Predicate<StoredRecord> filter) {

        View renamed(String other) {
            return new View(id, other, isDefault, filter);
        }

        View asDefault(boolean now) {
            return new View(id, name, now, filter);
        }
    }

    private final Map<String, List<View>> byResource = new ConcurrentHashMap<>();
    private final AtomicLong ids;
    private final long firstId;
    private final Selectors selectors;

    Views(long firstId, Selectors selectors) {
        this.firstId = firstId;
        this.ids = new AtomicLong(firstId + 9_990_001);
        this.selectors = selectors;
        Predicate<StoredRecord> live = record -> !record.deleted();
        Predicate<StoredRecord> mine = live.and(record -> record.reference("owner_id") == selectors.firstId("owners"));
        Predicate<StoredRecord> unworked = live.and(this::hasFirstStatus);
        add("contacts", "All Contacts", RecordFilter.uniform(live));
        add("contacts", "My Contacts", RecordFilter.uniform(mine));
        add("contacts", "New Contacts", RecordFilter.uniform(unworked));
        add("contacts", "Recycle Bin", RecordFilter.uniform(StoredRecord::deleted));
        add("sales_accounts", "All Accounts", RecordFilter.uniform(live));
        add("sales_accounts", "My Accounts", RecordFilter.uniform(mine));
        add("sales_accounts", "Recycle Bin", RecordFilter.uniform(StoredRecord::deleted));
        add("deals", "All Deals", RecordFilter.uniform(live));
        add("deals", "My Deals", RecordFilter.uniform(mine));
        add("deals", "Open Deals", RecordFilter.uniform(live.and(record -> forecast(record)
                .equals("Open"))));
        add("deals", "Won Deals", RecordFilter.uniform(live.and(record -> forecast(record)
                .equals("Closed Won"))));
        add("deals", "Lost Deals", RecordFilter.uniform(live.and(record -> forecast(record)
                .equals("Closed Lost"))));
        add("deals", "Recycle Bin", RecordFilter.uniform(StoredRecord::deleted));
        add("leads", "All Leads", RecordFilter.uniform(live));
        add("leads", "My Leads", RecordFilter.uniform(mine));
        add("leads", "Recycle Bin", RecordFilter.uniform(StoredRecord::deleted));
    }

    public List<View> of(String resource) {
        return List.copyOf(byResource.getOrDefault(resource, List.of()));
    }

    public Optional<View> find(String resource, long id) {
        return of(resource).stream().filter(view -> view.id() == id).findFirst();
    }

    /** Adds a view; the first view of a resource is its default. */
    public View add(String resource, String name, Predicate<StoredRecord> filter) {
        List<View> views = byResource.computeIfAbsent(resource, any -> new CopyOnWriteArrayList<>());
        View view = new View(ids.getAndIncrement(), name, views.isEmpty(), filter);
        views.add(view);
        return view;
    }

    public void rename(String resource, String name, String newName) {
        byResource.get(resource).replaceAll(view -> view.name().equals(name) ? view.renamed(newName) : view);
    }

    public void remove(String resource, String name) {
        byResource.get(resource).removeIf(view -> view.name().equals(name));
    }

    /** Makes one view the default; with an unknown name no view is. */
    public void makeDefault(String resource, String name) {
        byResource.get(resource).replaceAll(view -> view.asDefault(view.name().equals(name)));
    }

    /** Gives a custom module the two views that every module has; ids depend on its name only. */
    void addModule(String entity, String pluralName) {
        long id = firstId + 20_000_000 + 2L * Math.floorMod(entity.hashCode(), 1_000_000);
        byResource.computeIfAbsent(
                entity,
                any -> new CopyOnWriteArrayList<>(List.of(
                        new View(id, "All " + pluralName, true, RecordFilter.LIVE),
                        new View(id + 1, "Recycle Bin", false, RecordFilter.uniform(StoredRecord::deleted)))));
    }

    private boolean hasFirstStatus(StoredRecord record) {
        long status = record.reference("contact_status_id");
        return status == 0 || status == selectors.firstId("contact_statuses");
    }

    private String forecast(StoredRecord deal) {
        return selectors
                .find("deal_stages", deal.reference("deal_stage_id"))
                .map(stage -> stage.get("forecast_type").asText())
                .orElse("Open");
    }
}
