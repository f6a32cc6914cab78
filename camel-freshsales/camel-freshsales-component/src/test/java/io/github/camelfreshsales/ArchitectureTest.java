package io.github.camelfreshsales;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The borders between the packages. */
@AnalyzeClasses(packages = "io.github.camelfreshsales", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule messagesStayInTheOuterLayers = noClasses()
            .that()
            .resideInAnyPackage("..http..", "..content..", "..resource..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Exchange.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Message.class);

    @ArchTest
    static final ArchRule operationsKnowNoHttpLibrary = noClasses()
            .that()
            .resideInAnyPackage("..operation..", "..resource..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "org.apache.camel.component.http..");

    @ArchTest
    static final ArchRule onlyTheProducerWritesIntoAMessage = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Producer")
            .and()
            .haveSimpleNameNotEndingWith("Consumer")
            .and()
            .resideInAPackage("io.github.camelfreshsales..")
            .and()
            .resideOutsideOfPackage("..simulator..")
            .should()
            .callMethod(Message.class, "setBody", Object.class)
            .orShould()
            .callMethod(Message.class, "setHeader", String.class, Object.class)
            .orShould()
            .callMethod(Message.class, "removeHeader", String.class);

    @ArchTest
    static final ArchRule formatsAndTransportKnowNothingOfOperations = noClasses()
            .that()
            .resideInAnyPackage("..http..", "..content..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.camelfreshsales.component..",
                    "io.github.camelfreshsales.operation..",
                    "io.github.camelfreshsales.resource..");

    /** Many applications have no camel-webhook. */
    @ArchTest
    static final ArchRule onlyTheWebhookEndpointNeedsCamelWebhook = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("FreshsalesWebhookEndpoint")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.component.webhook..");

    @ArchTest
    static final ArchRule onlyItsMakerTouchesTheWebhookEndpoint = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("FreshsalesWebhookEndpoint")
            .and()
            .doNotHaveSimpleName("WebhookEndpoints")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("FreshsalesWebhookEndpoint");

    @ArchTest
    static final ArchRule simulatorSharesNoClassWithTheComponent = noClasses()
            .that()
            .resideInAPackage("..simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.camelfreshsales.component..",
                    "io.github.camelfreshsales.operation..",
                    "io.github.camelfreshsales.resource..",
                    "io.github.camelfreshsales.content..",
                    "io.github.camelfreshsales.http..");

    @ArchTest
    static final ArchRule componentSharesNoClassWithTheSimulator = noClasses()
            .that()
            .resideOutsideOfPackage("..simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..simulator..");
}
