package io.github.camelfreshsales.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Keeps each state in a file of its own below a folder, for cursors that must survive whatever happens. A new value replaces
 * the old one in one step and after it has reached the disk, so that a kill or a loss of power leaves one of them, and
 * never half of one or none. A value is read from its file whenever it is asked for, so the nodes of a cluster may share a
 * folder.
 */
public final class FolderStateRepository extends ServiceSupport implements StateRepository<String, String> {

    private static final int LONGEST_NAME = 200;

    private Path folder;

    /** For configurations that set the folder afterwards. */
    public FolderStateRepository() {}

    public FolderStateRepository(Path folder) {
        this.folder = folder;
    }

    /** The folder of the files. It is made when the repository starts. */
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
        Files.createDirectories(folder);
        super.doStart();
    }

    /** The value that was set last, by whomever, or null. */
    @Override
    public String getState(String key) {
        Path file = file(key);
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("The state in " + file + " cannot be read", e);
        }
    }

    @Override
    public void setState(String key, String value) {
        Path file = file(key);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            boolean isNew = Files.notExists(file);
            write(next, value);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (isNew) {
                forceFolder();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The state in " + file + " cannot be written", e);
        }
    }

    private static void write(Path file, String value) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(value);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** After a loss of power an old value would only repeat records; a file that is not there at all could skip some. */
    private void forceFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) { // Windows opens no folders
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Path file(String key) {
        StringBuilder name = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            name.append(isPlain(b) ? String.valueOf((char) b) : String.format("%%%02X", b));
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
}
