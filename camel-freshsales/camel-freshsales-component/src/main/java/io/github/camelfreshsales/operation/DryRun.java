// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.RequestBody;
import io.github.camelfreshsales.http.NameValue;
import io.github.camelfreshsales.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Shows the request that would be sent. */
final class DryRun {

    private static final String MASK = "xxxxxx";
    private static final Pattern SECRET =
            Pattern.compile("key|token|secret|password|auth|credential|cookie", Pattern.CASE_INSENSITIVE);

    private DryRun() {}

    static OperationResult describe(Account account, Request request) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Token token=" + MASK);
        headers.put("Accept", "application/json");
        for (NameValue header : request.headers()) {
            headers.remove("Accept".equalsIgnoreCase(header.name()) ? "Accept" : "");
            headers.put(header.name(), isSecret(header.name()) ? MASK : header.value());
        }
        if (request.body() != null) {
            headers.put("Content-Type", request.body().contentType());
        }
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("method", request.method());
        description.put("url", account.root().url(masked(request)));
        description.put("headers", headers);
        description.put("body", request.body() == null ? null : content(request.body()));
        return new OperationResult(description, Map.of());
    }

    /** Whether a name is like that of a secret. */
    private static boolean isSecret(String name) {
        return SECRET.matcher(name).find();
    }

    private static Request masked(Request request) {
        List<NameValue> query = request.query().stream()
                .map(parameter -> isSecret(parameter.name()) ? new NameValue(parameter.name(), MASK) : parameter)
                .toList();
        return request.withQuery(query);
    }

    /** Text where it is text. A body that streams is not read, since it could not be sent afterwards. */
    private static Object content(RequestBody body) {
        if (!body.repeatable()) {
            return "(streamed when it is sent)";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            body.writeTo(bytes);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
