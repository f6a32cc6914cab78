// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CustomModules;
import io.github.camelfreshsales.simulator.store.FieldDefinition;
import io.github.camelfreshsales.simulator.store.Job;
import io.github.camelfreshsales.simulator.store.StoredDocument;
import io.github.camelfreshsales.simulator.store.Teams;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All of a state but the records.
 *
 * @param version of this form
 * @param classic whether it is the older product, whose records have other links
 * @param nextId the id that the next record gets
 * @param selectors those that were changed
 * @param surroundings what is about the simulator and not the account
 */
record StateHeader(
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) boolean classic,
        long nextId,
        Surroundings surroundings,
        List<String> switches,
        List<CustomModules.Definition> customModules,
        Map<String, List<FieldDefinition>> customFields,
        Map<String, List<ObjectNode>> selectors,
        Map<Long, List<Long>> marketingLists,
        Map<Long, List<Teams.Member>> teams,
        List<StoredDocument> documents,
        List<Job> jobs) {

    static final int VERSION = 1;

    StateHeader {
        surroundings = surroundings == null ? new Surroundings(Duration.ZERO, 0, 0) : surroundings;
        switches = switches == null ? List.of() : switches;
        customModules = customModules == null ? List.of() : customModules;
        customFields = customFields == null ? Map.of() : customFields;
        selectors = selectors == null ? Map.of() : selectors;
        marketingLists = marketingLists == null ? Map.of() : marketingLists;
        teams = teams == null ? Map.of() : teams;
        documents = documents == null ? List.of() : documents;
        jobs = jobs == null ? List.of() : jobs;
    }
}
