// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

/**
 * What is to be sent as it is.
 *
 * @param name    the name of the file it comes from, or null
 * @param content byte[], text, InputStream, Reader, File, Path, or whatever else a body was
 */
record NamedContent(String name, Object content) {

    /** Without both: they are somebody's data. */
    @Override
    public String toString() {
        return content == null ? "nothing" : content.getClass().getName();
    }
}
