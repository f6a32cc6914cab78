// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRootTest {

    @ParameterizedTest
    @CsvSource({
        "acme,                                                    https://acme.myfreshworks.com/crm/sales/api",
        "' ACME ',                                                https://acme.myfreshworks.com/crm/sales/api",
        "acme.myfreshworks.com,                                   https://acme.myfreshworks.com/crm/sales/api",
        "acme.myfreshworks.com/crm/sales,                         https://acme.myfreshworks.com/crm/sales/api",
        "acme.myfreshworks.com/crm/sales/,                        https://acme.myfreshworks.com/crm/sales/api",
        "https://acme.myfreshworks.com/crm/sales/api,             https://acme.myfreshworks.com/crm/sales/api",
        "https://acme.myfreshworks.com/crm/sales/api/,            https://acme.myfreshworks.com/crm/sales/api",
        "https://acme.myfreshworks.com/crm/sales/contacts/70?a=b, https://acme.myfreshworks.com/crm/sales/api",
        "https://acme.myfreshworks.com/crm/sales/#/contacts,      https://acme.myfreshworks.com/crm/sales/api",
        "sandbox-90123456.myfreshworks.com/crm/sales,             https://sandbox-90123456.myfreshworks.com/crm/sales/api",
        "acme.freshworks.com,                                     https://acme.freshworks.com/crm/sales/api",
        "acme.myfreshworks.com:443/crm/sales,                     https://acme.myfreshworks.com/crm/sales/api",
        "acme.freshsales.io,                                      https://acme.freshsales.io/api",
        "https://acme.freshsales.io/api,                          https://acme.freshsales.io/api",
        "localhost:8080/crm/sales,                                http://localhost:8080/crm/sales/api",
        "http://127.0.0.1:8080,                                   http://127.0.0.1:8080/api",
        "https://localhost:8443/crm/sales,                        https://localhost:8443/crm/sales/api",
        "http://[::1]:8080/api,                                   http://[::1]:8080/api"
    })
    void domainBecomesTheApiRoot(String domain, String root) {
        assertThat(ApiRoot.of(domain, List.of())).hasToString(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "https://myfreshworks.com.evil.example/crm/sales",
                "evilmyfreshworks.com",
                "acme.freshsales.io.evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "10.0.0.1"
            })
    void keyGoesToNoOtherHost(String domain) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiRoot.of(domain, List.of()))
                .withMessageContaining("is not a Freshworks host")
                .withMessageContaining("trustedHosts");
    }

    @Test
    void keyGoesToNoRealHostWithoutTls() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiRoot.of("http://acme.myfreshworks.com", List.of()))
                .withMessageContaining("Use https://acme.myfreshworks.com");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiRoot.of("http://crm.example", List.of("crm.example")))
                .withMessageContaining("Use https://crm.example");
    }

    @Test
    void trustedHostsWidenWhatIsAccepted() {
        assertThat(ApiRoot.of("crm.example", List.of("crm.example"))).hasToString("https://crm.example/api");
        assertThat(ApiRoot.of("eu.crm.example/x", List.of("other.example", "*.crm.example")))
                .hasToString("https://eu.crm.example/x/api");
        assertThatIllegalArgumentException().isThrownBy(() -> ApiRoot.of("evilcrm.example", List.of("*.crm.example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@acme.myfreshworks.com",
                "ftp://acme.myfreshworks.com",
                "https://",
                "not a host",
                "https://acme_x.myfreshworks.com"
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String domain) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiRoot.of(domain, List.of()))
                .withMessageContaining("is not the address of an account")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void domainMustBeThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiRoot.of(null, List.of()))
                .withMessageContaining("option domain is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiRoot.of("  ", List.of()))
                .withMessageContaining("option domain is missing");
    }

    @Test
    void sameOriginMeansSchemeHostAndPort() {
        ApiRoot root = ApiRoot.of("acme", List.of());

        assertThat(root.isSameOrigin(URI.create("https://acme.myfreshworks.com/x")))
                .isTrue();
        assertThat(root.isSameOrigin(URI.create("https://ACME.myfreshworks.com:443/x")))
                .isTrue();
        assertThat(root.isSameOrigin(URI.create("http://acme.myfreshworks.com/x")))
                .isFalse();
        assertThat(root.isSameOrigin(URI.create("https://acme.myfreshworks.com:444/x")))
                .isFalse();
        assertThat(root.isSameOrigin(URI.create("https://other.myfreshworks.com/x")))
                .isFalse();
        assertThat(root.isSameOrigin(URI.create("https://a:b@acme.myfreshworks.com/x")))
                .isFalse();
    }

    @Test
    void segmentsAndParametersAreEncodedOneByOne() {
        ApiRoot root = ApiRoot.of("acme", List.of());
        Request request = Request.to("GET", List.of("contacts", "a b?ü%2"))
                .query("q", "lee+x@example.test&y=1 ä")
                .query("include", "owner,tasks")
                .query("none", null)
                .build();

        assertThat(root.url(request))
                .isEqualTo("https://acme.myfreshworks.com/crm/sales/api/contacts/a%20b%3F%C3%BC%252"
                        + "?q=lee%2Bx@example.test%26y%3D1%20%C3%A4&include=owner,tasks");
        assertThat(root.pathOf(request)).isEqualTo("/crm/sales/api/contacts/a%20b%3F%C3%BC%252");
    }
}
