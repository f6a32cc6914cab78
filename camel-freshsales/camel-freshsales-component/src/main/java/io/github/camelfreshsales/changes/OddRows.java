// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each kind of row that cannot be followed once, with the name of the field but never with its value, and counts them. */
final class OddRows {

    private static final Logger LOG = LoggerFactory.getLogger(OddRows.class);

    private final String resource;
    private final Set<String> reported = new HashSet<>();
    private volatile long count;

    OddRows(String resource) {
        this.resource = resource;
    }

    /** A record was delivered that has no place in the order of changes. */
    void delivered(String field) {
        count++;
        if (reported.add(field)) {
            LOG.warn(
                    "A record of {} came without a usable {}. It was delivered, and the cursor stays where it is. Further ones"
                            + " are counted only",
                    resource,
                    field);
        }
    }

    /** Rows came that are no records at all. */
    void skipped(int rows) {
        if (rows > 0) {
            count += rows;
            if (reported.add("")) {
                LOG.warn("A row of {} is no record and was left out. Further ones are only counted", resource);
            }
        }
    }

    /** A record was delivered that changed at a time which is still to come. */
    void ahead() {
        count++;
        if (reported.add("ahead")) {
            LOG.warn(
                    "A record of {} has an updated_at that is still to come. It was delivered, and the cursor stays where it"
                            + " is until then. If that goes for all records, the clock of this machine is slow",
                    resource);
        }
    }

    long count() {
        return count;
    }
}
