// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.changes.Change;
import io.github.camelfreshsales.changes.ChangeType;
import io.github.camelfreshsales.operation.ChangeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Delivers the changes of a page in one exchange. */
final class PageDelivery extends ChangeDelivery {

    PageDelivery(FreshsalesConsumer consumer, ChangeReader reader, int most) {
        super(consumer, reader, most);
    }

    @Override
    public boolean deliver(List<Change> changes, Consumer<Change> complete) throws Exception {
        List<Object> records = new ArrayList<>();
        for (Change change : changes) {
            if (!goesOn()) {
                return false;
            }
            records.add(record(change));
        }
        Map<String, Object> headers = new HashMap<>();
        headers.put(FreshsalesConstants.CHANGED_RESOURCE, consumer().resource());
        if (changes.get(0).type() == ChangeType.deleted) {
            headers.put(FreshsalesConstants.CHANGE_TYPE, ChangeType.deleted.name());
        }
        process(records, headers, 0, 1);
        changes.forEach(complete);
        return true;
    }
}
