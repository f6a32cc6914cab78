// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

/** Turns a document into bytes, in one format. */
interface ContentWriter {

    /** Nothing is sent yet; what can be refused is refused here. */
    RequestBody write(Document document, String contentType);
}
