// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.CustomModules;
import io.github.camelfreshsales.simulator.store.CustomModules.Definition;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Json;
import java.util.Locale;
import java.util.stream.Stream;

/** Definitions of custom modules. The list names the built-in modules too. */
final class ModuleRoutes {

    private static final String KEY = "module_customization";

    private final CrmAccount account;
    private final CustomModules modules;

    ModuleRoutes(CrmAccount account) {
        this.account = account;
        this.modules = account.customModules();
    }

    ApiResponse list(Call call) {
        ObjectNode answer = Json.object();
        ArrayNode all = answer.putArray("module_customizations");
        Stream.of("contacts", "sales_accounts", "deals")
                .flatMap(name -> account.type(name).stream())
                .forEach(type -> all.add(builtIn(type, all.size() + 1)));
        modules.all().forEach(definition -> all.add(node(definition)));
        return ApiResponse.ok(answer);
    }

    ApiResponse get(Call call) {
        return ApiResponse.ok(wrapped(find(call)));
    }

    ApiResponse create(Call call) {
        ObjectNode sent = sent(call);
        Stream.of("entity_name", "singular_name", "plural_name", "icon")
                .filter(name -> sent.path(name).asText("").isBlank())
                .findFirst()
                .ifPresent(name -> {
                    throw ApiError.badRequest(name.replace('_', ' ') + " can't be empty");
                });
        String entity =
                sent.get("entity_name").asText().toLowerCase(Locale.ROOT).replaceAll("\\W+", "_");
        Definition definition = new Definition(
                modules.newId(), entity.startsWith("cm_") ? entity : "cm_" + entity, null, null, null, null);
        return ApiResponse.json(201, wrapped(modules.put(changed(definition, sent))));
    }

    ApiResponse update(Call call) {
        return ApiResponse.ok(wrapped(modules.put(changed(find(call), sent(call)))));
    }

    ApiResponse delete(Call call) {
        modules.remove(find(call).id());
        return ApiResponse.ok(Json.object().put("message", "The module was deleted"));
    }

    private Definition find(Call call) {
        return modules.find(call.id()).orElseThrow(ApiError::notFound);
    }

    private static ObjectNode sent(Call call) {
        ObjectNode body = call.request().json();
        return body.get(KEY) instanceof ObjectNode wrapped ? wrapped : body;
    }

    private static Definition changed(Definition old, ObjectNode sent) {
        return new Definition(
                old.id(),
                old.entity(),
                sent.path("singular_name").asText(old.singularName()),
                sent.path("plural_name").asText(old.pluralName()),
                sent.path("icon").asText(old.icon()),
                sent.path("description").asText(old.description()));
    }

    private static ObjectNode wrapped(Definition definition) {
        return Json.object().set(KEY, node(definition));
    }

    private static ObjectNode node(Definition definition) {
        return Json.object()
                .put("id", definition.id())
                .put("entity_name", definition.entity())
                .put("singular_name", definition.singularName())
                .put("plural_name", definition.pluralName())
                .put("icon", definition.icon())
                .put("description", definition.description())
                .put("custom", true)
                .put("show_in_navigation_menu", true);
    }

    private ObjectNode builtIn(ResourceType type, int number) {
        return Json.object()
                .put("id", account.settings().firstId() + 100 + number)
                .put("entity_name", type.singular())
                .put("singular_name", type.model())
                .put("plural_name", type.model() + "s")
                .putNull("icon")
                .putNull("description")
                .put("custom", false)
                .put("show_in_navigation_menu", true);
    }
}
