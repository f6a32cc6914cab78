package io.github.camelfreshsales.examples.synctodatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorTableTest {

    @TempDir
    Path folder;

    @Test
    void theLatestValueOfEachKeyOutlivesARestart() {
        try (Database database = Database.in(folder.resolve("crm"))) {
            CursorTable cursors = new CursorTable(database.source());
            assertThat(cursors.getState("contacts")).isNull();
            cursors.setState("contacts", "1");
            cursors.setState("deals", "2");
            cursors.setState("contacts", "3");
        }

        try (Database database = Database.in(folder.resolve("crm"))) {
            CursorTable cursors = new CursorTable(database.source());
            assertThat(cursors.getState("contacts")).isEqualTo("3");
            assertThat(cursors.getState("deals")).isEqualTo("2");
        }
    }

    @Test
    void tableThatIsGoneIsAnErrorAndNoNewStart() throws Exception {
        try (Database database = Database.in(folder.resolve("crm"));
                Connection connection = database.source().getConnection()) {
            CursorTable cursors = new CursorTable(database.source());
            connection.createStatement().execute("DROP TABLE cursors");

            assertThatThrownBy(() -> cursors.setState("contacts", "1"))
                    .hasMessage("The cursor contacts cannot be written");
            assertThatThrownBy(() -> cursors.getState("contacts")).hasMessage("The cursor contacts cannot be read");
        }
    }
}
