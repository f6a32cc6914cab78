// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.BatchStateRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.support.service.ServiceSupport;

/** A repository that counts how often it is asked, and can die at any moment: from then on it keeps nothing. */
final class SentMemory extends ServiceSupport implements BatchStateRepository {

    final Map<String, String> states = new HashMap<>();
    int reads;
    int writes;

    /** How many further calls it lives. */
    int calls = Integer.MAX_VALUE;

    /** Whether it dies with its last call undone. */
    boolean lastIsUndone;

    @Override
    public synchronized Map<String, String> getStates(Collection<String> keys) {
        reads++;
        live();
        Map<String, String> found = new HashMap<>(states);
        found.keySet().retainAll(keys);
        return Map.copyOf(found);
    }

    @Override
    public synchronized void setStates(Map<String, String> more) {
        writes++;
        live();
        states.putAll(more);
    }

    private void live() {
        boolean isLast = --calls == 0;
        if (calls < 0 || isLast && lastIsUndone) {
            throw new IllegalStateException("The database is away");
        }
    }

    @Override
    public String getState(String key) {
        throw new UnsupportedOperationException("Many at once, please");
    }

    @Override
    public void setState(String key, String value) {
        throw new UnsupportedOperationException("Many at once, please");
    }
}
