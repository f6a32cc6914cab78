// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.create;

import java.util.Map;

/** A way to create a contact: takes the record as a Map, gives the created one as a Map. */
public interface Contender extends AutoCloseable {

    Map<?, ?> create(Map<String, Object> record) throws Exception;

    @Override
    void close() throws Exception;
}
