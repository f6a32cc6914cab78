// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.content.FilePart;
import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.Request;
import jakarta.activation.DataHandler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operation {@code upload}: attaches a file to a record. */
final class Upload {

    private static final String ANY_TYPE = "application/octet-stream";
    private static final Expected STORED = Expected.record(List.of("document"));

    private Upload() {}

    static OperationResult upload(OperationCall call, Session session) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("targetable_type", call.require(Option.TARGET_TYPE));
        parts.put("targetable_id", call.require(Option.TARGET_ID));
        FilePart file = file(call);
        parts.put("file_name", file.fileName());
        parts.put("is_shared", call.get(Option.SHARED));
        parts.put("file", file);
        Request request = Requests.to(call, "POST", List.of("documents"))
                .body(session.account()
                        .writers()
                        .write(ContentFormat.multipart, new Document(parts, null, null, null), null))
                .once()
                .expect(STORED)
                .build();
        return session.exchange(call, request, response -> ResultFormat.whole(call, session, response));
    }

    private static FilePart file(OperationCall call) {
        NamedContent named = call.body().asItIs();
        Object body = call.body().content();
        if (body instanceof DataHandler data) {
            return attached(call, data.getName(), data);
        }
        boolean isFile = body instanceof File || body instanceof Path || named != null && named.name() != null;
        boolean isBytes = body instanceof byte[] || body instanceof InputStream;
        return isFile || isBytes ? part(call, named.name(), body) : attachment(call);
    }

    private static FilePart attachment(OperationCall call) {
        int count = call.attachments().size();
        if (count != 1) {
            throw new IllegalArgumentException("The operation upload needs a file, bytes or a stream as the body, or a"
                    + " message with one attachment; "
                    + (count > 1
                            ? "it has " + count + ". Split the message by its attachments"
                            : found(call.body().content())));
        }
        Map.Entry<String, DataHandler> one =
                call.attachments().entrySet().iterator().next();
        String name = one.getValue().getName();
        return attached(call, name == null || name.isBlank() ? one.getKey() : name, one.getValue());
    }

    private static String found(Object body) {
        if (body == null) {
            return "it has no attachment, and its body is empty";
        }
        return body instanceof CharSequence
                ? "its body is text. Make bytes of it, with convertBodyTo(byte[].class, \"UTF-8\")"
                : "its body is a " + body.getClass().getName();
    }

    private static FilePart attached(OperationCall call, String ownName, DataHandler data) {
        String name = name(call, ownName);
        try {
            return FilePart.received(name, type(call, name, data.getContentType()), data.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("The attachment cannot be read", e);
        }
    }

    private static FilePart part(OperationCall call, String ownName, Object content) {
        String name = name(call, ownName);
        return new FilePart(name, type(call, name, null), content);
    }

    private static String name(OperationCall call, String ownName) {
        String given = call.get(Option.FILE_NAME);
        String name = given == null ? ownName : given;
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(
                    "The operation upload needs the option fileName or the header CamelFreshsalesFileName, since bytes"
                            + " and streams have no name of their own");
        }
        return name;
    }

    private static String type(OperationCall call, String name, String ownType) {
        String given = call.get(Option.CONTENT_TYPE);
        if (given != null) {
            return given;
        }
        String guessed = ownType == null ? URLConnection.guessContentTypeFromName(name) : ownType;
        return guessed == null ? ANY_TYPE : guessed;
    }
}
