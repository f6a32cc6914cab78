// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The route of the manual that a workflow pushes to, and the bodies that the manual gives for the workflow. */
@Tag("webhook")
class PushExamplesTest extends ExampleTest {

    private static final String SECRET = "a-l0ng-and-rand0m-text";

    private final int port = freePort();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void dealsThatAWorkflowPushesArrive(Language language) throws Exception {
        useProperties(Map.of("port", port));
        freshsales.getConfiguration().setWebhookVerifyToken(SECRET);
        List<Exchange> deals = arrivalsAt("direct:deals");
        start(language, new PushRoutes(), "push.yaml");

        push("application/json", filled("deal.json"));
        push("application/xml", filled("deal.xml"));
        push("application/x-www-form-urlencoded", form(filled("deal-form.txt")));

        assertThat(deals).hasSize(3).allSatisfy(deal -> {
            assertThat(deal.getMessage().getBody(Map.class).get("name")).isEqualTo("Pumps & Pipes");
            assertThat(deal.getMessage().getHeader("CamelFreshsalesChangedId")).isEqualTo(7L);
            assertThat(deal.getMessage().getHeader("CamelFreshsalesChangedAt"))
                    .isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
        });
    }

    /** The body as Freshsales sends it, with its placeholders replaced. */
    private static String filled(String file) throws IOException {
        try (var in = PushExamplesTest.class.getResourceAsStream("/manual/push/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("PLACEHOLDER OF THE ID", "7")
                    .replace("PLACEHOLDER OF THE NAME", file.endsWith(".xml") ? "Pumps &amp; Pipes" : "Pumps & Pipes")
                    .replace("PLACEHOLDER OF THE TIME OF THE LAST UPDATE", "2026-03-05T10:00:00Z");
        }
    }

    private static String form(String table) {
        return table.lines()
                .map(line -> line.split(" +", 2))
                .map(field -> encoded(field[0]) + "=" + encoded(field[1]))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void push(String contentType, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/freshsales/deals"))
                .header("X-Freshsales-Secret", SECRET)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
