// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.util.VersionInfo;

/** What a measurement ran on. */
final class Machine {

    private static final long GIGABYTE = 1L << 30;

    private Machine() {}

    static String hardware() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Runtime.getRuntime().availableProcessors() + " cores of " + cpu() + ", "
                + Math.round((double) memory / GIGABYTE) + " GB, " + System.getProperty("os.name");
    }

    static String software() {
        return "Java " + Runtime.version() + ", Camel " + new DefaultCamelContext(false).getVersion() + ", HttpClient "
                + VersionInfo.loadVersionInfo("org.apache.hc.client5", Machine.class.getClassLoader())
                        .getRelease()
                + ", Jackson " + new ObjectMapper().version();
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch"); // only Linux tells its name this way
        }
    }
}
