package io.github.camelfreshsales.simulator.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The files and links of an account, in the order they came. */
public final class Documents {

    private final List<StoredDocument> all = new CopyOnWriteArrayList<>();

    public void add(StoredDocument document) {
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
