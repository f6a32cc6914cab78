// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A queue with a fair order: each key with waiting elements is served once before any is served again; within a key, the order is
 * first come, first served.
 */
final class FairQueue<T> {

    /** The elements that wait for their first turn in this round, and those for the next round. */
    private Map<Object, Set<T>> thisRound = new LinkedHashMap<>();

    private Map<Object, Set<T>> nextRound = new LinkedHashMap<>();
    private final Set<Object> served = new HashSet<>();
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(Object key, T element) {
        roundOf(key).computeIfAbsent(key, one -> new LinkedHashSet<>()).add(element);
        size++;
    }

    private Map<Object, Set<T>> roundOf(Object key) {
        return served.contains(key) ? nextRound : thisRound;
    }

    /** Removes the next element. */
    T poll() {
        startRound();
        Iterator<Map.Entry<Object, Set<T>>> keys = thisRound.entrySet().iterator();
        Map.Entry<Object, Set<T>> entry = keys.next();
        keys.remove();
        Iterator<T> elements = entry.getValue().iterator();
        T first = elements.next();
        elements.remove();
        if (!entry.getValue().isEmpty()) {
            nextRound.put(entry.getKey(), entry.getValue());
        }
        size--;
        if (isEmpty()) {
            served.clear(); // nobody waits any more, so all that matters is who was the last
        }
        served.add(entry.getKey());
        return first;
    }

    private void startRound() {
        if (thisRound.isEmpty()) {
            Map<Object, Set<T>> empty = thisRound;
            thisRound = nextRound;
            nextRound = empty;
            served.clear();
        }
    }

    /** Removes an element that no longer waits, from any place in the queue. */
    void remove(Object key, T element) {
        Map<Object, Set<T>> round = roundOf(key);
        Set<T> elements = round.get(key);
        if (elements == null || !elements.remove(element)) {
            return;
        }
        size--;
        if (elements.isEmpty()) {
            round.remove(key);
        }
    }

    /** Any element that waits, or null. */
    T peek() {
        Map<Object, Set<T>> round = thisRound.isEmpty() ? nextRound : thisRound;
        return isEmpty() ? null : round.values().iterator().next().iterator().next();
    }

    /** How many are served before one more of that key would be. */
    int before(Object key) {
        Set<T> own = roundOf(key).get(key);
        int ahead = own == null ? 0 : own.size();
        return ahead + turns(thisRound, key, ahead, true) + turns(nextRound, key, ahead, served.contains(key));
    }

    /** The turns of the other keys: one more than the key itself has for those that come before it in each round. */
    private int turns(Map<Object, Set<T>> round, Object key, int ahead, boolean begin) {
        boolean first = begin;
        int turns = 0;
        for (Map.Entry<Object, Set<T>> other : round.entrySet()) {
            if (other.getKey().equals(key)) {
                first = false;
            } else {
                turns += Math.min(other.getValue().size(), ahead + (first ? 1 : 0));
            }
        }
        return turns;
    }
}
