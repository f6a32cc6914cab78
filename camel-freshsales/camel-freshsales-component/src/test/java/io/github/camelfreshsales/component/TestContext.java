// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.component;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;
import org.apache.camel.spi.ClassResolver;

/**
 * A context as in an application, but quicker to start, since the tests start it hundreds of times: it has no JMX, and what
 * Camel looks for among its services is sought once in the 200 jars of the tests.
 */
public final class TestContext extends DefaultCamelContext {

    private static final String SERVICES = "META-INF/services/org/apache/camel/";
    private static final Map<String, Optional<byte[]>> FOUND = new ConcurrentHashMap<>();

    public TestContext() {
        disableJMX();
    }

    @Override
    protected ClassResolver createClassResolver() {
        return new DefaultClassResolver(this) {
            @Override
            public InputStream loadResourceAsStream(String uri) {
                return uri.startsWith(SERVICES)
                        ? FOUND.computeIfAbsent(uri, this::read)
                                .map(ByteArrayInputStream::new)
                                .orElse(null)
                        : super.loadResourceAsStream(uri);
            }

            private Optional<byte[]> read(String uri) {
                try (InputStream in = super.loadResourceAsStream(uri)) {
                    return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
