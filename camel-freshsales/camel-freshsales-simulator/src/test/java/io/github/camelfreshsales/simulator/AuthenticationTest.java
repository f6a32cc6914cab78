// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.simulator.Client.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder()
                    .apiKeys("good", "better")
                    .restrictedKeys("poor")
                    .accessTokens("oauth"));

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final Client client = Client.of(simulator);

    @ParameterizedTest
    @ValueSource(strings = {"Token token=good", "Token token=better", "Authtoken=oauth"})
    void knownKeyIsLetIn(String authorization) {
        Reply reply = client.withAuthorization(authorization).get("contacts/filters");

        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "Bearer good",
                "Basic Z29vZDp4",
                "Token token=unknown",
                "Token token=\"good\"",
                "token token=good",
                "Token  token=good",
                "Token good",
                "Authtoken=good",
                "Token token=oauth"
            })
    void anythingElseIsAFailedLogin(String authorization) {
        Reply reply = client.withAuthorization(authorization).get("contacts/filters");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().get("login").asText()).isEqualTo("failed");
    }

    @Test
    void failedLoginComesBeforeAnUnknownRoute() {
        assertThat(client.withAuthorization(null).get("nothing").status()).isEqualTo(401);
    }

    @Test
    void switchesChangeTheBodyOfAFailedLogin() {
        Client stranger = client.withAuthorization("Bearer x");

        simulator.turnOn(Switch.UNAUTHORIZED_AS_ERRORS);
        assertThat(stranger.get("deals/filters").json().at("/errors/code").asInt())
                .isEqualTo(401);

        simulator.turnOff(Switch.UNAUTHORIZED_AS_ERRORS).turnOn(Switch.UNAUTHORIZED_AS_HTML);
        assertThat(stranger.get("deals/filters").contentType()).startsWith("text/html");

        simulator.turnOn(Switch.UNAUTHORIZED_EMPTY);
        assertThat(stranger.get("deals/filters").text()).isEmpty();
    }

    @Test
    void restrictedKeyReadsMetadataOnly() {
        Client restricted = client.withAuthorization("Token token=" + simulator.restrictedKey());

        assertThat(restricted.get("selector/owners").status()).isEqualTo(200);
        assertThat(restricted.get("contacts/filters").status()).isEqualTo(200);
        assertThat(restricted.get("settings/contacts/fields").status()).isEqualTo(200);

        Reply refused = restricted.post("contacts", "{'contact':{'last_name':'Moss'}}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/errors/code").asInt()).isEqualTo(403);
        assertThat(refused.json().at("/errors/message/0").asText()).startsWith("You are not authorized");
        assertThat(simulator.count("contacts")).isZero();
    }
}
