// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMaskTest {

    private static final String KEY = "a+b/C-9x_Zq8=w";
    private final KeyMask mask = new KeyMask(KEY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b/C-9x_Zq8=w",
                "A+B/c-9X_zQ8=W",
                "a%2Bb%2FC-9x_Zq8%3Dw",
                "a%2bb%2fC%2d9x_Zq8%3dw",
                "a%252Bb%252FC-9x_Zq8%253Dw",
                "a\\u002bb\\/C-9x_Zq8=w",
                "a\\u002Bb/C-9x_Zq8\\u003Dw",
                "a&#43;b&#x2f;C-9x_Zq8&#61;w",
                "a+b/C-9x\n_Zq8=w",
                "a+b/ C-9x\u200b_Z\u202eq8=w",
            })
    void keyIsFoundInEveryForm(String form) {
        assertThat(mask.mask("Bad token " + form + " given")).isEqualTo("Bad token xxxxxx given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T", "To", "Token token=", "user:"})
    void keyIsFoundInsideBase64(String before) {
        byte[] text = (before + KEY + ":x").getBytes(StandardCharsets.UTF_8);

        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String encoded = encoder.encodeToString(text);

            String masked = mask.mask("got " + encoded + " there");

            String start = encoded.substring(0, before.length() / 3 * 4);
            assertThat(masked).startsWith("got ").contains("xxxxxx").endsWith(" there");
            assertThat(masked.length()).isLessThanOrEqualTo("got xxxxxx there".length() + start.length() + 4);
        }
    }

    @Test
    void otherTextsStay() {
        String text = "{\"message\":\"The key is missing. $1 \\\\ a+b\"}";

        assertThat(mask.mask(text)).isEqualTo(text);
        assertThat(mask.mask(null)).isNull();
        assertThat(new KeyMask(null).mask(text)).isEqualTo(text);
        assertThat(new KeyMask("key").mask(text)).isEqualTo(text);
    }

    @Test
    void longTextsTakeNoTime() {
        String text = "a+b/C-9x_Zq8=".repeat(20_000) + "YStiL0MtOXhfWnE4".repeat(5_000);

        assertThat(mask.mask(text)).isNotNull();
    }
}
