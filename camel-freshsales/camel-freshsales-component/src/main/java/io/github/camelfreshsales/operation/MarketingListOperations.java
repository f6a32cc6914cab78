// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.http.Expected;
import io.github.camelfreshsales.http.PathSegments;
import io.github.camelfreshsales.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is on a marketing list: add, remove, move. */
final class MarketingListOperations {

    private MarketingListOperations() {}

    static OperationResult add(OperationCall call, Session session) {
        if (call.get(Option.ALL_MEMBERS)) {
            throw new IllegalArgumentException("The option allMembers goes with removeFromList and moveToList only");
        }
        return change(call, session, "add_contacts", new LinkedHashMap<>());
    }

    static OperationResult remove(OperationCall call, Session session) {
        return change(call, session, "remove_contacts", new LinkedHashMap<>());
    }

    static OperationResult move(OperationCall call, Session session) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("from_list_id", RecordIds.asJson("fromListId", call.require(Option.FROM_LIST_ID)));
        return change(call, session, "move_contacts", body);
    }

    private static OperationResult change(OperationCall call, Session session, String what, Map<String, Object> body) {
        String listId = PathSegments.one("listId", call.require(Option.LIST_ID));
        if (call.get(Option.ALL_MEMBERS)) {
            body.put("all", true);
        } else {
            List<Object> ids = RecordIds.all(call, session);
            if (ids.isEmpty()) {
                return new OperationResult(new LinkedHashMap<>(), Map.of());
            }
            body.put("ids", ids);
        }
        Request request = Requests.to(call, "PUT", List.of("lists", listId, what))
                .body(Requests.json(session, body))
                .expect(Expected.CONFIRMATION)
                .build();
        return session.exchange(call, request, response -> ResultFormat.whole(call, session, response));
    }
}
