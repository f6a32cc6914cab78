// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

/** Something that the person who started the example can put right; the message says what. */
final class NightlyExportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NightlyExportException(String message) {
        super(message);
    }
}
