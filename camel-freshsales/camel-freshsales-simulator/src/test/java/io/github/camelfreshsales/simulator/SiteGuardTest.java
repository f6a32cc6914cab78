// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of another site can do to a simulator on its reader's machine: nothing. */
class SiteGuardTest {

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES =
            new FreshsalesSimulatorExtension(FreshsalesSimulator.builder().allowHosts("crm.test"));

    @ParameterizedTest
    @ValueSource(strings = {"/", "/simulator/status", "/simulator/page/main.js", "/__admin/requests"})
    void nameOfAnotherSiteIsNoNameOfThisMachine(String path) {
        assertThat(send("GET", path, "Host: evil.test:80"))
                .startsWith("HTTP/1.1 403")
                .contains("--allow-host");
        assertThat(send("GET", path, "Host: localhost.evil.test")).startsWith("HTTP/1.1 403");
        assertThat(send("GET", path, "Host: 127.0.0.1")).startsWith("HTTP/1.1 200");
        assertThat(send("GET", path, "Host: [::1]:8080")).startsWith("HTTP/1.1 200");
        assertThat(send("GET", path, "Host: CRM.test")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.test", "null", "http://localhost:1", "https://localhost"})
    void requestOfAnotherSiteIsRefused(String origin) {
        String json = "Content-Type: application/json";

        assertThat(send("POST", "/simulator/reset", "Host: localhost", "Origin: " + origin, json))
                .startsWith("HTTP/1.1 403");
        assertThat(send("POST", "/__admin/mappings/reset", "Host: localhost", "Origin: " + origin, json))
                .startsWith("HTTP/1.1 403");
        assertThat(send("OPTIONS", "/simulator/reset", "Host: localhost", "Origin: " + origin))
                .startsWith("HTTP/1.1 403")
                .doesNotContainIgnoringCase("access-control-allow");
        assertThat(send("POST", "/simulator/reset", "Host: localhost", "Origin: http://localhost", json))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void formOfAnotherSiteCannotChangeAnything() {
        assertThat(send("POST", "/simulator/reset", "Host: localhost", "Content-Type: text/plain"))
                .startsWith("HTTP/1.1 415")
                .contains("application/json");
        assertThat(send("POST", "/simulator/reset", "Host: localhost")).startsWith("HTTP/1.1 415");
    }

    @Test
    void scriptElementOfAnotherSiteIsRefusedAndALinkIsNot() {
        assertThat(send(
                        "GET",
                        "/simulator/status",
                        "Host: localhost",
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Mode: no-cors"))
                .startsWith("HTTP/1.1 403");
        assertThat(send("GET", "/", "Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void pageAsksNoOtherHostAndIsShownInNoOtherSite() {
        assertThat(send("GET", "/", "Host: localhost"))
                .contains("default-src 'none'")
                .contains("connect-src 'self'")
                .contains("frame-ancestors 'none'")
                .contains("X-Content-Type-Options: nosniff")
                .doesNotContainIgnoringCase("access-control-allow");
    }

    @Test
    void clientOfHttp2IsKnownByItsNameToo() throws Exception {
        try (FreshsalesSimulator secure =
                FreshsalesSimulator.builder().https(true).start()) {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(secure.sslContext())
                    .version(HttpClient.Version.HTTP_2)
                    .build();

            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(secure.pageUrl() + "simulator/health"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void accountItselfIsReachedByAnyName() {
        assertThat(send("GET", "/crm/sales/api/contacts/1", "Host: freshsales.internal"))
                .startsWith("HTTP/1.1 401");
    }

    private static String send(String method, String path, String... headers) {
        FreshsalesSimulator simulator = FRESHSALES.simulator();
        try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
            String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }
}
