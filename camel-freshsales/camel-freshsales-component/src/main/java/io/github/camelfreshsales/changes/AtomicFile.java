// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;

/**
 * Replaces the text of a file in one step, even if others do so at the same time. Each writer prepares the new text in a separate
 * file beside it.
 */
final class AtomicFile {

    private static final String PREPARED = ".next";

    private AtomicFile() {}

    static void write(Path file, String text) throws IOException {
        Path prepared = file.resolveSibling(UUID.randomUUID() + PREPARED);
        try {
            boolean isNew = Files.notExists(file);
            writeThrough(prepared, text);
            Files.move(prepared, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (isNew) {
                writeThrough(file.getParent());
            }
        } catch (IOException e) {
            remove(prepared, e);
            throw e;
        }
    }

    private static void writeThrough(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** After a power failure an old value would only deliver records again; a missing file could skip some. */
    private static void writeThrough(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) { // Windows opens no folders
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void remove(Path prepared, IOException reason) {
        try {
            Files.deleteIfExists(prepared);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Removes the files of writers that were killed before an instant. */
    static void removeLeftovers(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "*" + PREPARED)) {
            for (Path leftover : leftovers) {
                removeWhenOlder(leftover, before);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeWhenOlder(Path leftover, Instant instant) throws IOException {
        try {
            if (Files.getLastModifiedTime(leftover).toInstant().isBefore(instant)) {
                Files.deleteIfExists(leftover);
            }
        } catch (NoSuchFileException e) {
            // its writer lives, or another node was faster
        }
    }
}
