// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.troubleshooting;

import io.github.camelfreshsales.simulator.FreshsalesSimulator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What goes wrong for users, and how to bring it about. */
enum Trouble {

    // at the start of a route
    UNKNOWN_OPERATION(account -> account.send("freshsales:creat?resourceType=contacts", lee())),
    UNKNOWN_OPTION(account -> account.send("freshsales:create?resorceType=contacts", lee())),
    NO_KEY(account -> account.with("apiKey", null).send("freshsales:create?resourceType=contacts", lee())),
    BLANK_IN_KEY(account -> account.with("apiKey", "first second").send("freshsales:ping", null)),
    FOREIGN_HOST(account -> account.with("domain", "crm.example.com").send("freshsales:ping", null)),

    // what the message brings
    NO_RECORD_ID(account -> account.send("freshsales:get?resourceType=contacts", null)),
    OPERATION_NOT_FOR_RESOURCE(account -> account.send("freshsales:list?resourceType=notes", null)),
    UNREADABLE_BODY(account -> account.send("freshsales:create?resourceType=contacts", 42)),
    NO_MATCH_VALUE(account -> account.send("freshsales:upsert?resourceType=contacts", Map.of("city", "Leeds"))),
    UNKNOWN_VIEW(account -> account.send("freshsales:list?resourceType=deals&viewName=Won", null)),

    // what Freshsales says
    WRONG_KEY(account -> account.with("apiKey", "withdrawn").send("freshsales:create?resourceType=contacts", lee())),
    NO_PERMISSION(account -> account.with("apiKey", account.simulator().restrictedKey())
            .send("freshsales:forget?resourceType=contacts", account.simulator().seed("contacts", lee()))),
    NOT_FOUND(account -> account.send("freshsales:get?resourceType=contacts&recordId=70000009999", null)),
    TAKEN(account -> {
        account.simulator().seed("contacts", lee());
        account.send("freshsales:create?resourceType=contacts", lee());
    }),
    QUOTA_USED_UP(account -> {
        account.simulator().trouble().answer(429).retryAfter("1800");
        account.send("freshsales:create?resourceType=contacts", lee());
    }),
    ONE_OF_MANY(account -> account.send(
            "freshsales:create?resourceType=contacts", List.of(lee(), Map.of("email", "lee@example.test")))),

    // what the network does
    NO_CONNECTION(
            account -> account.with("domain", "localhost:1").send("freshsales:create?resourceType=contacts", lee())),
    LOST_RESPONSE(account -> {
        account.simulator().trouble().on("POST", "contacts").dropConnection().afterProcessing();
        account.send("freshsales:create?resourceType=contacts", lee());
    }),
    SERVICE_DOWN(account -> {
        account.simulator().trouble().answer(503).forever();
        account.send("freshsales:get?resourceType=contacts&recordId=7", null);
    }),
    HTML_PAGE(account -> {
        account.simulator()
                .trouble()
                .answer(200)
                .body("text/html", "<html>Sign in</html>")
                .forever();
        account.send("freshsales:get?resourceType=contacts&recordId=7", null);
    }),
    UNKNOWN_CERTIFICATE(account -> {
        try (FreshsalesSimulator tls = FreshsalesSimulator.builder().https(true).start()) {
            account.with("domain", tls.domain()).send("freshsales:ping", null);
        }
    });

    private final Provocation provocation;

    Trouble(Provocation provocation) {
        this.provocation = provocation;
    }

    /** Does what ends in the trouble. */
    private interface Provocation {

        void in(TroubledAccount account) throws Exception;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    /** The message that a user sees, with an invented host in place of the simulator's. */
    String provoke() throws Exception {
        try (FreshsalesSimulator simulator = FreshsalesSimulator.start()) {
            TroubledAccount account = new TroubledAccount(simulator);
            try {
                provocation.in(account);
            } catch (Exception e) {
                return account.message(e);
            }
            throw new AssertionError(this + " went well");
        }
    }

    private static Map<String, Object> lee() {
        return Map.of("last_name", "Moss", "email", "lee@example.test");
    }
}
