package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.NameValue;
import io.github.camelfreshsales.http.Request;
import io.github.camelfreshsales.http.RequestBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows the request that would be sent. */
final class DryRun {

    private DryRun() {}

    static OperationResult describe(OperationCall call, Request request) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Token token=xxxxxx");
        headers.put("Accept", "application/json");
        for (NameValue header : request.headers()) {
            headers.remove("Accept".equalsIgnoreCase(header.name()) ? "Accept" : "");
            headers.put(header.name(), header.value());
        }
        if (request.body() != null) {
            headers.put("Content-Type", request.body().contentType());
        }
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("method", request.method());
        description.put("url", call.account().root().url(request));
        description.put("headers", headers);
        description.put("body", request.body() == null ? null : content(request.body()));
        return new OperationResult(description, Map.of());
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
