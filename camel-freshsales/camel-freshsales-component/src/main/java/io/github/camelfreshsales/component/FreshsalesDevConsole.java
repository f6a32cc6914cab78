// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import io.github.camelfreshsales.watch.AccountJson;
import io.github.camelfreshsales.watch.AccountReport;
import io.github.camelfreshsales.watch.AccountText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** Shows the accounts that the routes use: calls and failures, quota, jobs, metadata in memory, and cursors. */
@DevConsole(
        name = "freshsales",
        displayName = "Freshsales",
        description = "Accounts of Freshsales: calls, quota, jobs, cursors")
public final class FreshsalesDevConsole extends AbstractDevConsole {

    public FreshsalesDevConsole() {
        super("camel", "freshsales", "Freshsales", "Accounts of Freshsales: calls, quota, jobs, cursors");
    }

    private List<AccountReport> reports() {
        return getCamelContext().getComponentNames().stream()
                .sorted()
                .map(getCamelContext()::hasComponent)
                .flatMap(component -> component instanceof FreshsalesComponent ours ? Stream.of(ours) : Stream.empty())
                .distinct()
                .flatMap(component -> component.accounts().reports().stream())
                .toList();
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        for (AccountReport report : reports()) {
            AccountText.append(report, text);
        }
        return text.toString();
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonArray accounts = new JsonArray();
        for (AccountReport report : reports()) {
            accounts.add(AccountJson.of(report));
        }
        JsonObject root = new JsonObject();
        root.put("accounts", accounts);
        return root;
    }
}
