// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.ContentFormat.xml;
import static io.github.camelfreshsales.content.Samples.LI;
import static io.github.camelfreshsales.content.Samples.ZOE;
import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlContentTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void recordStandsUnderTheNameOfItsResource() {
        RequestBody body = Written.contact(xml, ZOE);

        assertThat(Written.text(body))
                .isEqualTo(DECLARATION + "<contact><first_name>Zoë</first_name><age>41</age></contact>");
        assertThat(body.contentType()).isEqualTo("application/xml");
        assertThat(body.length()).isEqualTo(Written.bytes(body).length);
        assertThat(body.repeatable()).isTrue();
    }

    static Stream<Arguments> roots() {
        Map<String, Object> inner = map("a", 1);
        return Stream.of(
                arguments(Written.body(xml, inner), "<record><a>1</a></record>"),
                arguments(Written.wrapped(xml, inner), "<contact><a>1</a></contact>"),
                arguments(Written.contact(xml, map("contact", inner)), "<contact><a>1</a></contact>"),
                arguments(Written.contact(xml, map("contact", "text")), "<contact><contact>text</contact></contact>"),
                arguments(
                        Written.wrapped(xml, map("contact", inner)), "<contact><contact><a>1</a></contact></contact>"),
                arguments(
                        Written.contact(xml, map("unique_identifier", map("id", 1), "contact", inner)),
                        "<record><unique_identifier><id>1</id></unique_identifier><contact><a>1</a></contact></record>"));
    }

    @ParameterizedTest
    @MethodSource("roots")
    void rootIsTheKeyOfTheRecord(RequestBody body, String expected) {
        assertThat(Written.text(body)).isEqualTo(DECLARATION + expected);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(null, "<x/>"),
                arguments("", "<x></x>"),
                arguments(true, "<x>true</x>"),
                arguments(70041234567L, "<x>70041234567</x>"),
                arguments(new BigDecimal("0.123456789012345678901"), "<x>0.123456789012345678901</x>"),
                arguments(new BigDecimal("1E+2"), "<x>100</x>"),
                arguments("1500.0", "<x>1500.0</x>"),
                arguments("a<b>&\"c'", "<x>a&lt;b&gt;&amp;\"c'</x>"),
                arguments("]]>", "<x>]]&gt;</x>"),
                arguments("a\tb\nc\rd", "<x>a\tb\nc&#xd;d</x>"),
                arguments("😀 李 שלום é", "<x>😀 李 שלום é</x>"),
                arguments(List.of(1, 2), "<x>1</x><x>2</x>"),
                arguments(Arrays.asList(1, null), "<x>1</x><x/>"),
                arguments(List.of(), ""),
                arguments(List.of(List.of(1), List.of(2)), "<x>1</x><x>2</x>"),
                arguments(map(), "<x></x>"),
                arguments(map("y", map("z", "v")), "<x><y><z>v</z></y></x>"),
                arguments(List.of(map("y", 1), map("y", 2)), "<x><y>1</y></x><x><y>2</y></x>"),
                arguments(new byte[] {1, 2, 3}, "<x>AQID</x>"),
                arguments(new Samples.Contact("Zoë", 4), "<x><first_name>Zoë</first_name><age>4</age></x>"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesAreElements(Object value, String expected) {
        assertThat(Written.text(Written.body(xml, map("x", value))))
                .isEqualTo(DECLARATION + "<record>" + expected + "</record>");
    }

    @Test
    void manyRecordsStandUnderThePlural() {
        String expected = DECLARATION + "<contacts><contact><first_name>Zoë</first_name><age>41</age></contact>"
                + "<contact><first_name>李</first_name><age>7</age></contact></contacts>";

        RequestBody held = Written.contact(xml, List.of(ZOE, map("contact", LI)));
        RequestBody streamed = Written.contact(xml, List.of(ZOE, LI).iterator());

        assertThat(Written.text(held)).isEqualTo(expected);
        assertThat(held.repeatable()).isTrue();
        assertThat(Written.text(streamed)).isEqualTo(expected);
        assertThat(streamed.repeatable()).isFalse();
        assertThat(streamed.length()).isEqualTo(-1);
    }

    @Test
    void manyRecordsWithoutAResourceAreRecords() {
        assertThat(Written.text(Written.body(xml, List.of(map("a", 1)))))
                .isEqualTo(DECLARATION + "<records><record><a>1</a></record></records>");
        assertThat(Written.text(Written.body(xml, List.of()))).isEqualTo(DECLARATION + "<records></records>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "first name", "1st", "a<b", "a>b", "a&b", "x:y", "-a", "a/b", "a\u0000", "😀", "a=\"b\""
            })
    void keyThatIsNoXmlNameIsRefused(String key) {
        Throwable thrown = catchThrowable(() -> Written.body(xml, map(key, "secret")));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key '" + key.replace('\u0000', '?')
                        + "' cannot be the name of an XML element; use another contentFormat");
        NoContent.in(thrown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cf_größe", "名前", "_a", "a-b.c", "a1"})
    void keyInAnyScriptIsAName(String key) {
        assertThat(Written.text(Written.body(xml, map(key, 1))))
                .isEqualTo(DECLARATION + "<record><" + key + ">1</" + key + "></record>");
    }

    @Test
    void namesAroundTheRecordAreCheckedToo() {
        ContentWriters writers = new ContentWriters(new RecordReader(Samples.MAPPER));

        assertThatThrownBy(() -> writers.write(xml, new Document(ZOE, "a b", null, null), null))
                .hasMessageStartingWith("The key 'a b' cannot be the name");
        assertThatThrownBy(() -> writers.write(xml, new Document(ZOE, null, "a b", null), null))
                .hasMessageStartingWith("The key 'a b' cannot be the name");
        assertThatThrownBy(() -> writers.write(xml, new Document(List.of(ZOE), null, null, "a b"), null))
                .hasMessageStartingWith("The key 'a b' cannot be the name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u000B", "\u001F", "\uFFFE", "\uFFFF"})
    void characterThatXmlForbidsIsRefused(String character) {
        Throwable thrown = catchThrowable(() -> Written.body(xml, map("a", map("note", "secret" + character))));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The value of 'note' holds a character that XML 1.0 cannot carry; use another contentFormat");
        NoContent.in(thrown);
    }

    @Test
    void documentThatBreaksOffDoesNotLookComplete() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RequestBody body = Written.contact(xml, List.of(ZOE, map("a b", 1)).iterator());

        Throwable thrown = catchThrowable(() -> body.writeTo(out));

        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        assertThat(out.toString()).doesNotContain("</contacts>");
    }
}
