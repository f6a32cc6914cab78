// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.bytes;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that a stranger sent. */
class ContentReaderTest {

    private final ContentReader reader = new ContentReader();

    private Map<String, Object> xml(String document) {
        return reader.read(bytes(document), "application/xml", false);
    }

    @Test
    void elementsAreFieldsAndRepeatedOnesAList() {
        String document =
                "<?xml version=\"1.0\"?><!-- c --><contact a=\"b\"><name>Zoë &amp; <![CDATA[<Li>]]>&#33;</name>"
                        + "<n/><e></e><email><v>1</v></email><email><v>2</v></email><email/><?pi x?></contact><!-- d -->";

        assertThat(xml(document))
                .isEqualTo(map(
                        "name",
                        "Zoë & <Li>!",
                        "n",
                        null,
                        "e",
                        null,
                        "email",
                        java.util.Arrays.asList(map("v", "1"), map("v", "2"), null)));
        assertThat(reader.read(bytes("<contact><a>1</a></contact>"), "text/xml", true))
                .isEqualTo(map("contact", map("a", "1")));
    }

    static Stream<String> broken() {
        return Stream.of(
                "<a><b><![CDATA[secret ]]> more ]]></b></a>",
                "<a><b><![CDATA[]]>]]></b></a>",
                "<a><b>secret ]]> </b></a>",
                "<a><b><![CDATA[secret",
                "<a><b><![CDATA[secret]",
                "<a><b><![CDATA[secret]]",
                "<a><b><![CDATA[secret]]>",
                "<a><b><![CDA[secret]]></b></a>",
                "<a><b>secret",
                "<a><b>secret</a></b>",
                "<a><b secret></b></a>",
                "<a><b c=\"secret></b></a>",
                "<a><b c='1' c='2'/></a>",
                "<a><b>&secret;</b></a>",
                "<a><b>&#0;</b></a>",
                "<a><b>&#xFFFFFFFFFF;</b></a>",
                "<a><b>\u0001secret</b></a>",
                "<a><b/></a><secret/>",
                "<a><b/></a>secret",
                "<a:b><c/></a:b>",
                "<a><!-- secret -- ></a>",
                "<?xml version=\"9.9\"?><a><b>secret</b></a>",
                "<a",
                "<",
                "",
                "secret");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenXmlIsRefusedWithoutItsContent(String document) {
        for (String type : new String[] {"application/xml", "application/xml; charset=UTF-8"}) {
            Throwable thrown = catchThrowable(() -> reader.read(bytes(document), type, false));

            assertThat(thrown).isInstanceOf(IllegalArgumentException.class).hasNoCause();
            NoContent.in(thrown);
        }
    }

    @Test
    void encodingThatNobodyKnowsIsRefused() {
        String document = "<?xml version=\"1.0\" encoding=\"no-such\"?><a><b>secret</b></a>";

        assertThat(catchThrowable(() -> xml(document)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The XML is not in the encoding that it names, or in none that Java knows");
    }

    /** Java's own parser would write about it to the standard error. */
    @Test
    void bytesOfAnotherEncodingAreRefusedInSilence() {
        byte[] latin = "<a><b>Zoë secret</b></a>".getBytes(StandardCharsets.ISO_8859_1);
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed));
        try {
            for (String type : List.of("application/xml", "application/xml; charset=UTF-8")) {
                Throwable thrown = catchThrowable(() -> reader.read(latin, type, false));

                assertThat(thrown)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("The XML is not in the encoding");
                NoContent.in(thrown);
            }
        } finally {
            System.setErr(before);
        }
        assertThat(printed.size()).isZero();
    }

    @Test
    void everyCutOfADocumentIsRefused() {
        String document =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a x=\"y\"><b><![CDATA[Zoë]]>&amp;&#33;</b><!-- c --></a>";
        byte[] whole = bytes(document);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);

            assertThat(catchThrowable(() -> reader.read(cut, "text/xml", false)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/json", "application/x-www-form-urlencoded", "x/y"})
    void noiseIsReadOrRefusedAndNothingElse(String type) {
        Random random = new Random(7);
        String alphabet = "<>[]{}!CDATA&;#x=\"' /a1\u0000é%\\";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder noise = new StringBuilder(i % 2 == 0 ? "<a><![CDATA[" : "");
            for (int length = random.nextInt(40); length > 0; length--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }

            Throwable thrown = catchThrowable(() -> reader.read(bytes(noise.toString()), type, false));

            assertThat(thrown).satisfiesAnyOf(none -> assertThat(none).isNull(), refused -> assertThat(refused)
                    .isInstanceOf(IllegalArgumentException.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a><b>1</b></a>",
                "<!DOCTYPE a [<!ENTITY x \"secret\">]><a><b>&x;</b></a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a><b>&x;</b></a>",
                "<!DOCTYPE a SYSTEM \"http://localhost:1/secret.dtd\"><a><b>1</b></a>",
                "<!DOCTYPE a [<!ENTITY a0 \"ha\"><!ENTITY a1 \"&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;\"><!ENTITY a2"
                        + " \"&a1;&a1;&a1;&a1;&a1;&a1;&a1;&a1;\">]><a><b>&a2;</b></a>"
            })
    void documentTypeIsRefused(String document) {
        assertThat(catchThrowable(() -> xml(document)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The XML has a document type or an entity of its own; it must have neither");
    }

    @Test
    void deepXmlIsRefused() {
        String deep = "<a>".repeat(200_000);

        // the parser of a newer JDK has a limit of its own
        assertThat(catchThrowable(() -> xml(deep)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The XML is n");
    }

    @Test
    void hugeXmlIsReadOrRefused() {
        StringBuilder attributes = new StringBuilder("<a><b ");
        for (int i = 0; i < 50_000; i++) {
            attributes.append("a").append(i).append("='1' ");
        }
        String value = "<a><b c='" + "x".repeat(2_000_000) + "'>1</b></a>";

        assertThat(catchThrowable(() -> xml(attributes + "/></a>")))
                .satisfiesAnyOf(none -> assertThat(none).isNull(), refused -> assertThat(refused)
                        .isInstanceOf(IllegalArgumentException.class));
        assertThat(xml(value)).isEqualTo(map("b", "1"));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("UTF-8", null),
                arguments("UTF-16", null),
                arguments("UTF-16LE", null),
                arguments("UTF-16BE", null),
                arguments("ISO-8859-1", null),
                arguments("windows-1252", null),
                arguments("ISO-8859-1", "ISO-8859-1"),
                arguments("UTF-16LE", "utf-16le"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void xmlIsReadInItsEncoding(String encoding, String charset) {
        String declared = charset == null ? encoding : "UTF-8";
        byte[] document = ("<?xml version=\"1.0\" encoding=\"" + declared + "\"?><a><b>Zoë</b></a>")
                .getBytes(Charset.forName(encoding));
        String type = charset == null ? "application/xml" : "application/xml; charset=" + charset;

        assertThat(reader.read(document, type, false)).isEqualTo(map("b", "Zoë"));
    }

    @Test
    void lineBreaksAndTabsInsideJsonTextAreTaken() {
        String document = "{\"address\":\"1 Main Street\r\n2nd floor\tleft\u0001\",\"n\":1}";

        assertThat(reader.read(bytes(document), "application/json", false))
                .isEqualTo(map("address", "1 Main Street\r\n2nd floor\tleft\u0001", "n", 1L));
    }

    @Test
    void hugeNumbersOfAStrangerStaySmall() {
        String document = "{\"a\":[" + "1e9999,".repeat(100_000) + "1e9999]}";

        Map<String, Object> read = reader.read(bytes(document), "application/json", false);
        RequestBody json = Written.body(io.github.camelfreshsales.ContentFormat.json, read);
        RequestBody xml = Written.body(io.github.camelfreshsales.ContentFormat.xml, read);

        assertThat((List<?>) read.get("a")).hasSize(100_001).allMatch(new BigDecimal("1E+9999")::equals);
        assertThat(json.length()).isLessThan(1_000_000);
        assertThat(xml.length()).isLessThan(2_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-99999999999", "-1e21474836480"})
    void numberBeyondEveryTypeIsRefused(String number) {
        assertThat(catchThrowable(() -> reader.read(bytes("{\"a\":" + number + "}"), "application/json", false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=no-such",
                "application/json; charset=",
                "application/json; charset=;",
                "application/json;charset=\"\"",
                "APPLICATION/JSON",
                "application/vnd.x+JSON;;;",
                "text/html; charset=;",
                ";",
                "/",
                "",
                " ",
                "\u0000",
                "application/json; charset=?*~"
            })
    void strangeMediaTypeIsNoTrouble(String type) {
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : List.of(Locale.ROOT, Locale.forLanguageTag("tr"))) {
                Locale.setDefault(locale);

                assertThat(reader.read(bytes("{\"a\":\"Zoë\"}"), type, false)).isEqualTo(map("a", "Zoë"));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void charsetOfTheSenderIsHonoured() {
        byte[] latin = "{\"a\":\"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(reader.read(latin, "application/json; charset=\"iso-8859-1\"", false))
                .isEqualTo(map("a", "Zoë"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%zz", "=x", "&", "&&=", "a", "a[=1", "a[]=1&a[b]=2", "a[][][]=1", "[a]=1"})
    void strangeFormIsReadOrRefused(String form) {
        Throwable thrown = catchThrowable(() -> reader.read(bytes(form), "application/x-www-form-urlencoded", false));

        assertThat(thrown).satisfiesAnyOf(none -> assertThat(none).isNull(), refused -> assertThat(refused)
                .isInstanceOf(IllegalArgumentException.class));
    }
}
