// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what concerns a whole account, once and not for each call: that its key is refused, that the key is accepted again, and
 * that the quota is used up.
 */
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private final String root;
    private final AtomicBoolean keyRefused = new AtomicBoolean();
    private final AtomicReference<Instant> hourOfWarning = new AtomicReference<>(Instant.EPOCH);

    RefusalLog(ApiRoot root) {
        this.root = LogText.clean(root.toString());
    }

    void responded(Response response, Instant now) {
        if (response.status() == 401 && keyRefused.compareAndSet(false, true)) {
            LOG.warn("{} returned 401: the key is missing, wrong or no longer valid", root);
        } else if (response.succeeded() && keyRefused.get() && keyRefused.compareAndSet(true, false)) {
            LOG.info("{} accepts the key again", root);
        } else if (response.status() == Fate.TOO_MANY_REQUESTS && isFirstOf(now.truncatedTo(ChronoUnit.HOURS))) {
            LOG.warn(
                    "{} returned 429: the calls of this hour or minute are used up. Calls wait, or fail"
                            + " when the wait would be longer than maxQuotaWait",
                    root);
        }
    }

    private boolean isFirstOf(Instant hour) {
        return !hourOfWarning.getAndSet(hour).equals(hour);
    }
}
