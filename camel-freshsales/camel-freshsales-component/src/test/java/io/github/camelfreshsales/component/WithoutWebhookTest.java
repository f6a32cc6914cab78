// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The component in an application that has camel-webhook, and in one that has not. */
class WithoutWebhookTest {

    /** The endpoint that the class loader of this class makes. */
    public static final class Probe implements Callable<String> {

        @Override
        public String call() throws Exception {
            try (CamelContext context = new DefaultCamelContext()) {
                return context.getEndpoint("freshsales:changes?resourceType=deals&domain=acme&apiKey=k3y")
                        .getClass()
                        .getSimpleName();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"no-such-module, FreshsalesWebhookEndpoint", "camel-webhook, FreshsalesEndpoint"})
    void endpointIsMadeWithWhatIsThere(String missing, String made) throws Exception {
        assertThat(probed(Probe.class, missing)).isEqualTo(made);
    }

    /** What a probe finds whose class loader lacks a module. */
    static Object probed(Class<? extends Callable<?>> type, String missing) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application =
                new URLClassLoader(classPathWithout(missing), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(application);
            Callable<?> probe = (Callable<?>)
                    application.loadClass(type.getName()).getConstructor().newInstance();

            return probe.call();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL[] classPathWithout(String module) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(module + "-"))
                .map(WithoutWebhookTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
