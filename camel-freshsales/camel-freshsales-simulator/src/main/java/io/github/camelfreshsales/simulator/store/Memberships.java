// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which contacts are on which marketing list. */
public final class Memberships {

    private final Map<Long, Set<Long>> contactsByList = new ConcurrentHashMap<>();

    public void add(long list, Collection<Long> contacts) {
        contactsByList
                .computeIfAbsent(list, any -> new ConcurrentSkipListSet<>())
                .addAll(contacts);
    }

    public void remove(long list, Collection<Long> contacts) {
        contactsByList.computeIfPresent(list, (any, members) -> {
            members.removeIf(contacts::contains);
            return members;
        });
    }

    /** The contacts on a list, oldest first. */
    public List<Long> contacts(long list) {
        return List.copyOf(contactsByList.getOrDefault(list, Set.of()));
    }

    /** The lists that have contacts, with them. */
    public Map<Long, List<Long>> all() {
        Map<Long, List<Long>> all = new TreeMap<>();
        contactsByList.forEach((list, contacts) -> all.put(list, List.copyOf(contacts)));
        return all;
    }

    public List<Long> listsOf(long contact) {
        return contactsByList.entrySet().stream()
                .filter(list -> list.getValue().contains(contact))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
