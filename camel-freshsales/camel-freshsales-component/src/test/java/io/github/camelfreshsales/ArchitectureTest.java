// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelfreshsales.watch.MeterRegistries;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The borders between the packages. */
@AnalyzeClasses(packages = "io.github.camelfreshsales", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.github.camelfreshsales";

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
            .resideOutsideOfPackages("..simulator..", "..processor..", "..datatype..")
            .should()
            .callMethod(Message.class, "setBody", Object.class)
            .orShould()
            .callMethod(Message.class, "setHeader", String.class, Object.class)
            .orShould()
            .callMethod(Message.class, "removeHeader", String.class);

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.github.camelfreshsales.(*)..").should().beFreeOfCycles();

    /** From what Camel sees down to the vocabulary; each package knows only those below it. */
    private static final List<String> ORDER = List.of(
            "telemetry",
            "processor",
            "datatype",
            "component",
            "watch",
            "changes",
            "operation",
            "fields",
            "resource",
            "http",
            "content");

    @ArchTest
    static void eachPackageKnowsOnlyThoseBelowIt(JavaClasses classes) {
        for (int i = 1; i < ORDER.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "." + ORDER.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ORDER.subList(0, i).stream()
                            .map(name -> BASE + "." + name + "..")
                            .toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule theVocabularyDependsOnNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(BASE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ORDER.stream().map(name -> BASE + "." + name + "..").toArray(String[]::new));

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

    /** Many applications have no Micrometer. */
    @ArchTest
    static final ArchRule onlyTheMetersNeedMicrometer = noClasses()
            .that()
            .doNotBelongToAnyOf(MeterRegistries.class)
            .and()
            .haveSimpleNameNotEndingWith("Meters")
            .and()
            .doNotHaveSimpleName("TagValues")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule onlyTheirMakerTouchesTheMeters = noClasses()
            .that()
            .resideOutsideOfPackage("..watch..")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Meters");

    @ArchTest
    static final ArchRule simulatorSharesNoClassWithTheComponent = noClasses()
            .that()
            .resideInAPackage("..simulator..")
            .should()
            .dependOnClassesThat(resideInAPackage(BASE + "..").and(resideOutsideOfPackage("..simulator..")));

    @ArchTest
    static final ArchRule componentSharesNoClassWithTheSimulator = noClasses()
            .that()
            .resideOutsideOfPackage("..simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..simulator..");
}
