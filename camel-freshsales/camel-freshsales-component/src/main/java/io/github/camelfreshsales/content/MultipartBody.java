package io.github.camelfreshsales.content;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hc.core5.http.HttpEntity;

/** A multipart body; it can be repeated if all its files can. */
final class MultipartBody implements RequestBody {

    private final HttpEntity form;
    private final String contentType;
    private final List<RequestBody> files;

    MultipartBody(HttpEntity form, String contentType, List<RequestBody> files) {
        this.form = form;
        this.contentType = contentType;
        this.files = List.copyOf(files);
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public long length() {
        return form.getContentLength();
    }

    @Override
    public boolean repeatable() {
        return files.stream().allMatch(RequestBody::repeatable);
    }

    /** Each file closes itself when it has been written; after a failure the rest is closed here. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            form.writeTo(out);
        } catch (IOException | RuntimeException | Error e) {
            files.forEach(file -> Closing.closeAfter(e, file));
            throw e;
        }
    }

    @Override
    public void close() {
        files.forEach(Closing::close);
    }
}
