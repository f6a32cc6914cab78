// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.bulkimport;

/** Something that the person who started the example can put right; the message says what. */
final class BulkImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BulkImportException(String message) {
        super(message);
    }
}
