package io.github.camelfreshsales.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
                "kölnisch 香");

        keys.forEach(key -> repository.setState(key, "the value of " + key));

        assertThat(keys).allSatisfy(key -> assertThat(repository.getState(key)).isEqualTo("the value of " + key));
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
        assertThat(folder.toFile().list())
                .hasSize(keys.size())
                .allMatch(name -> name.equals(name.replaceAll("[^a-z0-9._%A-F-]", "")));
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
    void aFolderThatIsAFileIsRefusedAtTheStart() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> started(file)).hasRootCauseInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void withoutAFolderItDoesNotStart() {
        assertThatThrownBy(() -> new FolderStateRepository().start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The FolderStateRepository needs a folder");
    }

    @Test
    void aFolderThatIsGoneIsAnErrorThatNamesTheFile() throws Exception {
        Files.delete(folder);

        assertThatThrownBy(() -> repository.setState("a", "1"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a.state cannot be written");
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
