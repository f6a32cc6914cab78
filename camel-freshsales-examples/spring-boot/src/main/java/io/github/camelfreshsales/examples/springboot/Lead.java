// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.springboot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a web site knows of somebody, in the names of Freshsales. */
record Lead(
        String email,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName) {}
