// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.StoredDocument;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import io.github.camelfreshsales.simulator.web.UploadedPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files come as multipart forms, links as flat JSON; both hang on a record. */
final class DocumentRoutes {

    private final CrmAccount account;

    DocumentRoutes(CrmAccount account) {
        this.account = account;
    }

    ApiResponse upload(Call call) {
        List<UploadedPart> parts = call.request().parts();
        UploadedPart file = part(parts, "file").orElseThrow(() -> ApiError.badRequest("File can't be empty"));
        String name = text(parts, "file_name")
                .orElse(Optional.ofNullable(file.fileName()).orElse("file"));
        boolean shared = text(parts, "is_shared").filter("true"::equals).isPresent();
        return store(new StoredDocument(
                account.nextId(),
                name,
                file.contentType(),
                file.content(),
                null,
                text(parts, "targetable_type").orElse(""),
                number(text(parts, "targetable_id").orElse("")),
                shared));
    }

    ApiResponse link(Call call) {
        ObjectNode body = call.request().json();
        String url = body.path("url").asText("");
        if (url.isBlank()) {
            throw ApiError.badRequest("Url can't be empty");
        }
        return store(new StoredDocument(
                account.nextId(),
                body.path("name").asText(url),
                null,
                new byte[0],
                url,
                body.path("targetable_type").asText(""),
                number(body.path("targetable_id").asText("")),
                body.path("is_shared").asBoolean()));
    }

    private ApiResponse store(StoredDocument document) {
        List<String> problems = Stream.of(
                        document.targetableType().isBlank() ? "Targetable type can't be empty" : "",
                        document.targetableId() == 0 ? "Targetable can't be empty" : "")
                .filter(problem -> !problem.isEmpty())
                .toList();
        if (!problems.isEmpty()) {
            throw new ApiError(400, problems);
        }
        account.documents().add(document);
        String path = account.settings().uiRoot() + "/documents/" + document.id();
        return ApiResponse.ok(Json.object()
                .put("id", document.id())
                .put("msg", document.isLink() ? "Link added successfully" : "File uploaded successfully")
                .put("url", document.isLink() ? document.link() : path));
    }

    private static Optional<String> text(List<UploadedPart> parts, String name) {
        return part(parts, name).map(part -> new String(part.content(), StandardCharsets.UTF_8));
    }

    private static Optional<UploadedPart> part(List<UploadedPart> parts, String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
