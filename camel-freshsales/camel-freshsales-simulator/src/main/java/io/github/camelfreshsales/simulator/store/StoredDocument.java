// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

/**
 * A file or link that was attached to a record.
 *
 * @param content the bytes as they arrived; empty for a link
 * @param link the address of a link, null for a file
 */
public record StoredDocument(
        long id,
        String fileName,
        String contentType,
        byte[] content,
        String link,
        String targetableType,
        long targetableId,
        boolean shared) {

    public boolean isLink() {
        return link != null;
    }
}
