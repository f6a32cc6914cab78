// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.changes.Change;
import io.github.camelfreshsales.operation.ChangeReader;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/** Delivers each change in an exchange of its own. */
final class RecordDelivery extends ChangeDelivery {

    RecordDelivery(FreshsalesConsumer consumer, ChangeReader reader, int most) {
        super(consumer, reader, most);
    }

    /** A change on its way into the route. */
    record Item(RecordDelivery delivery, Change change, Consumer<Change> complete) {

        void deliver(int index, int size) throws Exception {
            delivery.deliverOne(change, index, size);
            complete.accept(change);
        }
    }

    @Override
    public boolean deliver(List<Change> changes, Consumer<Change> complete) throws Exception {
        Queue<Object> batch = new ArrayDeque<>(Math.min(left(), changes.size()));
        changes.stream()
                .limit(left())
                .map(change -> new Item(this, change, complete))
                .forEach(batch::add);
        return consumer().processBatch(batch) == changes.size();
    }

    private void deliverOne(Change change, int index, int size) throws Exception {
        Map<String, Object> headers = new HashMap<>();
        headers.put(FreshsalesConstants.CHANGED_RESOURCE, consumer().resource());
        headers.put(FreshsalesConstants.CHANGE_TYPE, change.type().name());
        putIfKnown(FreshsalesConstants.CHANGED_ID, change.id(), headers);
        putIfKnown(FreshsalesConstants.CHANGED_AT, change.at(), headers);
        process(record(change), headers, index, size);
    }

    private static void putIfKnown(String name, Object value, Map<String, Object> headers) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
