package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.ContentFormat;
import io.github.camelfreshsales.content.Document;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is on a marketing list: add, remove, move. */
final class MarketingListOperations {

    private MarketingListOperations() {}

    static OperationResult add(OperationCall call) {
        if (call.get(Option.ALL_MEMBERS)) {
            throw new IllegalArgumentException("The option allMembers goes with removeFromList and moveToList only");
        }
        return change(call, "add_contacts", new LinkedHashMap<>());
    }

    static OperationResult remove(OperationCall call) {
        return change(call, "remove_contacts", new LinkedHashMap<>());
    }

    static OperationResult move(OperationCall call) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("from_list_id", RecordIds.asJson(call.require(Option.FROM_LIST_ID)));
        return change(call, "move_contacts", body);
    }

    private static OperationResult change(OperationCall call, String what, Map<String, Object> body) {
        String listId = PathSegments.one("listId", call.require(Option.LIST_ID));
        if (call.get(Option.ALL_MEMBERS)) {
            body.put("all", true);
        } else {
            List<Object> ids = RecordIds.all(call);
            if (ids.isEmpty()) {
                return new OperationResult(new LinkedHashMap<>(), Map.of());
            }
            body.put("ids", ids);
        }
        Request request = Requests.to(call, "PUT", List.of("lists", listId, what))
                .body(call.account().writers().write(ContentFormat.json, new Document(body, null, null, null), null))
                .build();
        return Sender.exchange(call, request, response -> ResponseReader.whole(call, response));
    }
}
