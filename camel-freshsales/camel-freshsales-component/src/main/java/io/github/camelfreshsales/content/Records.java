// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.util.Map;

/** The records of a body. */
public sealed interface Records {

    /** No body. */
    record None() implements Records {}

    /** One record. */
    record One(Map<String, Object> record) implements Records {

        /** Without the record: a body must not appear in a log. */
        @Override
        public String toString() {
            return "One record";
        }
    }

    /**
     * Many records, or ids. The elements are handed out as they came, so that one that cannot be read can be reported
     * by itself; {@link RecordReader#record} reads one. Closing closes what they come from, as reaching the end does.
     */
    record Many(Elements elements) implements Records, AutoCloseable {

        @Override
        public void close() {
            elements.close();
        }

        @Override
        public String toString() {
            return "Many records";
        }
    }
}
