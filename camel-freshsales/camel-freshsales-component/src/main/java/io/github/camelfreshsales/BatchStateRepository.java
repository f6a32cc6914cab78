// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import java.util.Collection;
import java.util.Map;
import org.apache.camel.spi.StateRepository;

/** A repository that reads and writes many states at once, so that a chunk of records takes one call to read and one to write. */
public interface BatchStateRepository extends StateRepository<String, String> {

    /** The values of these keys. A key without a value is not in the map. */
    Map<String, String> getStates(Collection<String> keys);

    /** Stores all of these values, or none of them if it fails. */
    void setStates(Map<String, String> states);
}
