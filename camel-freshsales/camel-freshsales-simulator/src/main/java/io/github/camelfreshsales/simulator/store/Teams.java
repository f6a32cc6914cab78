// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who works on a record beside its owner. */
public final class Teams {

    /** One member of a record's team. */
    public record Member(long userId, long designationId, Instant createdAt, Instant updatedAt) {}

    private final Map<Long, Map<Long, Member>> membersByRecord = new LinkedHashMap<>();

    public synchronized void put(long record, long user, long designation, Instant now) {
        membersByRecord
                .computeIfAbsent(record, any -> new LinkedHashMap<>())
                .merge(
                        user,
                        new Member(user, designation, now, now),
                        (old, one) -> new Member(user, designation, old.createdAt(), now));
    }

    public synchronized void remove(long record, long user) {
        membersByRecord.getOrDefault(record, new LinkedHashMap<>()).remove(user);
    }

    /** The members of all teams, by record. */
    public synchronized Map<Long, List<Member>> all() {
        Map<Long, List<Member>> all = new LinkedHashMap<>();
        membersByRecord.forEach((record, members) -> all.put(record, List.copyOf(members.values())));
        return all;
    }

    /** Puts members in place as they are. */
    public synchronized void restore(long record, List<Member> members) {
        members.forEach(member -> membersByRecord
                .computeIfAbsent(record, any -> new LinkedHashMap<>())
                .put(member.userId(), member));
    }

    public synchronized List<Member> of(long record) {
        return List.copyOf(membersByRecord.getOrDefault(record, Map.of()).values());
    }
}
