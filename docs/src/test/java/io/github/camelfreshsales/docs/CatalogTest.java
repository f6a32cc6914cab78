// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.component.FreshsalesComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static Catalog catalog(String json) throws IOException {
        return new Catalog(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @Test
    void optionHasItsDefaultItsValuesAndItsHeader() throws IOException {
        Catalog catalog = catalog("""
                {'properties': {'wrap': {'kind': 'parameter', 'label': 'producer,record', 'type': 'enum',
                    'enum': ['auto', 'a|b'], 'defaultValue': 'auto', 'description': 'Whether to wrap.'}},
                 'headers': {'CamelFreshsalesWrap': {'label': 'producer'}}}""");

        assertThat(catalog.endpointOptions("record"))
                .containsExactly(
                        "[cols=\"8,3,14\",options=\"header\"]",
                        "|===",
                        "|Option |Default |Description",
                        "",
                        "|`wrap`",
                        "|`auto`",
                        "|Whether to wrap. One of `auto`, `+a\\|b+`. _Per message:_ `CamelFreshsalesWrap`",
                        "|===");
    }

    @Test
    void optionsStandInTheGroupOfTheirLabel() throws IOException {
        Catalog catalog = catalog("""
                {'properties': {
                    'operation': {'kind': 'path', 'label': ''},
                    'lazyStartProducer': {'kind': 'parameter', 'label': 'producer,advanced'},
                    'quotaReserve': {'kind': 'parameter', 'label': 'producer,quota'},
                    'dryRun': {'kind': 'parameter', 'label': 'producer,result'},
                    'apiKey': {'kind': 'parameter', 'label': 'common,account,security'}}}""");

        assertThat(catalog.endpointOptions(""))
                .filteredOn(line -> line.startsWith("====") || line.startsWith("|`"))
                .containsExactly(
                        "==== Account options",
                        "|`apiKey`",
                        "==== Result options",
                        "|`dryRun`",
                        "==== Quota options",
                        "|`quotaReserve`",
                        "==== Advanced options",
                        "|`lazyStartProducer`");
    }

    @Test
    void optionsOfTheComponentAreThoseThatNoEndpointHas() throws IOException {
        Catalog catalog = catalog("""
                {'componentProperties': {
                    'domain': {'label': 'common,account', 'required': true},
                    'proxyPassword': {'label': 'http,security', 'secret': true, 'description': 'The password.'},
                    'httpClient': {'label': 'http,advanced', 'type': 'object', 'javaType': 'org.x.HttpClient',
                        'description': 'A client.'}},
                 'properties': {'domain': {'kind': 'parameter'}}}""");

        assertThat(catalog.componentOptions("http"))
                .filteredOn(line -> line.startsWith("|") && !line.startsWith("|Option") && !line.equals("|==="))
                .containsExactly(
                        "|`proxyPassword`",
                        "|",
                        "|The password. Secret: it is masked wherever Camel shows it.",
                        "|`httpClient`",
                        "|",
                        "|A client. A bean of the type `HttpClient`.");
    }

    @Test
    void prefixOfManyValuesIsPartOfTheName() throws IOException {
        Catalog catalog = catalog("""
                {'properties': {'httpHeaders': {'kind': 'parameter', 'label': 'manual', 'prefix': 'httpHeader.',
                    'description': 'Headers. This is a multi-value option with prefix: httpHeader.'}}}""");

        assertThat(catalog.endpointOptions("manual")).contains("|`+httpHeader.*+` or `httpHeaders`", "|Headers.");
    }

    @Test
    void headersAreToldApartByTheirLabel() throws IOException {
        Catalog catalog = catalog("""
                {'headers': {
                    'In': {'label': 'producer', 'javaType': 'java.util.Map<String, Object>', 'description': 'Steers.'},
                    'Out': {'label': 'producer,result', 'javaType': 'Long', 'description': 'Tells.'}}}""");

        assertThat(catalog.headers("in"))
                .contains("|`In`", "|Map<String, Object>", "|Steers.")
                .doesNotContain("|`Out`");
        assertThat(catalog.headers("out"))
                .contains("|`Out`", "|Long", "|Tells.")
                .doesNotContain("|`In`");
    }

    @Test
    void groupThatDoesNotExistIsRefused() throws IOException {
        Catalog catalog = catalog("{'properties': {'a': {'kind': 'parameter', 'label': 'record'}}}");

        assertThatThrownBy(() -> catalog.endpointOptions("recrod")).hasMessageContaining("There is no group 'recrod'");
    }

    @Test
    void everyOptionOfTheRealComponentIsInATable() {
        Catalog catalog = Catalog.ofComponent();
        List<String> component = catalog.componentOptions("");
        List<String> endpoint = catalog.endpointOptions("");

        assertThat(component).contains("|`connectTimeout`", "|`objectMapper`", "|`sslContextParameters`");
        assertThat(endpoint).contains("|`domain`", "|`resourceType`", "|`contentFormat`", "|`resultMode`", "|`dryRun`");
    }

    /** Tools read the catalog; the manual's own table of operations is made of the source. */
    @Test
    void everyOperationIsDescribedInTheCatalog() throws IOException {
        String description;
        try (InputStream in = FreshsalesComponent.class.getResourceAsStream(
                "/META-INF/io/github/camelfreshsales/component/freshsales.json")) {
            description = new ObjectMapper()
                    .readTree(in)
                    .at("/properties/operation/description")
                    .asText();
        }

        StringBuilder expected = new StringBuilder("What the endpoint does.");
        new EnumSource(Path.of("../camel-freshsales/camel-freshsales-component/src/main/java"))
                .constants("FreshsalesOperation")
                .forEach(operation -> expected.append(' ')
                        .append(operation.name())
                        .append(": ")
                        .append(firstSentence(operation.text())));
        assertThat(description).isEqualTo(expected.toString());
    }

    private static String firstSentence(String text) {
        String plain = text.replaceAll("`\\+|\\+`|`", "");
        int end = plain.indexOf(". ");
        return end < 0 ? plain : plain.substring(0, end + 1);
    }

    @Test
    void pageOfCamelBeginsAsItsCatalogSays() throws IOException {
        Catalog catalog = catalog("""
                {'component': {'title': 'Fresh', 'name': 'fresh', 'artifactId': 'camel-fresh', 'description': 'Does it.',
                    'firstVersion': '1.2', 'supportLevel': 'Stable'}}""");

        assertThat(catalog.camelHeader())
                .startsWith(
                        ":doctitle: Fresh",
                        ":shortname: fresh",
                        ":artifactid: camel-fresh",
                        ":description: Does it.",
                        ":since: 1.2",
                        ":supportlevel: Stable");
    }

    @Test
    void dependencyIsTheOneOfTheComponent() throws IOException {
        Catalog catalog = catalog("{'component': {'groupId': 'g', 'artifactId': 'a', 'version': '1'}}");

        assertThat(catalog.dependency("").lines())
                .containsExactly(
                        "<dependency>",
                        "    <groupId>g</groupId>",
                        "    <artifactId>a</artifactId>",
                        "    <version>1</version>",
                        "</dependency>");
        assertThat(catalog.dependency("simulator").lines())
                .contains("    <artifactId>a-simulator</artifactId>", "    <scope>test</scope>");
        assertThat(catalog.dependency("dsl").lines())
                .contains("    <artifactId>a-dsl</artifactId>")
                .doesNotContain("    <scope>test</scope>");
    }
}
