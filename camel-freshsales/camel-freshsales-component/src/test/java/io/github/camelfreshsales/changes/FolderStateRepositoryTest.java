// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderStateRepositoryTest {

    @TempDir
    Path temporary;

    private Path folder;
    private FolderStateRepository repository;

    @BeforeEach
    void startIt() {
        folder = temporary.resolve("some/cursors");
        repository = started(folder);
    }

    private static FolderStateRepository started(Path folder) {
        FolderStateRepository repository = new FolderStateRepository(folder);
        repository.start();
        return repository;
    }

    @Test
    void anUnknownKeyHasNoValue() {
        assertThat(repository.getState("a")).isNull();
    }

    @Test
    void theLatestValueOutlivesARestart() {
        repository.setState("a", "{\"one\":1}");
        repository.setState("a", "{\"two\":\"ü\"}");
        repository.stop();

        assertThat(started(folder).getState("a")).isEqualTo("{\"two\":\"ü\"}");
    }

    @Test
    void keysAreKeptApartWhateverTheyAre() {
        List<String> keys = List.of(
                "https://acme.myfreshworks.com/crm/sales/api/contacts/follow",
                "https://acme.myfreshworks.com/crm/sales/api/contacts/follow/deletions",
                "follow",
                "Follow",
                "..",
                "../../away",
                "a=b\nc",
                "a*b?c:d|e",
                "a\0b",
                "a\\b",
                "nul",
                "com1.a",
                "",
                " ",
                "-",
                "kölnisch 香");

        keys.forEach(key -> repository.setState(key, "the value of " + key));

        assertThat(keys).allSatisfy(key -> assertThat(repository.getState(key)).isEqualTo("the value of " + key));
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
        assertThat(folder.toFile().list())
                .hasSize(keys.size())
                .allMatch(name -> name.equals(name.replaceAll("[^a-z0-9._%A-F-]", "")))
                .contains("%6Eul.state", "%63om1.a.state");
        assertThat(temporary.toFile().list()).containsExactly("some");
    }

    @Test
    void aKillBeforeTheNewValueIsWholeLeavesTheOldOne() throws Exception {
        repository.setState("a", "old");
        Files.writeString(folder.resolve("a.state.next"), "ne");

        assertThat(started(folder).getState("a")).isEqualTo("old");
        repository.setState("a", "newer");
        assertThat(repository.getState("a")).isEqualTo("newer");
    }

    @Test
    void aValueThatAnotherNodeHasSetIsSeen() {
        FolderStateRepository other = started(folder);
        repository.setState("a", "1");
        assertThat(other.getState("a")).isEqualTo("1");

        other.setState("a", "2");

        assertThat(repository.getState("a")).isEqualTo("2");
    }

    @Test
    void writersOfOneKeyAllSucceedAndNobodyReadsHalfAValue() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            FolderStateRepository other = started(folder);
            List<Future<?>> writers = new ArrayList<>();
            for (String character : List.of("a", "b", "c", "d")) {
                FolderStateRepository one = character.compareTo("c") < 0 ? repository : other;
                writers.add(threads.submit(() -> StateWriter.write(one, 100, character)));
            }
            for (Future<?> writer : writers) {
                writer.get(5, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(folder.toFile().list()).containsExactly("a.state");
    }

    @Test
    @Timeout(300)
    void processesMayShareAFolderAndBeKilled() throws Exception {
        Process killed = process(1_000_000, "a");
        Process whole = process(100, "b");
        try {
            assertThat(whole.waitFor())
                    .as(Files.readString(temporary.resolve("b.log")))
                    .isZero();
        } finally {
            killed.destroyForcibly().waitFor();
            whole.destroyForcibly();
        }

        assertThat(repository.getState("a")).matches(StateWriter::isWhole);
        repository.setState("a", "1");
        assertThat(repository.getState("a")).isEqualTo("1");
    }

    private Process process(int times, String character) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StateWriter.class.getName(),
                        folder.toString(),
                        String.valueOf(times),
                        character)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve(character + ".log").toFile())
                .start();
    }

    @Test
    void whatKilledWritersHaveLeftIsRemovedByALaterStart() throws Exception {
        repository.setState("a", "1");
        Path old = Files.writeString(folder.resolve("some.next"), "ne");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(2, ChronoUnit.HOURS)));
        Files.setLastModifiedTime(
                folder.resolve("a.state"), FileTime.from(Instant.now().minus(2, ChronoUnit.HOURS)));
        Files.writeString(folder.resolve("of-one-who-lives.next"), "ne");

        FolderStateRepository later = started(folder);

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.state", "of-one-who-lives.next");
        assertThat(later.getState("a")).isEqualTo("1");
    }

    @Test
    void aWriterThatIsInterruptedKeepsItsValueAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        repository.setState("a", "1");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(repository.getState("a")).isEqualTo("1");
    }

    @Test
    void aFolderThatIsAFileIsRefusedAtTheStart() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> started(file))
                .hasStackTraceContaining(
                        "The folder " + file + " of states cannot be used: " + file + " is not a folder")
                .hasRootCauseInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aFolderThatIsReplacedByAFileIsAnErrorThatSaysSo() throws Exception {
        Files.delete(folder);
        Files.createFile(folder);

        assertThatThrownBy(() -> repository.setState("a", "1"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The state in " + folder.resolve("a.state") + " cannot be written: " + folder
                        + " is not a folder");
        assertThatThrownBy(() -> repository.getState("a"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The state in " + folder.resolve("a.state") + " cannot be read: " + folder
                        + " is not a folder");
    }

    @Test
    void aFolderThatIsRemovedIsMadeAgain() throws Exception {
        repository.setState("a", "1");
        Files.delete(folder.resolve("a.state"));
        Files.delete(folder);
        Files.delete(folder.getParent());
        assertThat(repository.getState("a")).isNull();

        quietly(() -> repository.setState("a", "2"));

        assertThat(repository.getState("a")).isEqualTo("2");
    }

    private static void quietly(Runnable work) {
        Configurator.setLevel(FolderStateRepository.class, Level.OFF);
        try {
            work.run();
        } finally {
            Configurator.setLevel(FolderStateRepository.class, Level.WARN);
        }
    }

    @Test
    void aValueThatCannotBeWrittenLeavesNothingBehind() throws Exception {
        Files.createDirectories(folder.resolve("a.state/occupied"));

        assertThatThrownBy(() -> repository.setState("a", "1"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The state in " + folder.resolve("a.state") + " cannot be written");
        assertThatThrownBy(() -> repository.getState("a"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The state in " + folder.resolve("a.state") + " cannot be read");
        assertThat(folder.toFile().list()).containsExactly("a.state");
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsAnErrorThatSaysSo() {
        repository.setState("a", "1");
        assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "root writes everywhere");

        assertThatThrownBy(() -> repository.setState("a", "2"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The state in " + folder.resolve("a.state")
                        + " cannot be written: this process may not write to the folder");
        assertThat(repository.getState("a")).isEqualTo("1");
        assertThat(folder.toFile().setWritable(true)).isTrue();
    }

    @Test
    void withoutAFolderItDoesNotStart() {
        assertThatThrownBy(() -> new FolderStateRepository().start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The FolderStateRepository needs a folder");
    }

    @Test
    void aKeyThatIsTooLongForAFileIsRefused() {
        assertThatThrownBy(() -> repository.setState("a".repeat(201), "1"))
                .hasMessage("The key of a state is too long for the name of a file (201 characters, encoded; at most"
                        + " 200); give the consumer a shorter stateKey");
    }

    @Test
    void theFolderCanBeSetAsText() {
        FolderStateRepository configured = new FolderStateRepository();
        configured.setFolder(folder.toString());
        configured.start();

        configured.setState("a", "1");

        assertThat(configured.getFolder()).isEqualTo(folder.toString());
        assertThat(repository.getState("a")).isEqualTo("1");
    }
}
