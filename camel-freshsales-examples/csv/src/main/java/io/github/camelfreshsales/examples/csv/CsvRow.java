// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.csv;

import java.util.Map;

/**
 * A row of a CSV file.
 *
 * @param line   the line of the file in which the row starts, from 1, as an editor counts
 * @param cells  what stands under each heading, as it stands there
 * @param values the cells that hold something to send, without blanks around it
 */
public record CsvRow(int line, Map<String, String> cells, Map<String, String> values) {}
