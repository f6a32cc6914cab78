// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Pages of as many records as are wanted. They differ in their ids only, which all have the same length. */
final class Pages {

    private final byte[] row;
    private final List<Integer> placesOfId = new ArrayList<>();
    private final int idLength;
    private final long firstId;
    private final long total;

    Pages(byte[] record, String id, long firstId, long total) {
        this.row = Responses.join(record, Responses.ascii(","));
        this.idLength = id.length();
        this.firstId = firstId;
        this.total = total;
        String text = new String(row, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
            placesOfId.add(at);
        }
    }

    byte[] page(int number, int perPage) {
        long from = Math.min(total, (number - 1L) * perPage);
        int rows = (int) Math.min(perPage, total - from);
        byte[] head = Responses.ascii("{\"contacts\":[");
        byte[] tail = Responses.ascii(
                "],\"meta\":{\"total_pages\":" + (total + perPage - 1) / perPage + ",\"total\":" + total + "}}");
        byte[] page = new byte[head.length + Math.max(0, rows * row.length - 1) + tail.length];
        System.arraycopy(head, 0, page, 0, head.length);
        int at = head.length;
        for (int index = 0; index < rows; index++) {
            boolean last = index == rows - 1;
            System.arraycopy(row, 0, page, at, row.length - (last ? 1 : 0));
            byte[] id = Responses.ascii(Long.toString(firstId + from + index));
            for (int place : placesOfId) {
                System.arraycopy(id, 0, page, at + place, idLength);
            }
            at += row.length;
        }
        System.arraycopy(tail, 0, page, page.length - tail.length, tail.length);
        return page;
    }
}
