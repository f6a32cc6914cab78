// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.routes;

import io.github.camelfreshsales.simulator.store.CrmAccount;
import io.github.camelfreshsales.simulator.store.Feature;
import io.github.camelfreshsales.simulator.store.ResourceType;
import io.github.camelfreshsales.simulator.store.ResourceTypes;
import io.github.camelfreshsales.simulator.web.ApiError;
import io.github.camelfreshsales.simulator.web.ApiResponse;
import io.github.camelfreshsales.simulator.web.Call;
import io.github.camelfreshsales.simulator.web.Router;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The table of routes below the API root. A resource has the rows whose feature it supports. */
public final class ApiRoutes {

    private static final String CUSTOM_MODULE = "custom_module/{entity}";
    private static final ResourceType ANY_CUSTOM_MODULE = ResourceTypes.customModule("cm_any");

    /** One row: what a resource must support, verb, path behind the resource's own, and who answers. */
    private record Row(
            Feature feature, String method, String suffix, BiFunction<ResourceType, Call, ApiResponse> handler) {}

    private final CrmAccount account;
    private final Replies replies;

    public ApiRoutes(CrmAccount account) {
        this.account = account;
        this.replies = new Replies(account);
    }

    public Router router() {
        Router router = new Router();
        for (Row row : resourceRows()) {
            account.types().stream()
                    .filter(type -> type.supports(row.feature()))
                    .forEach(type -> router.add(row.method(), type.path() + row.suffix(), call -> row.handler()
                            .apply(type, call)));
            if (ANY_CUSTOM_MODULE.supports(row.feature())) {
                router.add(row.method(), CUSTOM_MODULE + row.suffix(), call -> row.handler()
                        .apply(customModule(call), call));
            }
        }
        addSingleRoutes(router);
        return router;
    }

    private List<Row> resourceRows() {
        RecordRoutes records = new RecordRoutes(account, replies);
        ListRoutes lists = new ListRoutes(account, replies);
        CopyRoutes copies = new CopyRoutes(account, replies, records);
        RelatedRoutes related = new RelatedRoutes(account, replies);
        TeamRoutes teams = new TeamRoutes(account);
        BulkRoutes bulk = new BulkRoutes(account);
        return List.of(
                new Row(Feature.CREATE, "POST", "", records::create),
                new Row(Feature.GET, "GET", "/{id}", records::get),
                new Row(Feature.UPDATE, "PUT", "/{id}", records::update),
                new Row(Feature.DELETE, "DELETE", "/{id}", records::delete),
                new Row(Feature.FORGET, "DELETE", "/{id}/forget", records::forget),
                new Row(Feature.RESTORE, "PUT", "/{id}/restore", records::restore),
                new Row(Feature.UPSERT, "POST", "/upsert", new UpsertRoutes(account, replies, records)::upsert),
                new Row(Feature.BULK_UPSERT, "POST", "/bulk_upsert", new BulkUpsertRoutes(account)::upsert),
                new Row(Feature.BULK_DESTROY, "POST", "/bulk_destroy", bulk::destroy),
                new Row(Feature.BULK_ASSIGN_OWNER, "POST", "/bulk_assign_owner", bulk::assignOwner),
                new Row(Feature.CLONE, "POST", "/{id}/clone", copies::clone),
                new Row(Feature.CONVERT, "POST", "/{id}/convert", copies::convert),
                new Row(Feature.VIEWS, "GET", "/filters", lists::views),
                new Row(Feature.VIEWS, "GET", "/view/{id}", lists::view),
                new Row(Feature.PLAIN_LIST, "GET", "", lists::plain),
                new Row(Feature.NAMED_FILTERS, "GET", "", lists::filtered),
                new Row(Feature.NOTES, "GET", "/{id}/notes", related::notes),
                new Row(Feature.CONTACTS, "GET", "/{id}/contacts", related::contacts),
                new Row(Feature.ACTIVITIES, "GET", "/{id}/activities", related::activities),
                new Row(Feature.TIMELINE, "GET", "/{id}/timeline_feeds", related::timelineFeeds),
                new Row(
                        Feature.DOCUMENT_ASSOCIATIONS,
                        "GET",
                        "/{id}/document_associations",
                        related::documentAssociations),
                new Row(Feature.RELATED_PRODUCTS, "GET", "/{id}/related_products", related::relatedProducts),
                new Row(Feature.TEAM, "POST", "/{id}/manage_team_members", teams::manage),
                new Row(Feature.TEAM, "PUT", "/{id}/manage_team_members", teams::manage));
    }

    private void addSingleRoutes(Router router) {
        ListRoutes lists = new ListRoutes(account, replies);
        MarketingListRoutes marketing = new MarketingListRoutes(account);
        SearchRoutes search = new SearchRoutes(account);
        FilteredSearchRoutes filtered = new FilteredSearchRoutes(account, replies);
        SelectorRoutes selectors = new SelectorRoutes(account);
        SettingsRoutes settings = new SettingsRoutes(account);
        ModuleRoutes modules = new ModuleRoutes(account);
        DocumentRoutes documents = new DocumentRoutes(account);
        router.add("GET", "contacts/lists/{id}", lists::inList)
                .add("PUT", "lists/{id}/add_contacts", marketing::add)
                .add("PUT", "lists/{id}/remove_contacts", marketing::remove)
                .add("PUT", "lists/{id}/move_contacts", marketing::move)
                .add("GET", "search", search::search)
                .add("GET", "lookup", search::lookup)
                .add("POST", "filtered_search/{name}", filtered::search)
                .add("GET", "selector/{name}", selectors::items)
                .add("GET", "selector/deal_pipelines/{id}/deal_stages", selectors::stagesOfPipeline)
                .add("GET", "selector/sales_activity_types/{id}/sales_activity_outcomes", selectors::outcomesOfType)
                .add("GET", "settings/{entity}/forms", settings::forms)
                .add("POST", "settings/{entity}/forms/{id}/fields", settings::addField)
                .add("GET", "settings/module_customizations", modules::list)
                .add("POST", "settings/module_customizations", modules::create)
                .add("GET", "settings/module_customizations/{id}", modules::get)
                .add("PUT", "settings/module_customizations/{id}", modules::update)
                .add("DELETE", "settings/module_customizations/{id}", modules::delete)
                .add("POST", "documents", documents::upload)
                .add("POST", "document_links", documents::link)
                .add("POST", "phone_calls", new PhoneCallRoutes(account)::create)
                .add("GET", "job_statuses/{id}", new JobRoutes(account)::status);
        account.types().stream()
                .filter(type -> type.supports(Feature.FIELDS))
                .forEach(type ->
                        router.add("GET", "settings/" + type.name() + "/fields", call -> settings.fields(type, call)));
        BulkRoutes bulk = new BulkRoutes(account);
        account.types().stream()
                .filter(type -> type.supports(Feature.CPQ_BULK))
                .forEach(type -> bulk.addCpqRoutes(router, type));
    }

    /** Routes of the browser's paths, without {@code /api}, that clients were seen to use with their key. */
    public Router browserRouter() {
        RelatedRoutes related = new RelatedRoutes(account, replies);
        Router router = new Router().add("GET", "settings/module_customizations", new ModuleRoutes(account)::list);
        for (String name : List.of("contacts", "sales_accounts", "deals")) {
            ResourceType type = account.type(name).orElseThrow();
            for (String kind : List.of("tasks", "appointments", "notes")) {
                router.add("GET", name + "/{id}/" + kind, call -> related.hangingOn(kind, type, call));
            }
            router.add("GET", name + "/{id}/conversations/all", call -> related.conversations(type, call));
            router.add("GET", name + "/{id}/timeline_feeds", call -> related.timelineFeeds(type, call));
            router.add("GET", name + "/{id}/document_associations", call -> related.documentAssociations(type, call));
        }
        return router;
    }

    /** Whether a path reads metadata, which a key without rights on records may do. */
    public static boolean isMetadata(String pathBelowRoot) {
        return Set.of("selector", "settings").contains(pathBelowRoot.split("/", 2)[0])
                || pathBelowRoot.endsWith("/filters");
    }

    private ResourceType customModule(Call call) {
        return account.type(call.variable("entity")).orElseThrow(ApiError::notFound);
    }
}
