// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(console, true);

    @Test
    void aTerminalShowsOneLineThatIsWipedAtTheEnd() {
        Progress progress = new Progress(out, true);

        progress.show(1, "1 of 2");
        progress.show(2, "too soon after the one before");
        progress.end();

        assertThat(console.toString()).isEqualTo("\r1 of 2\r      \r");
    }

    @Test
    void elsewhereThereIsALineForEveryHundredRows() {
        Progress progress = new Progress(out, false);

        for (int row = 1; row <= 250; row++) {
            progress.show(row, row + " rows");
        }

        assertThat(console.toString().lines()).containsExactly("100 rows", "200 rows");
    }
}
