// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallHttpRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");
    private static final ApiRoot ROOT = ApiRoot.of("acme", List.of());

    @Test
    void retryAfterIsSecondsOrADate() {
        assertThat(RetryAfter.read("120", NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Thu, 5 Mar 2026 09:00:30 GMT", NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.read("Thu, 05 Mar 2026 08:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,                   1.5",
        "-1,                    0",
        "99999999999999999999,  3155760000",
        "'Fri, 31 Dec 9999 23:59:59 GMT', 3155760000",
        "2026-03-05T09:00:30Z,  30"
    })
    void retryAfterIsBetweenZeroAndAHundredYears(String value, double seconds) {
        assertThat(RetryAfter.read(value, NOW)).isEqualTo(Duration.ofMillis((long) (seconds * 1_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "1,5", "0x10", "999999999999999999999", "Thu, 05 Mar"})
    void retryAfterThatCannotBeReadCountsAsNone(String value) {
        assertThat(RetryAfter.read(value, NOW)).isNull();
        assertThat(RetryAfter.read(null, NOW)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, apiKey",
        "authorization, apiKey",
        "Host, domain",
        "Content-Length, body",
        "Upgrade, connections",
        "TE, connections"
    })
    void headerThatBelongsToTheComponentIsRefused(String name, String hint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderRules.check(name, "x"))
                .withMessageContaining(name)
                .withMessageContaining(hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb"})
    void lineBreakInAHeaderIsRefusedWithoutItsValue(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderRules.check("X-Trace", value))
                .withMessage("The value of the header X-Trace holds a line break");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X Trace", "X:Trace", "", "X\nTrace"})
    void nameThatIsNoHeaderIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> HeaderRules.check(name, "x"));
    }

    @Test
    void redirectIsFollowedWithinTheAccount() {
        Deque<Response> answers = new ArrayDeque<>(List.of(
                redirect("/crm/sales/api/contacts/2?x=1"),
                redirect("3"),
                redirect("https://acme.myfreshworks.com/end"),
                ok()));
        List<String> asked = new ArrayList<>();

        Response response = send("GET", answers, asked);

        assertThat(response.status()).isEqualTo(200);
        assertThat(asked)
                .containsExactly(
                        "https://acme.myfreshworks.com/crm/sales/api/contacts/1",
                        "https://acme.myfreshworks.com/crm/sales/api/contacts/2?x=1",
                        "https://acme.myfreshworks.com/crm/sales/api/contacts/3",
                        "https://acme.myfreshworks.com/end");
    }

    @Test
    void redirectIsFollowedThreeTimesAtMost() {
        Deque<Response> answers =
                new ArrayDeque<>(List.of(redirect("1"), redirect("1"), redirect("1"), redirect("1"), ok()));
        List<String> asked = new ArrayList<>();

        Response response = send("GET", answers, asked);

        assertThat(response.status()).isEqualTo(302);
        assertThat(asked).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x",
                "//evil.example/x",
                "http://acme.myfreshworks.com/x",
                "https://acme.myfreshworks.com:8443/x",
                "https://acme.myfreshworks.com/a/%2e%2e/b",
                "::not an address::"
            })
    void redirectToAnotherOriginIsHandedBack(String location) {
        List<String> asked = new ArrayList<>();

        Response response = send("GET", new ArrayDeque<>(List.of(redirect(location), ok())), asked);

        assertThat(response.status()).isEqualTo(302);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void redirectOfAWriteIsHandedBack(String method) {
        List<String> asked = new ArrayList<>();

        Response response = send(method, new ArrayDeque<>(List.of(redirect("2"), ok())), asked);

        assertThat(response.status()).isEqualTo(302);
        assertThat(asked).hasSize(1);
    }

    private static Response send(String method, Deque<Response> answers, List<String> asked) {
        Transport transport = new RedirectingTransport(ROOT, request -> {
            asked.add(ROOT.url(request));
            return answers.poll();
        });
        try {
            return transport.send(Request.to(method, List.of("contacts", "1")).build());
        } catch (TransportException e) {
            throw new AssertionError(e);
        }
    }

    private static Response redirect(String location) {
        return new Response(302, List.of(new NameValue("Location", location)), new byte[0]);
    }

    private static Response ok() {
        return new Response(200, List.of(), "{}".getBytes(StandardCharsets.UTF_8));
    }
}
