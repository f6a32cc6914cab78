// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

/** Something that the person who started the example can put right; the message says what. */
final class QuickstartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QuickstartException(String message) {
        super(message);
    }
}
