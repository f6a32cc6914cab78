// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * JSON in a charset that its sender has named; otherwise it is in one of the UTFs.
 *
 * @param bytes byte[], InputStream, File or Path
 */
public record EncodedContent(Object bytes, Charset charset) {

    public EncodedContent {
        if (!(bytes instanceof byte[]
                || bytes instanceof InputStream
                || bytes instanceof File
                || bytes instanceof Path)) {
            throw new IllegalArgumentException("Only byte[], InputStream, File and Path are in a charset");
        }
    }

    /** Without the content: a body must not appear in a log. */
    @Override
    public String toString() {
        return "Content in " + charset;
    }
}
