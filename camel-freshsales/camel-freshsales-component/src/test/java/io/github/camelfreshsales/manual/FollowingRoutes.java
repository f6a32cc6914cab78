package io.github.camelfreshsales.manual;

import java.io.File;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.FileStateRepository;

/** A route that follows the deals of an account. */
final class FollowingRoutes extends RouteBuilder {

    private final File folder;

    FollowingRoutes(File folder) {
        this.folder = folder;
    }

    @Override
    public void configure() {
        // tag::route[]
        getContext()
                .getRegistry()
                .bind("cursors", FileStateRepository.fileStateRepository(new File(folder, "cursors")));

        from("freshsales:changes?resourceType=deals&startFrom=beginning&stateRepository=#cursors")
                .routeId("follow-deals")
                .log("Deal ${header.CamelFreshsalesChangedId} was ${header.CamelFreshsalesChangeType}")
                .to("direct:deals");
        // end::route[]
    }
}
