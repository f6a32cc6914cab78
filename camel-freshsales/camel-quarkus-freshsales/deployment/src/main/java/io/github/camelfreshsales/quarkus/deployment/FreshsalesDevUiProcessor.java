// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.deployment;

import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesRegistryBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.devui.spi.buildtime.BuildTimeActionBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;
import java.net.URI;

/** The Dev UI links to the page of the simulated Freshsales. */
@BuildSteps(onlyIf = {IsLocalDevelopment.class, DevServicesConfig.Enabled.class})
class FreshsalesDevUiProcessor {

    static final String SIMULATOR_PAGE = "simulatorPage";

    /** Its address is known only after this step, so the Dev UI asks for it. It lets nobody put it into a frame. */
    @BuildStep
    void link(
            FreshsalesBuildTimeConfig config,
            DevServicesRegistryBuildItem running,
            BuildProducer<CardPageBuildItem> cards,
            BuildProducer<BuildTimeActionBuildItem> actions) {
        if (!FreshsalesDevServiceProcessor.isNeeded(config)) {
            return;
        }
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.externalPageBuilder("Simulated Freshsales")
                .icon("font-awesome-solid:address-book")
                .dynamicUrlJsonRPCMethodName(SIMULATOR_PAGE)
                .doNotEmbed());
        cards.produce(card);
        BuildTimeActionBuildItem action = new BuildTimeActionBuildItem();
        action.actionBuilder()
                .methodName(SIMULATOR_PAGE)
                .function(parameters -> page(running))
                .build();
        actions.produce(action);
    }

    private static String page(DevServicesRegistryBuildItem running) {
        String domain = running.getConfigForAllRunningServices().get(FreshsalesDevServiceProcessor.DOMAIN);
        return URI.create(domain).resolve("/").toString();
    }
}
