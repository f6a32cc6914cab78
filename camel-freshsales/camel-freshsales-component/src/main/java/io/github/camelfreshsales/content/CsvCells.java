// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays a record out flat: a cell for each value, named by its keys joined by dots. */
final class CsvCells {

    private final ExactJson json;

    CsvCells(ExactJson json) {
        this.json = json;
    }

    Map<String, String> of(Map<String, Object> record) {
        Map<String, String> row = new LinkedHashMap<>();
        add("", record, row);
        return row;
    }

    private void add(String prefix, Map<?, ?> fields, Map<String, String> row) {
        fields.forEach((key, value) -> {
            String column = prefix + ScalarText.of(key);
            if (value instanceof Map<?, ?> nested) {
                add(column + ".", nested, row);
            } else if (row.containsKey(column)) {
                throw new IllegalArgumentException(
                        "Two fields of a record share the CSV column '" + column + "'; rename the one with the dot");
            } else {
                row.put(column, cell(value));
            }
        });
    }

    private String cell(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(this::item).collect(Collectors.joining(";"))
                : ScalarText.of(value);
    }

    private String item(Object item) {
        return item instanceof Map || item instanceof List
                ? new String(json.write(item), StandardCharsets.UTF_8)
                : ScalarText.of(item);
    }
}
