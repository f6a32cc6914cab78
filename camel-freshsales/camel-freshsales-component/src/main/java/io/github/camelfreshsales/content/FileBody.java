package io.github.camelfreshsales.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, opened each time it is written, and never loaded whole. */
record FileBody(Path path, long length, String contentType) implements RequestBody {

    static RequestBody of(Path path, String contentType) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new IllegalArgumentException("The file to send is missing, is no ordinary file or may not be read");
        }
        try {
            return new FileBody(path, Files.size(path), contentType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Transfer.bytes(in, out);
        }
    }

    /** Without the name of the file. */
    @Override
    public String toString() {
        return contentType + ", " + length + " bytes of a file";
    }
}
