// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No tool calls a URI of the manual wrong. */
class UrisTest {

    private static final Pattern IN_CODE = Pattern.compile("[\" ](freshsales:[a-zA-Z]+(?:\\?[^\"\\s]*)?)(?=[\"\\s])");

    static Stream<Path> pages() {
        return new Pages(Path.of("").toAbsolutePath()).all().stream();
    }

    private static List<String> uris(Path page) throws IOException {
        return IN_CODE.matcher(Files.readString(page) + "\n")
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .filter(uri -> !uri.endsWith("..."))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyUriIsValid(Path page) throws IOException {
        uris(page).forEach(ToolCatalog::assertValid);
    }

    @Test
    void urisAreFound() throws IOException {
        assertThat(uris(Path.of("composing.adoc"))).contains("freshsales:upsert?resourceType=contacts");
        assertThat(uris(Path.of("operations.adoc"))).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"freshsales:creat", "freshsales:create?resourcetyp=contacts", "freshsales:list?perPage=many"})
    void wrongUriIsFound(String uri) {
        assertThat(ToolCatalog.isValid(uri)).isFalse();
    }
}
