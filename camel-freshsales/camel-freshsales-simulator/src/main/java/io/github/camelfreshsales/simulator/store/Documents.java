// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import io.github.camelfreshsales.simulator.web.ApiError;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The files and links of an account, in the order they came. */
public final class Documents {

    /** Contents are kept in memory, and may fill a part of it only. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private final List<StoredDocument> all = new CopyOnWriteArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    public void add(StoredDocument document) {
        int size = document.content().length;
        if (bytes.addAndGet(size) > MOST_BYTES) {
            bytes.addAndGet(-size);
            throw ApiError.badRequest("The storage of the account is full");
        }
        all.add(document);
    }

    public List<StoredDocument> all() {
        return List.copyOf(all);
    }

    public List<StoredDocument> of(String targetableType, long targetableId) {
        return all.stream()
                .filter(one -> one.targetableType().equals(targetableType) && one.targetableId() == targetableId)
                .toList();
    }
}
