// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in: it is answered soon, as the client's fault, and the account is as it was. */
class GarbageTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String API = "/crm/sales/api/";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final byte[] NOTHING = new byte[0];

    @RegisterExtension
    static final FreshsalesSimulatorExtension FRESHSALES = new FreshsalesSimulatorExtension();

    private final FreshsalesSimulator simulator = FRESHSALES.simulator();
    private final RawClient raw = new RawClient(simulator);
    private final Client client = Client.of(simulator);

    @ParameterizedTest(name = "{1} for {0}")
    @MethodSource({"urls", "methods", "heads", "bodies", "encodings", "numbers", "shapes", "masses"})
    void garbageIsAnsweredSoonAndLeavesNothingBehind(String name, int status, Supplier<byte[]> input)
            throws IOException {
        long id = simulator.seed("contacts", Map.of("last_name", "Moss", "email", "moss@example.test"));
        simulator.seed("deals", Map.of("name", "Pump order", "amount", 1500));
        byte[] request = input.get();
        long start = System.nanoTime();

        RawClient.ApiResponse answer = raw.send(request);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("Exception", "java.", "wiremock", "org.eclipse", "camelfreshsales");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertAccountIsSound(id);
    }

    private void assertAccountIsSound(long id) {
        assertThat(client.get("contacts/" + id).json().at("/contact/email").asText())
                .isEqualTo("moss@example.test");
        for (String list : Stream.of("contacts", "sales_accounts", "deals")
                .flatMap(resource -> simulator.views().of(resource).stream()
                        .map(view -> resource + "/view/" + view.id() + "?per_page=100&sort=updated_at"))
                .toList()) {
            assertThat(client.get(list).status()).as(list).isEqualTo(200);
        }
        for (String entity : new String[] {"contact", "sales_account", "deal"}) {
            assertThat(client.post("filtered_search/" + entity, "{'filter_rule':[]}")
                            .status())
                    .isEqualTo(200);
            assertThat(client.get("search?q=null&include=" + entity).text()).isEqualTo("[]");
        }
        assertThat(client.post("contacts", "{'contact':{'emails':['new@example.test']}}")
                        .status())
                .isEqualTo(201);
    }

    static Stream<Arguments> urls() {
        return Stream.of(
                get("a broken query", 400, API + "contacts/filters?%"),
                get("a broken percent in a query", 400, API + "contacts/filters?a=%zz"),
                get("half a percent in a query", 400, API + "search?q=x&include=contact&x=%4"),
                get("bytes that are no UTF-8 in a query", 200, API + "search?q=%ff%fe&include=contact"),
                get("a broken path", 400, API + "contacts/%"),
                get("a broken percent in a path", 400, API + "contacts/%zz"),
                get("bytes that are no UTF-8 in a path", 404, API + "selector/%ff%fe"),
                get("an overlong encoding of a slash", 404, API + "selector/%c0%af"),
                get("steps up", 400, API + "../../../../etc/passwd"),
                get("encoded steps up", 404, API + "%2e%2e/%2e%2e/etc/passwd"),
                get("steps up that are encoded twice", 404, API + "%252e%252e/contacts"),
                get("an encoded slash", 404, API + "contacts%2f1"),
                get("an encoded NUL", 400, API + "contacts/%00"),
                get("a parameter of the path", 404, API + "contacts/1;a=b"),
                get("a backslash", 404, API + "contacts\\1"),
                get("an id beyond all numbers", 404, API + "contacts/99999999999999999999999999"),
                get("a negative id", 404, API + "contacts/-1"),
                get("an id with an exponent", 404, API + "contacts/1e999999999"),
                get("an unknown view", 404, API + "contacts/view/1"),
                get("a page beyond all numbers", 404, API + "contacts/view/1?page=1e999999999&per_page=-1"),
                get("an unknown filter", 400, API + "tasks?filter=%00"),
                get("a huge number to look for", 200, API + "lookup?q=1e999999999&f=amount&entities=deal"),
                get("a field that nobody has", 400, API + "lookup?q=1&f=__proto__&entities=deal"),
                get("a URL of 100,000 characters", 414, API + "search?q=" + "a".repeat(100_000)),
                get("a path of 5,000 segments", 404, API + "a/".repeat(2_500)),
                get("a path without a slash", 400, "contacts"));
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                row("an unknown verb", 404, raw -> raw.request("FOO", API + "contacts", "", NOTHING)),
                row("PATCH", 404, raw -> raw.request("PATCH", API + "contacts/1", JSON, bytes("{}"))),
                row("TRACE", 404, raw -> raw.request("TRACE", API + "contacts/filters", "", NOTHING)),
                row("OPTIONS of everything", 404, raw -> raw.request("OPTIONS", "*", "", NOTHING)),
                row("CONNECT", 405, raw -> raw.request("CONNECT", "example.test:443", "", NOTHING)),
                row("a verb of 10,000 letters", 404, raw -> raw.request("A".repeat(10_000), API, "", NOTHING)),
                row("a verb with a blank", 400, raw -> raw.request("G ET", API + "contacts", "", NOTHING)));
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                plain("no HTTP at all", 400, "\u0000\u0001\u0002\u0003\r\n\r\n"),
                plain("HTTP of 1991", 505, "GET /\r\n"),
                plain("HTTP of the future", 505, "GET / HTTP/3.0\r\nHost: x\r\n\r\n"),
                plain("no Host", 400, "GET / HTTP/1.1\r\n\r\n"),
                plain("two Hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                plain("a head that ends early", 400, "GET " + API + "contacts/fil"),
                plain("a length below zero", 400, post("Content-Length: -5\r\n")),
                plain("a length that is no number", 400, post("Content-Length: many\r\n")),
                plain("a length beyond all numbers", 400, post("Content-Length: 99999999999999999999\r\n")),
                plain("two lengths", 400, post("Content-Length: 2\r\nContent-Length: 3\r\n") + "{}"),
                plain("an unknown transfer coding", 400, post("Transfer-Encoding: rot13\r\n") + "{}"),
                head("a header of 100,000 characters", 431, "X-A: " + "a".repeat(100_000) + "\r\n"),
                head("5,000 headers", 431, lines(5_000, i -> "X-" + i + ": a\r\n")),
                head("a control character in a header", 400, "X-A: \u0001\r\n"),
                head("a header without a name", 400, ": a\r\n"),
                head("an unknown expectation", 417, "Expect: nonsense\r\n"),
                head("cookies that are none", 200, "Cookie: =;;=a;$Version=;\r\n"));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                body("no JSON", 400, "{"),
                body("nothing but a bracket", 400, "]"),
                body("JSON that is a list", 400, "[]"),
                body("JSON that is null", 400, "null"),
                body("two JSON texts", 400, "{'contact':{'last_name':'a'}}{}"),
                body("a key without a value", 400, "{'contact':}"),
                body("NaN", 400, "{'contact':{'lead_score':NaN}}"),
                body("a text with a line break", 400, "{'contact':{'last_name':'a\nb'}}"),
                body("a text with a broken escape", 400, "{'contact':{'last_name':'\\x'}}"),
                body("5,000 nested lists", 400, nested(5_000)),
                body("101 nested lists", 400, nested(101)),
                body("a list for a record", 400, "{'contact':[1,2]}"),
                row(
                        "bytes that are no UTF-8",
                        400,
                        raw -> raw.request(
                                "POST", API + "contacts", JSON, bytes("{'contact':{'last_name':'\u00ff\u00fe'}}"))),
                row("a body that ends early", 400, raw -> bytes(post("Content-Length: 100\r\n") + "{}")),
                row(
                        "a multipart body without a boundary",
                        400,
                        raw -> raw.request(
                                "POST", API + "documents", "Content-Type: multipart/form-data\r\n", bytes("x"))),
                row(
                        "a multipart body without its boundary",
                        400,
                        raw -> raw.request(
                                "POST",
                                API + "documents",
                                "Content-Type: multipart/form-data; boundary=b\r\n",
                                bytes("x"))),
                row(
                        "a multipart body that ends early",
                        400,
                        raw -> raw.request(
                                "POST",
                                API + "documents",
                                "Content-Type: multipart/form-data; boundary=b\r\n",
                                bytes("--b\r\nContent-Disposition: form-data; name=file\r\n\r\nx"))),
                row(
                        "another kind of multipart",
                        400,
                        raw -> raw.request(
                                "POST",
                                API + "documents",
                                "Content-Type: multipart/mixed; boundary=b\r\n",
                                bytes("--b--"))),
                row(
                        "a form that is not encoded well",
                        400,
                        raw -> raw.request(
                                "POST",
                                API + "contacts",
                                "Content-Type: application/x-www-form-urlencoded\r\n",
                                bytes("a=%zz&b"))));
    }

    static Stream<Arguments> encodings() {
        String whole = "{'contact':{'last_name':'a'}}".replace('\'', '"');
        byte[] zipped = gzip(whole.getBytes(UTF_8));
        String gzip = JSON + "Content-Encoding: gzip\r\n";
        return Stream.of(
                row("gzip that is none", 400, raw -> raw.request("POST", API + "contacts", gzip, bytes("xxxx"))),
                row(
                        "half of gzip",
                        400,
                        raw -> raw.request("POST", API + "contacts", gzip, Arrays.copyOf(zipped, zipped.length / 2))),
                row(
                        "gzip without its end",
                        400,
                        raw -> raw.request("POST", API + "contacts", gzip, Arrays.copyOf(zipped, zipped.length - 4))),
                row(
                        "gzip of 100 MB of blanks",
                        413,
                        raw -> raw.request(
                                "POST",
                                API + "contacts",
                                gzip,
                                gzip(" ".repeat(100_000_000).getBytes(UTF_8)))),
                row("a chunk without a size", 400, raw -> raw.chunked(API + "contacts", "zz\r\n{}\r\n0\r\n\r\n")),
                row("a chunk of less than nothing", 400, raw -> raw.chunked(API + "contacts", "-1\r\n{}\r\n0\r\n\r\n")),
                row(
                        "a chunk beyond all sizes",
                        400,
                        raw -> raw.chunked(API + "contacts", "ffffffffffffffff\r\n{}\r\n0\r\n\r\n")),
                row("a chunk that ends early", 400, raw -> raw.chunked(API + "contacts", "10\r\n{")),
                row("chunks without an end", 400, raw -> raw.chunked(API + "contacts", "2\r\n{}\r\n")));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                deal("an amount beyond reason", "'amount':1e999999999"),
                deal("an amount beyond reason as text", "'amount':'1e999999'"),
                deal("an amount of next to nothing", "'amount':1e-999999999"),
                deal("an amount of 2,000 digits", "'amount':" + "9".repeat(2_000)),
                deal("an amount of 2,000 digits as text", "'amount':'" + "9".repeat(2_000) + "'"),
                deal("an amount that is NaN", "'amount':'NaN'"),
                deal("an amount that is infinite", "'amount':'Infinity'"),
                deal("a probability beyond reason", "'probability':1e999999999"),
                deal("a probability beyond reason as text", "'probability':'1e99999'"),
                deal("an owner beyond all ids", "'owner_id':99999999999999999999999"),
                deal("an owner beyond all ids as text", "'owner_id':'99999999999999999999999'"),
                deal("a stage beyond all ids", "'deal_stage_id':1e30"),
                deal("a custom field beyond reason", "'custom_field':{'cf_n':1e999999999}"),
                deal("an unknown attribute beyond reason", "'nobody':-1e999999999"),
                deal("a quantity beyond reason", "'products':[{'id':1,'quantity':'1e9999999'}]"),
                deal("contacts beyond all ids", "'contacts_added_list':[99999999999999999999999]"),
                rule("a bound beyond reason", "{'attribute':'amount','operator':'greater_than','value':1e999999999}"),
                rule("a bound that is no time", "{'attribute':'updated_at','operator':'is_after','value':'soon'}"),
                rule(
                        "a year beyond reason",
                        "{'attribute':'updated_at','operator':'is_after'," + "'value':'+999999999-12-31T23:59:59Z'}"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                rule("an operator that is an object", "{'attribute':'name','operator':{},'value':1}"),
                rule("an attribute that is null", "{'attribute':null,'operator':'is','value':1}"),
                rule("a rule that is null", "null"),
                search("rules that are text", 400, "{'filter_rule':'x'}"),
                search(
                        "a value that is an object",
                        200,
                        "{'filter_rule':[{'attribute':'name','operator':'is'," + "'value':{'a':[null]}}]}"),
                search(
                        "101 rules",
                        400,
                        "{'filter_rule':["
                                + lines(
                                        101,
                                        i -> (i > 0 ? "," : "") + "{'attribute':'name','operator':'is','value':'a'}")
                                + "]}"),
                search("paging that is none", 200, "{'filter_rule':[],'page':{},'per_page':[null],'sort':{}}"),
                post("identifiers that are null", "contacts/upsert", "{'unique_identifier':null,'contact':{}}"),
                post("two identifiers", "contacts/upsert", "{'unique_identifier':{'id':1,'emails':'a@b.test'}}"),
                post("an identifier that is a list", "contacts/upsert", "{'unique_identifier':{'emails':[null]}}"),
                post("ids that are null", "contacts/bulk_destroy", "{'selected_ids':null}"),
                post("a link to nothing", "document_links", "{'url':null}"),
                post("a list without a name", "lists", "{'name':null}"),
                post("a module without a name", "settings/module_customizations", "{'module_customization':null}"));
    }

    static Stream<Arguments> masses() {
        return Stream.of(
                row(
                        "50 MB of JSON",
                        413,
                        raw -> raw.request(
                                "POST",
                                API + "contacts",
                                JSON,
                                bytes("{'contact':{'last_name':'" + "x".repeat(50_000_000)))),
                body("a text of 10 MB", 400, "{'contact':{'last_name':'" + "x".repeat(10_000_000) + "'}}"),
                body(
                        "a million keys",
                        400,
                        "{'contact':{'custom_field':{" + lines(1_000_000, i -> (i > 0 ? "," : "") + "'cf_" + i + "':1")
                                + "}}}"),
                body(
                        "10,000 custom fields",
                        400,
                        "{'contact':{'custom_field':{" + lines(10_000, i -> (i > 0 ? "," : "") + "'cf_" + i + "':1")
                                + "}}}"),
                body(
                        "10,000 addresses",
                        400,
                        "{'contact':{'emails':[" + lines(10_000, i -> (i > 0 ? "," : "") + "'a" + i + "@b.test'")
                                + "]}}"),
                body(
                        "10,000 tags",
                        400,
                        "{'contact':{'tags':[" + lines(10_000, i -> (i > 0 ? "," : "") + "'" + i + "'") + "]}}"),
                post(
                        "101 items",
                        "contacts/bulk_upsert",
                        "{'contacts':[" + lines(101, i -> (i > 0 ? "," : "") + "{'id':1,'data':{}}") + "]}"));
    }

    private static Arguments get(String name, int status, String url) {
        return row(name, status, raw -> raw.request("GET", url, "", NOTHING));
    }

    private static Arguments head(String name, int status, String headers) {
        return row(name, status, raw -> raw.request("GET", API + "contacts/filters", headers, NOTHING));
    }

    private static Arguments plain(String name, int status, String text) {
        return row(name, status, raw -> bytes(text));
    }

    private static Arguments body(String name, int status, String json) {
        return row(name, status, raw -> raw.request("POST", API + "contacts", JSON, bytes(json)));
    }

    private static Arguments deal(String name, String attribute) {
        return post(name, "deals", "{'deal':{'name':'Bad'," + attribute + "}}");
    }

    private static Arguments rule(String name, String rule) {
        return search(name, 400, "{'filter_rule':[" + rule + "]}");
    }

    private static Arguments search(String name, int status, String json) {
        return row(name, status, raw -> raw.request("POST", API + "filtered_search/deal", JSON, bytes(json)));
    }

    private static Arguments post(String name, String path, String json) {
        return row(name, 400, raw -> raw.request("POST", API + path, JSON, bytes(json)));
    }

    private static Arguments row(String name, int status, Function<RawClient, byte[]> input) {
        Supplier<byte[]> request = () -> input.apply(new RawClient(FRESHSALES.simulator()));
        return Arguments.of(name, status, request);
    }

    private static String post(String headers) {
        return "POST " + API + "contacts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String nested(int depth) {
        return "{'contact':{'custom_field':{'cf_a':" + "[".repeat(depth) + "]".repeat(depth) + "}}}";
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(ISO_8859_1);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
