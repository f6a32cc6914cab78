// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each state in its own file in a folder, for cursors that must survive anything. A new value replaces the old one in one
 * step, after it has reached the disk, so a kill or a power failure leaves one of the two values, never a half one or none. The
 * repository reads the file for each value, and prepares each write in a separate file, so the nodes of a cluster can share the
 * folder. It creates the folder again if somebody removes it.
 */
public final class FolderStateRepository extends ServiceSupport implements StateRepository<String, String> {

    private static final Logger LOG = LoggerFactory.getLogger(FolderStateRepository.class);
    private static final int LONGEST_NAME = 200;

    /** Names that Windows takes for a device, with any extension. */
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    /** No living process takes that long. */
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);

    private Path folder;

    /** For configurations that set the folder later. */
    public FolderStateRepository() {}

    public FolderStateRepository(Path folder) {
        this.folder = folder;
    }

    /** The folder of the files. The repository creates it at its start. */
    public String getFolder() {
        return folder == null ? null : folder.toString();
    }

    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    @Override
    protected void doStart() throws Exception {
        if (folder == null) {
            throw new IllegalArgumentException("The FolderStateRepository needs a folder");
        }
        try {
            Files.createDirectories(folder);
            AtomicFile.removeLeftovers(folder, Instant.now().minus(LONGEST_WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " of states cannot be used" + why(), e);
        }
        super.doStart();
    }

    /** The latest value, from any process, or null. */
    @Override
    public String getState(String key) {
        Path file = file(key);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            if (e instanceof NoSuchFileException && !folderIsSomethingElse()) {
                return null;
            }
            throw new UncheckedIOException("The state in " + file + " cannot be read" + why(), e);
        }
    }

    @Override
    public void setState(String key, String value) {
        Objects.requireNonNull(value, "A state must have a value");
        Path file = file(key);
        boolean interrupted = Thread.interrupted(); // would end the write, while a route stops
        try {
            if (Files.notExists(folder)) {
                LOG.warn("The folder {} of states was missing, with its contents; it is created again", folder);
                Files.createDirectories(folder);
            }
            AtomicFile.write(file, value);
        } catch (IOException e) {
            throw new UncheckedIOException("The state in " + file + " cannot be written" + why(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean folderIsSomethingElse() {
        return Files.exists(folder) && !Files.isDirectory(folder);
    }

    private String why() {
        if (folderIsSomethingElse()) {
            return ": " + folder + " is not a folder";
        }
        return Files.exists(folder) && !Files.isWritable(folder) ? ": this process may not write to the folder" : "";
    }

    private Path file(String key) {
        StringBuilder name = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            name.append(isPlain(b) ? String.valueOf((char) b) : encoded(b));
        }
        if (DEVICE.matcher(key).matches()) {
            name.replace(0, 1, encoded((byte) key.charAt(0)));
        }
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The key of a state is too long for the name of a file (" + name.length()
                    + " characters, encoded; at most " + LONGEST_NAME + "); give the consumer a shorter stateKey");
        }
        return folder.resolve(name.append(".state").toString());
    }

    /** Upper case is encoded, since some file systems would take two keys for one. */
    private static boolean isPlain(byte b) {
        return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-' || b == '_' || b == '.';
    }

    private static String encoded(byte b) {
        return String.format("%%%02X", b);
    }
}
