// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.http.ApiRoot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of accounts, as people see them. Several accounts of one host, with different keys, get numbers, since a key must not
 * be a name; an account keeps its number when it is closed and used again.
 */
final class AccountNames {

    private final Map<String, List<Known>> byHost = new HashMap<>();

    private record Known(ApiRoot root, String apiKey) {}

    /** The name, followed by the number of the account unless it is the first one of its host. */
    synchronized String of(String name, ApiRoot root, String apiKey) {
        List<Known> known = byHost.computeIfAbsent(root.authority(), host -> new ArrayList<>());
        Known account = new Known(root, apiKey);
        if (!known.contains(account)) {
            known.add(account);
        }
        int number = known.indexOf(account) + 1;
        return number == 1 ? name : name + "-" + number;
    }

    synchronized void forget() {
        byHost.clear();
    }
}
