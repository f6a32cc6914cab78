// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The simulator's own certificate, which is good for {@code localhost} and 127.0.0.1 and for nothing else. */
final class Certificates {

    static final String PASSWORD = "simulator";
    static final String KEY_STORE = "io/github/camelfreshsales/simulator/key-store.p12";
    static final String TRUST_STORE = "io/github/camelfreshsales/simulator/trust-store.p12";

    private Certificates() {}

    static KeyStore trustStore() {
        try (InputStream stored = Certificates.class.getResourceAsStream("/" + TRUST_STORE)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stored, PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The trust store of the simulator cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SSLContext sslContext() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No TLS with the certificate of the simulator", e);
        }
    }
}
