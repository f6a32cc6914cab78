// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.core5.http.ContentType;

/** Hands one part to HttpClient; one with a file name is a file. */
final class PartBody extends AbstractContentBody {

    private final RequestBody source;
    private final String fileName;

    PartBody(RequestBody source, String fileName) {
        super(ContentType.parse(source.contentType()));
        this.source = source;
        this.fileName = fileName;
    }

    @Override
    public String getFilename() {
        return fileName;
    }

    @Override
    public long getContentLength() {
        return source.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        source.writeTo(out);
    }
}
