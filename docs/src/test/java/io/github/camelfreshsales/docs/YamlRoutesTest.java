// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelfreshsales.component.FreshsalesEndpoint;
import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The routes in YAML that the manual shows run on camel-main with what an application has: here are none of the classes of
 * the component's own tests.
 */
class YamlRoutesTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final String SAMPLES = "camel-freshsales/camel-freshsales-component/src/test/resources/manual/";
    private static final Pattern SAMPLE = Pattern.compile("// begin: code (" + SAMPLES + "\\S+\\.yaml)");

    /** A test below has the first one, the component's own tests have a broker for the other. */
    private static final Set<String> NEED_A_SERVER = Set.of("push.yaml", "messaging.yaml");

    private static final String SECRET = "a-l0ng-and-rand0m-text";

    @TempDir
    Path folder;

    private final FreshsalesSimulator simulator = FreshsalesSimulator.start();
    private final int port = freePort();
    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
        simulator.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> samples() {
        return new Pages(Path.of("").toAbsolutePath())
                .all().stream()
                        .flatMap(page -> SAMPLE.matcher(read(page)).results())
                        .map((MatchResult found) -> found.group(1))
                        .distinct()
                        .filter(file -> !NEED_A_SERVER.contains(file.substring(SAMPLES.length())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private CamelContext start(Path routes) throws Exception {
        main.setDefaultPropertyPlaceholderLocation("false");
        main.addInitialProperty("camel.component.freshsales.domain", simulator.domain());
        main.addInitialProperty("camel.component.freshsales.apiKey", simulator.apiKey());
        main.addInitialProperty("archive-domain", simulator.domain());
        main.addInitialProperty("archive-key", simulator.apiKey());
        main.addInitialProperty("camel.component.freshsales.webhookVerifyToken", SECRET);
        main.addInitialProperty("folder", folder.toString());
        main.addInitialProperty("port", String.valueOf(port));
        main.addInitialProperty("newsletter", "1");
        main.addInitialProperty("archive", "2");
        main.bind("german", Map.of("Nachname", "last_name", "Mail", "emails"));
        main.bind("database", database());
        main.configure().withRoutesIncludePattern("file:" + routes);
        main.start();
        return main.getCamelContext();
    }

    /** A database is the application's own, and so are its beans. */
    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:yaml;DB_CLOSE_DELAY=-1");
        return database;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleStartsWithPublishedClassesOnly(String file) throws Exception {
        CamelContext context = start(PROJECT.resolve(file));

        assertThat(context.getRoutes()).isNotEmpty();
        for (Route route : context.getRoutes()) {
            assertThat(context.getRouteController()
                            .getRouteStatus(route.getRouteId())
                            .isStarted())
                    .as(route.getRouteId())
                    .isTrue();
        }
        for (Endpoint endpoint : context.getEndpoints()) {
            if (endpoint instanceof FreshsalesEndpoint) {
                ToolCatalog.assertValid(endpoint.getEndpointUri());
            }
        }
    }

    @Test
    void quarantineNeedsNoJava() throws Exception {
        simulator.trouble().answer(400);
        CamelContext context = start(PROJECT.resolve(SAMPLES + "composing.yaml"));

        context.createProducerTemplate()
                .sendBody("direct:with-quarantine", Map.of("last_name", "Moss", "email", "lee@example.test"));
        Path envelope = onlyFile(folder.resolve("quarantine"));
        Files.createDirectories(folder.resolve("corrected"));
        Files.move(envelope, folder.resolve("corrected").resolve("lee.json"));

        await().until(() -> simulator.count("contacts") == 1);
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    @Tag("webhook")
    void dealsArePushedToUndertow() throws Exception {
        assertPushArrives(start(PROJECT.resolve(SAMPLES + "push.yaml")));
    }

    @Test
    @Tag("webhook")
    void dealsArePushedToTheServerOfCamelMain() throws Exception {
        Properties server = new Properties();
        server.load(getClass().getResourceAsStream("/routes/push-platform-http.properties"));
        server.forEach((name, value) -> main.addInitialProperty(name.toString(), value.toString()));

        assertPushArrives(start(
                Path.of("src/test/resources/routes/push-platform-http.yaml").toAbsolutePath()));
    }

    private void assertPushArrives(CamelContext context) throws Exception {
        List<Exchange> deals = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:deals").process(deals::add);
            }
        });

        assertThat(push("{\"deal\": {\"id\": 7, \"name\": \"Pumps\"}}", SECRET)).isEqualTo(200);
        assertThat(push("{\"deal\": {\"id\": 8}}", "another-long-secret")).isEqualTo(401);
        assertThat(push("{\"deal\": ", SECRET)).isEqualTo(400);

        assertThat(deals).singleElement().satisfies(deal -> {
            assertThat(deal.getMessage().getBody()).isEqualTo(Map.of("id", 7L, "name", "Pumps"));
            assertThat(deal.getMessage().getHeader("CamelFreshsalesChangedId")).isEqualTo(7L);
        });
    }

    private int push(String body, String secret) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/freshsales/deals"))
                .header("X-Freshsales-Secret", secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
