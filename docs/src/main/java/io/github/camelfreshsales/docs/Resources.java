// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import io.github.camelfreshsales.resource.Resource;
import io.github.camelfreshsales.resource.ResourceRegistry;
import java.util.List;
import java.util.stream.Collectors;

/** Turns the component's table of resources into a table of the manual. */
final class Resources {

    private Resources() {}

    static List<String> table() {
        Table table = new Table("3,3,2,4", "Resource type", "Path below the API root", "Key", "Operations");
        for (Resource resource : ResourceRegistry.all()) {
            table.row(Literal.of(resource.name()), path(resource), key(resource), operations(resource));
        }
        Resource module = ResourceRegistry.find("cm_project");
        table.row("a custom module, such as `cm_project`", path(module), "its own name", operations(module));
        Resource unknown = ResourceRegistry.find("any_other_word");
        return table.row("any other word", "the word", key(unknown), operations(unknown))
                .lines();
    }

    private static String path(Resource resource) {
        return Literal.of(String.join("/", resource.path()));
    }

    private static String key(Resource resource) {
        return resource.key() == null ? "none" : Literal.of(resource.key());
    }

    /** In the order of the manual. An unknown word has every operation that any resource has. */
    private static String operations(Resource resource) {
        boolean all = ResourceRegistry.all().stream()
                .allMatch(known -> resource.operations().containsAll(known.operations()));
        if (all) {
            return "all of these";
        }
        return resource.operations().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }
}
