// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks for customer data in an exception, its causes and what it suppressed. Test data that must not show is "secret".
 */
final class NoContent {

    private NoContent() {}

    static void in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContainIgnoringCase("secret");
            for (Throwable suppressed : t.getSuppressed()) {
                in(suppressed);
            }
        }
    }
}
