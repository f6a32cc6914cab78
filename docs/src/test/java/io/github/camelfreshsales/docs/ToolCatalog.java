// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.component.FreshsalesComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;

/** Camel's catalog as editors and build plugins use it, with the component's entry. */
final class ToolCatalog {

    private static final CamelCatalog CATALOG = catalog();

    private ToolCatalog() {}

    private static CamelCatalog catalog() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        try (InputStream in = FreshsalesComponent.class.getResourceAsStream(
                "/META-INF/io/github/camelfreshsales/component/freshsales.json")) {
            catalog.addComponent(
                    "freshsales",
                    FreshsalesComponent.class.getName(),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalog;
    }

    static void assertValid(String uri) {
        EndpointValidationResult result =
                CATALOG.validateEndpointProperties(uri.replace("freshsales-archive", "freshsales"));
        assertThat(result.isSuccess())
                .as(() -> uri + ": " + result.summaryErrorMessage(true))
                .isTrue();
    }

    static boolean isValid(String uri) {
        return CATALOG.validateEndpointProperties(uri).isSuccess();
    }
}
