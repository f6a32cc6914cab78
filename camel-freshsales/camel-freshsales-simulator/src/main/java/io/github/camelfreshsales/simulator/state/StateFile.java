// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.state;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file with a state. It is replaced as a whole: whoever reads it, or stops the program meanwhile, finds the old or the new one. */
public record StateFile(Path path) {

    /** Writes a state. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public synchronized void write(Content content) throws IOException {
        Path target = path.toAbsolutePath();
        Path written =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".new");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
                content.writeTo(out);
            }
            move(written, target);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
