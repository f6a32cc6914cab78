// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.quarkus.deployment;

import io.github.camelfreshsales.FreshsalesConfiguration;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.RecordResult;
import io.github.camelfreshsales.changes.FolderStateRepository;
import io.github.camelfreshsales.changes.JdbcStateRepository;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** What a native image has to be told. No native image was built with it so far. */
class FreshsalesNativeProcessor {

    @BuildStep
    ExtensionSslNativeSupportBuildItem httpsIsSpoken() {
        return new ExtensionSslNativeSupportBuildItem(FreshsalesProcessor.FEATURE);
    }

    /** Camel Quarkus looks for components, endpoints and converters in the index. */
    @BuildStep
    IndexDependencyBuildItem componentIsIndexed() {
        return new IndexDependencyBuildItem("io.github.camelfreshsales", "camel-freshsales");
    }

    /** Expressions such as {@code ${exception.retryable}} and {@code ${body[0].outcome}}, and results written as JSON. */
    @BuildStep
    ReflectiveClassBuildItem routesReadResults() {
        return ReflectiveClassBuildItem.builder(
                        FreshsalesException.class,
                        RecordResult.class,
                        RecordResult.Outcome.class,
                        RecordResult.Error.class)
                .methods()
                .reason("read by expressions and data formats")
                .build();
    }

    /** {@code camel.beans.cursors = #class:…} */
    @BuildStep
    ReflectiveClassBuildItem propertiesMakeRepositories() {
        return ReflectiveClassBuildItem.builder(FolderStateRepository.class, JdbcStateRepository.class)
                .methods()
                .reason("made and set by camel.beans properties")
                .build();
    }

    /** Without its fields it would not be known which of the values is a secret. */
    @BuildStep
    ReflectiveClassBuildItem errorsReadOptions() {
        return ReflectiveClassBuildItem.builder(FreshsalesConfiguration.class)
                .methods()
                .fields()
                .reason("its annotations say how to report a wrong value")
                .build();
    }
}
