// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManualWriterTest {

    @TempDir
    Path project;

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectory(project.resolve("docs"));
        write("docs/index.adoc", "= Index\n\n== Start\n\nxref:one.adoc[First]:: It.\nxref:two.adoc[Second]:: Also.\n");
        write("docs/one.adoc", "= One\n");
        write("docs/two.adoc", "= Two\n");
        write("Route.java", """
                class Route {
                    // tag::all[]
                    from("a")
                            // tag::inner[]
                            .to("b");

                    // end::inner[]
                    // end::all[]
                }
                """);
        write("cases.csv", "In  | Out\na&b | {c}\n\nd   | e\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(project.resolve(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(project.resolve(file));
    }

    private void run() {
        new ManualWriter(project.resolve("docs")).writeAll();
    }

    private String written(String region) throws IOException {
        write("docs/one.adoc", "= One\n\n// begin: " + region + "\nstale\n// end\n\nrest\n");
        run();
        String page = read("docs/one.adoc");
        assertThat(page).startsWith("= One\n\n// begin: " + region + "\n").endsWith("\n// end\n\nrest\n");
        return page.substring(page.indexOf('\n', 10) + 1, page.indexOf("\n// end"));
    }

    @Test
    void codeIsCutOutAndMovedToTheLeft() throws IOException {
        assertThat(written("code Route.java#all"))
                .isEqualTo("[source,java]\n----\nfrom(\"a\")\n        .to(\"b\");\n\n----");
    }

    @Test
    void codeWithoutATagIsTheWholeFile() throws IOException {
        assertThat(written("code cases.csv"))
                .startsWith("[source,text]\n----\nIn  | Out\n")
                .endsWith("d   | e\n----");
    }

    @Test
    void casesOfATestBecomeATable() throws IOException {
        String rows = "[cols=\"1,2\",options=\"header\"]\n|===\n|In |Out\n\n";

        assertThat(written("code-cases cases.csv 1,2")).isEqualTo(rows + "|`+a&b+`\n|`+{c}+`\n\n|`d`\n|`e`\n|===");
        assertThat(written("text-cases cases.csv 1,2")).isEqualTo(rows + "|a&b\n|{c}\n\n|d\n|e\n|===");
    }

    @Test
    void navigationLeadsToTheNeighbours() throws IOException {
        assertThat(written("navigation")).isEqualTo("[.navigation]\nxref:index.adoc[Index] | Next: xref:two.adoc[Two]");
        write("docs/two.adoc", "= Two\n// begin: navigation\n// end\n");
        run();
        assertThat(read("docs/two.adoc")).contains("\nxref:index.adoc[Index] | Previous: xref:one.adoc[One]\n");
    }

    @Test
    void resourcesAreThoseOfTheComponent() throws IOException {
        assertThat(written("resources"))
                .contains("|`cpq_documents`\n|`cpq/cpq_documents`\n|`cpq_document`\n"
                        + "|create, get, update, delete, forget, restore, related")
                .contains("|a custom module, such as `cm_project`\n|`custom_module/cm_project`\n|its own name\n")
                .contains("|any other word\n|the word\n|none\n|all of these");
    }

    @Test
    void everyOperationOfAResourceIsInItsRow() throws IOException {
        List<String> lines = written("resources").lines().toList();

        for (Resource resource : ResourceRegistry.all()) {
            String row = lines.get(lines.indexOf("|`" + resource.name() + "`") + 3);
            assertThat(row.substring(1).split(", "))
                    .containsExactlyElementsOf(resource.operations().stream()
                            .sorted()
                            .map(Enum::name)
                            .toList());
        }
    }

    @Test
    void readmeHasRegionsToo() throws IOException {
        write("README.md", "# Title\n\n<!-- begin: code Route.java#inner -->\n<!-- end -->\n");

        run();

        assertThat(read("README.md"))
                .isEqualTo(
                        "# Title\n\n<!-- begin: code Route.java#inner -->\n```java\n.to(\"b\");\n\n```\n<!-- end -->\n");
    }

    @Test
    void secondRunTouchesNothing() throws IOException {
        write("docs/one.adoc", "= One\n\n// begin: resources\n// end\n\n// begin: navigation\n// end\n");
        run();
        String once = read("docs/one.adoc");
        FileTime long_ago = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(project.resolve("docs/one.adoc"), long_ago);

        run();

        assertThat(read("docs/one.adoc")).isEqualTo(once);
        assertThat(Files.getLastModifiedTime(project.resolve("docs/one.adoc"))).isEqualTo(long_ago);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "// begin: code Gone.java#x\\n// end; An example of the manual is missing: Gone.java",
                "// begin: code Route.java#gone\\n// end; Route.java has no tag::gone[]",
                "// begin: what\\n// end; nothing is known of the region 'what'",
                "// begin: resources; the region 'resources' has no end",
                "// begin: resources\\n// begin: headers in\\n// end; the region 'resources' has no end",
                "// end; the end of a region that has no beginning"
            })
    void mistakeInAPageStopsTheBuild(String text, String message) throws IOException {
        write("docs/one.adoc", "= One\n" + text.replace("\\n", "\n") + "\n");

        assertThatThrownBy(this::run).hasMessageContaining(message);
    }

    @Test
    void pageThatTheIndexDoesNotListIsFound() throws IOException {
        write("docs/three.adoc", "= Three\n// begin: navigation\n// end\n");

        assertThatThrownBy(this::run).hasMessage("index.adoc does not list three.adoc");
    }
}
