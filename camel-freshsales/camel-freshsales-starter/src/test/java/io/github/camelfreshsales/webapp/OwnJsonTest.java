// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The component's jar, and what it brings, in a web application of Spring Boot. */
class OwnJsonTest {

    private static final String TESTS = File.separator + "test-classes";

    /** Where the jars of spring-boot-starter-web are in a Maven repository. */
    private static final List<String> WEB = List.of(
            "/org/springframework/",
            "/tomcat/",
            "/com/fasterxml/jackson/core/",
            "/com/fasterxml/jackson/datatype/",
            "/com/fasterxml/jackson/module/",
            "/tools/jackson/",
            "/ch/qos/logback/",
            "/org/slf4j/",
            "/log4j/",
            "/micrometer/",
            "/jakarta/annotation/",
            "/snakeyaml/",
            "/jspecify/",
            "/commons-logging/");

    private static final List<String> NOT_THE_COMPONENT = List.of(
            "/org/apache/camel/springboot/", "/camel-freshsales-simulator", "/camel-freshsales-starter", "/wiremock");

    @Test
    void applicationReadsAndWritesItsJsonAsWithoutTheComponent() throws Exception {
        Process plain = start("plain", place -> contains(WEB, place));
        Process withComponent = start("with-component", place -> !contains(NOT_THE_COMPONENT, place));

        String expected = output(plain);
        assertThat(expected).contains("-> 200").contains("-> 406").contains("-> 415");
        assertThat(output(withComponent)).isEqualTo(expected);
    }

    private static boolean contains(List<String> parts, String place) {
        return parts.stream().anyMatch(place::contains);
    }

    private static Process start(String name, Predicate<String> wanted) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> place.endsWith(TESTS) || wanted.test(place.replace(File.separatorChar, '/')))
                .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dlog.file=target/" + name + ".log",
                        "-classpath",
                        classPath,
                        OrdersApplication.class.getName(),
                        "--server.port=0",
                        "--spring.config.name=orders",
                        "--spring.main.banner-mode=off")
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process application) throws Exception {
        String output = new String(application.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(application.waitFor()).as(output).isZero();
        return output;
    }
}
