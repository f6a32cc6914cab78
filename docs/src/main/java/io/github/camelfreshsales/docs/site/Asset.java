// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Files of the site that are the same for every page: ours stand beside this class, lunr comes from its webjar. */
final class Asset {

    private Asset() {}

    static String text(String name) {
        return read(name);
    }

    /** The search library. The webjar has its version in the path. */
    static String lunr() {
        Properties about = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/lunr/pom.properties")) {
            about.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read("/META-INF/resources/webjars/lunr/" + about.getProperty("version") + "/lunr.min.js");
    }

    private static String read(String place) {
        try (InputStream in = open(place)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String place) throws IOException {
        InputStream in = Asset.class.getResourceAsStream(place);
        if (in == null) {
            throw new IOException("A file of the site is missing: " + place);
        }
        return in;
    }
}
