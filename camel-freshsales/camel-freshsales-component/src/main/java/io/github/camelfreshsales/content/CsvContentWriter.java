// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** CSV after RFC 4180. Its columns are known only after the last record, so all of them are held until then. */
final class CsvContentWriter implements ContentWriter {

    private static final ObjectWriter CSV = csv();

    private final RecordReader reader;
    private final CsvCells cells;

    CsvContentWriter(RecordReader reader) {
        this.reader = reader;
        this.cells = new CsvCells(reader.json());
    }

    private static ObjectWriter csv() {
        CsvMapper mapper = new CsvMapper();
        return mapper.writer(mapper.schema().withLineSeparator("\r\n"));
    }

    @Override
    public RequestBody write(Document document, String contentType) {
        Set<String> columns = new LinkedHashSet<>();
        List<Map<String, String>> rows = new ArrayList<>();
        Iterator<Object> records = records(document);
        while (records.hasNext()) {
            Map<String, Object> record = reader.plain(reader.record(records.next()));
            Map<String, String> row = cells.of(document.unwrapped(record));
            columns.addAll(row.keySet());
            rows.add(row);
        }
        return RequestBody.of(bytes(columns, rows), contentType);
    }

    private Iterator<Object> records(Document document) {
        Records records = reader.read(document.content());
        return records instanceof Records.One one
                ? List.<Object>of(one.record()).iterator()
                : ((Records.Many) records).elements();
    }

    /** A single empty cell is quoted, or its row would be an empty line, which many readers skip. */
    private ObjectWriter writer(Set<String> columns) {
        return columns.size() == 1 ? CSV.with(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS) : CSV;
    }

    private byte[] bytes(Set<String> columns, List<Map<String, String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (columns.isEmpty()) {
            return bytes.toByteArray();
        }
        try (SequenceWriter lines = writer(columns).writeValues(bytes)) {
            lines.write(columns);
            for (Map<String, String> row : rows) {
                // no null: Jackson would leave the cell out, and the rest of the row would move to the left
                lines.write(columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
