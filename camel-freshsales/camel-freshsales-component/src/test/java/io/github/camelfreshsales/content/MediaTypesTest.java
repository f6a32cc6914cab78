// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelfreshsales.ContentFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({
        "json,application/json",
        "xml,application/xml",
        "csv,text/csv",
        "form,application/x-www-form-urlencoded",
        "multipart,multipart/form-data",
        "raw,application/octet-stream"
    })
    void everyFormatHasItsMediaType(ContentFormat format, String mediaType) {
        assertThat(format.mediaType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void nothingAskedForMeansTheOneOfTheFormat(String asked) {
        assertThat(MediaTypes.of(ContentFormat.json, asked)).isEqualTo("application/json");
    }

    @ParameterizedTest
    @EnumSource
    void anotherOneIsTakenAsItIs(ContentFormat format) {
        assertThat(MediaTypes.of(format, " application/vnd.api+json;Charset=\"utf-8\" "))
                .isEqualTo("application/vnd.api+json;Charset=\"utf-8\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain\r\nX-Evil: 1",
                "text/plain\nX: 1",
                "text/plain;\ta",
                "text/pläin",
                "text/plain\u0000",
                "text",
                "text/",
                "/plain",
                "text/plain, text/csv",
                "text/plain; a=b, text/csv",
                "text/plain; a=\"b",
                "text/plain; a",
                "text /plain",
                ";charset=UTF-8",
                "text/plain; charset=no-such-charset",
                "text/plain; charset=???"
            })
    void whatIsNoContentTypeIsRefused(String asked) {
        assertThatThrownBy(() -> MediaTypes.of(ContentFormat.raw, asked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A content type ");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "raw")
    void otherCharsetsAreForRawOnly(ContentFormat format) {
        assertThatThrownBy(() -> MediaTypes.of(format, "text/plain; charset=ISO-8859-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The format " + format + " is written in UTF-8. Leave another charset out of contentType, or"
                                + " send the text with contentFormat=raw");
    }

    @ParameterizedTest
    @EnumSource
    void contentTypeOfTheRequestIsTheOneAskedFor(ContentFormat format) {
        Object content = format == ContentFormat.raw ? "x" : Samples.ZOE;

        assertThat(Written.typed(format, content, "application/x-own").contentType())
                .startsWith("application/x-own")
                .matches("application/x-own(; boundary=[0-9a-f-]{36})?");
    }

    @Test
    void nothingShowsTheContent() {
        assertThat(List.of(
                        new Document("secret", null, null, null),
                        new FilePart("secret", null, "secret"),
                        new Records.One(Samples.map("a", "secret")),
                        new Records.Many(Elements.held(List.of("secret"))),
                        Written.body(ContentFormat.json, Samples.map("a", "secret")),
                        Written.body(ContentFormat.raw, Samples.file("secret"))))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain("secret"));
        assertThatThrownBy(() -> new Document(null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no body to send");
    }
}
