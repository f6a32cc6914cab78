// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.webapp;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A web application that has nothing to do with Camel. It calls itself, prints how it responds, and ends. */
@SpringBootApplication
@RestController
public class OrdersApplication {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** @param lines of another type than Jackson's usual ones */
    record Order(
            long id,
            String note,
            LocalDate day,
            Instant at,
            Date changed,
            BigDecimal price,
            Optional<String> tenant,
            Map<String, List<Integer>> lines) {}

    @GetMapping("/order")
    Order order() {
        Instant at = Instant.parse("2026-03-05T10:00:00Z");
        return new Order(
                7,
                null,
                LocalDate.of(2026, 3, 5),
                at,
                Date.from(at),
                new BigDecimal("1.50"),
                Optional.empty(),
                Map.of());
    }

    @PostMapping("/order")
    Order order(@RequestBody Order order) {
        return order;
    }

    public static void main(String[] args) throws Exception {
        try (ConfigurableApplicationContext application = SpringApplication.run(OrdersApplication.class, args)) {
            String port = application.getEnvironment().getProperty("local.server.port");
            URI order = URI.create("http://localhost:" + port + "/order");
            for (String accept : List.of("*/*", BROWSER, "application/json", "application/xml", "text/csv")) {
                print(HttpRequest.newBuilder(order).header("Accept", accept));
            }
            for (String type : List.of("application/json", "application/xml", "text/csv")) {
                print(HttpRequest.newBuilder(order)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(
                                "{\"id\": 7, \"at\": \"2026-03-05T10:00:00Z\", \"unknown\": 1}")));
            }
            printBeans(application, "com.fasterxml.jackson.databind.ObjectMapper");
            printBeans(application, "tools.jackson.databind.ObjectMapper");
        }
    }

    /** The body of an error has the time in it. */
    private static void print(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        System.out.println(request.method() + " " + request.headers().map() + " -> " + response.statusCode() + " "
                + response.headers().map().get("content-type")
                + (response.statusCode() == 200 ? response.body() : ""));
    }

    private static void printBeans(ConfigurableApplicationContext application, String type) {
        try {
            System.out.println(type + " " + Arrays.toString(application.getBeanNamesForType(Class.forName(type))));
        } catch (ClassNotFoundException e) {
            System.out.println(type + " is not there");
        }
    }
}
