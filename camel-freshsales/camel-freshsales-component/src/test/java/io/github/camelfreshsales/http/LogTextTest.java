// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void nothingThatBreaksOrHidesALineIsLeft() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            all.appendCodePoint(c);
        }

        String clean = LogText.clean(all.toString(), Integer.MAX_VALUE - 10);

        // no assertion on the text itself, which nobody wants to read when it fails
        assertThat(Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}]")
                        .matcher(clean)
                        .find())
                .isFalse();
        assertThat(LogText.clean("äöü 中文 \uD83D\uDE00")).isEqualTo("äöü 中文 \uD83D\uDE00");
        assertThat(LogText.clean("a\r\nb\u0085c\u2028d\u2029e\u202Ef\u001B[31mg\u0000h"))
                .isEqualTo("a  b c d e f [31mg h");
    }

    @Test
    void lengthIsBounded() {
        assertThat(LogText.clean("x".repeat(600))).hasSize(501).endsWith("x…");
        assertThat(LogText.clean("\uD83D\uDE00".repeat(3), 5)).isEqualTo("\uD83D\uDE00\uD83D\uDE00…");
        assertThat(LogText.clean("/contacts/1")).isEqualTo("/contacts/1");
        assertThat(LogText.clean(null)).isNull();
    }
}
