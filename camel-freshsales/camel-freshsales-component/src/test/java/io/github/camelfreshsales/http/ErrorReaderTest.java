// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelfreshsales.http.ErrorReader.VendorError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorReaderTest {

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape(
                        "{\"errors\":{\"code\":400,\"message\":[\"Name has already been taken\"]}}",
                        "400",
                        "Name has already been taken"),
                shape("{\"errors\":{\"code\":\"400\",\"message\":\"one text\"}}", "400", "one text"),
                shape("{\"errors\":{\"code\":400,\"message\":[\"a\",\"b\",\"a\"]}}", "400", "a", "b"),
                shape("{\"errors\":[{\"message\":\"first\"},{\"message\":\"second\"}]}", null, "first", "second"),
                shape(
                        "{\"errors\":[{\"code\":3002,\"message\":\"Contact is not unique\"}]}",
                        "3002",
                        "Contact is not unique"),
                shape("{\"errors\":[\"plain\"]}", null, "plain"),
                shape("{\"errors\":\"text\"}", null, "text"),
                shape(
                        "{\"errors\":{\"email\":[\"is not unique\",\"is odd\"]}}",
                        null,
                        "email is not unique",
                        "email is odd"),
                shape(
                        "{\"errors\":{\"error_code\":3002,\"message\":[\"Contact is not unique\"]}}",
                        "3002",
                        "Contact is not unique"),
                shape("{\"message\":\"locked\"}", null, "locked"),
                shape("{\"error\":\"nope\"}", null, "nope"),
                shape("{\"code\":\"X1\",\"message\":\"top\"}", "X1", "top"),
                shape("{\"login\":\"failed\"}", null, "login failed"),
                shape("{\"login\":\"failed\",\"message\":\"token has expired\"}", null, "token has expired"),
                shape("<html><head><TITLE>\n 404 Not Found</TITLE></head></html>", null, "404 Not Found"),
                shape("<html>no title</html>", null),
                shape("", null),
                shape("   ", null),
                shape("true", null),
                shape("null", null),
                shape("[]", null),
                shape("{\"errors\":null}", null),
                shape("{\"errors\":{\"code\":400,\"mess", null),
                shape("{\"errors\":{\"code\":{\"x\":1},\"message\":[[{\"message\":\"deep\"}]]}}", null, "deep"),
                shape("\u0000\u0001binary", null));
    }

    private static Arguments shape(String body, String code, String... messages) {
        return Arguments.of(body, code, List.of(messages));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeIsUnderstood(String body, String code, List<String> messages) {
        VendorError error = ErrorReader.read(new Response(400, List.of(), body.getBytes(StandardCharsets.UTF_8)));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.messages()).isEqualTo(messages);
    }
}
