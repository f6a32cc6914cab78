// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    private static final ApiRoot ROOT = ApiRoot.of("acme", List.of());

    @Test
    void pathIsRelativeToTheApiRoot() {
        RequestPath place = RequestPath.of(ROOT, "/contacts/view/12%2034?page=2&q=a%26b");

        assertThat(place.segments()).containsExactly("contacts", "view", "12 34");
        assertThat(place.fromHostRoot()).isFalse();
        assertThat(place.query()).containsExactly(new NameValue("page", "2"), new NameValue("q", "a&b"));
    }

    @Test
    void completeAddressOfTheAccountMayLeaveTheApi() {
        RequestPath place = RequestPath.of(ROOT, "https://acme.myfreshworks.com/crm/sales/deals/7/tasks?x=1");

        assertThat(place.segments()).containsExactly("crm", "sales", "deals", "7", "tasks");
        assertThat(place.fromHostRoot()).isTrue();
        assertThat(ROOT.url(Request.to("GET", place).build()))
                .isEqualTo("https://acme.myfreshworks.com/crm/sales/deals/7/tasks?x=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/crm/sales/api/contacts",
                "http://acme.myfreshworks.com/crm/sales/api/contacts",
                "https://acme.myfreshworks.com:8443/contacts",
                "https://acme.myfreshworks.com.evil.example/contacts"
            })
    void addressOfAnotherOriginIsRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestPath.of(ROOT, path))
                .withMessageContaining("stays on the account's own address, https://acme.myfreshworks.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../settings",
                "contacts/../../settings",
                "contacts/./1",
                "contacts//1",
                "contacts/",
                "//evil.example/x",
                "contacts/%2e%2e/settings",
                "contacts/%252e%252e/settings",
                "contacts/..%2f..%2fsettings",
                "contacts/..%252fsettings",
                "contacts/a%5cb",
                "contacts/a\\b",
                "contacts/a%00b",
                "contacts/a%0d%0ab",
                "contacts/a\nb",
                "contacts/%zz",
                "contacts/1#top",
                "https://acme.myfreshworks.com/crm/../../x",
                "https://acme.myfreshworks.com@evil.example/x",
                "javascript:alert(1)",
                " "
            })
    void trickInAPathIsRefused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> RequestPath.of(ROOT, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../settings",
                "..",
                ".",
                "1/2",
                "1\\2",
                "%2e%2e",
                "%252e%252e",
                "1%2f2",
                "1%252f2",
                "1\r\n2",
                "",
                " "
            })
    void trickInAnIdIsRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathSegments.one("recordId", id))
                .withMessageContaining("recordId");
    }

    @Test
    void idMayHoldWhatIsNoTrick() {
        assertThat(PathSegments.one("recordId", " 70041234567 ")).isEqualTo("70041234567");
        assertThat(PathSegments.one("recordId", "a..b")).isEqualTo("a..b");
        assertThat(PathSegments.one("recordId", "50%")).isEqualTo("50%");
        assertThat(PathSegments.one("recordId", "x+y@z")).isEqualTo("x+y@z");
    }
}
