// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.manual;

import io.github.camelfreshsales.changes.FolderStateRepository;
import java.nio.file.Path;
import org.apache.camel.builder.RouteBuilder;

/** A route that follows the deals of an account. */
final class FollowingRoutes extends RouteBuilder {

    private final Path folder;

    FollowingRoutes(Path folder) {
        this.folder = folder;
    }

    @Override
    public void configure() {
        // tag::route[]
        getContext().getRegistry().bind("cursors", new FolderStateRepository(folder.resolve("cursors")));

        from("freshsales:changes?resourceType=deals&startFrom=beginning&stateRepository=#cursors")
                .routeId("follow-deals")
                .log("Deal ${header.CamelFreshsalesChangedId} was ${header.CamelFreshsalesChangeType}")
                .to("direct:deals");
        // end::route[]
    }
}
