// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.docs.EnumSource.Constant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnumSourceTest {

    @TempDir
    Path project;

    private EnumSource source(String java) throws IOException {
        Files.writeString(project.resolve("Kind.java"), java);
        return new EnumSource(project);
    }

    @Test
    void constantsHaveTheTextOfTheirComments() throws IOException {
        EnumSource source = source("""
                /** Not a constant. */
                public enum Kind {

                    /**
                     * Does it with `POST /{id}`, and {@code a[]=b}.
                     * See {@link Kind#other}; `plain`.
                     *
                     * @since 1
                     */
                    one("x/y"),

                    /** The other. */
                    other;

                    /** A field. */
                    private String field;

                    /** A method. */
                    String field() {
                        return field;
                    }
                }
                """);

        assertThat(source.constants("Kind"))
                .containsExactly(
                        new Constant("one", "Does it with `+POST /{id}+`, and `+a[]=b+`. See `other`; `plain`."),
                        new Constant("other", "The other."));
    }

    @Test
    void lastConstantNeedsNoComma() throws IOException {
        assertThat(source("enum Kind {\n    /** A. */\n    a,\n    /** B. */\n    b\n}")
                        .constants("Kind"))
                .extracting(Constant::name)
                .containsExactly("a", "b");
    }

    @Test
    void sourceWithoutConstantsIsRefused() throws IOException {
        EnumSource source = source("class Kind {}");

        assertThatThrownBy(() -> source.constants("Kind")).hasMessageContaining("no constant with a comment");
        assertThatThrownBy(() -> source.constants("Gone")).hasMessageContaining("is missing: Gone");
    }

    @Test
    void literalsKeepWhatAsciiDocWouldInterpret() {
        assertThat(Literal.of("contact.first_name")).isEqualTo("`contact.first_name`");
        assertThat(Literal.of("{id}")).isEqualTo("`+{id}+`");
        assertThat(Literal.of("a+[b]")).isEqualTo("`pass:c[a+[b\\]]`");
    }
}
