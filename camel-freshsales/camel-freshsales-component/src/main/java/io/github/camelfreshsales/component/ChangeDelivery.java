// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.changes.Change;
import io.github.camelfreshsales.changes.ChangeType;
import io.github.camelfreshsales.changes.Delivery;
import io.github.camelfreshsales.operation.ChangeReader;
import java.util.Map;

/** The exchanges of one poll, as many as it may have. */
abstract class ChangeDelivery implements Delivery {

    private final FreshsalesConsumer consumer;
    private final ChangeReader reader;
    private final int most;
    private int count;

    ChangeDelivery(FreshsalesConsumer consumer, ChangeReader reader, int most) {
        this.consumer = consumer;
        this.reader = reader;
        this.most = most;
    }

    FreshsalesConsumer consumer() {
        return consumer;
    }

    /** How many exchanges were completed. */
    int count() {
        return count;
    }

    int left() {
        return most - count;
    }

    @Override
    public boolean goesOn() {
        return left() > 0 && consumer.mayGoOn();
    }

    @Override
    public void responded() {
        consumer.responded();
    }

    /** The record as the route is to get it. */
    Object record(Change change) {
        boolean isRead = consumer.isReread() && change.type() != ChangeType.deleted && change.id() != null;
        return isRead ? reader.reread(change.id(), change.row()) : change.row();
    }

    /** Takes a record, or the records of a page, through the route. */
    void process(Object body, Map<String, Object> headers, int index, int size) throws Exception {
        consumer.process(reader.format(body), headers, index, size);
        count++;
    }
}
