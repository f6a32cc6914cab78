// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.server;

import io.github.camelfreshsales.simulator.web.ApiError;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The body of one request while it arrives. What is too much is read to its end all the same, without being kept, or the
 * client would see a broken connection instead of the refusal.
 */
final class IncomingBody {

    /** Beyond this a body is not even read to its end. */
    static final long MOST_READ = 256L * 1024 * 1024;

    /** What reading a body costs for each of its bytes: the copies, and the tree of its JSON. */
    private static final int COST = 8;

    private final long limit;
    private final MemoryBudget budget;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long received;
    private long taken;
    private ApiError refusal;

    IncomingBody(long limit, MemoryBudget budget) {
        this.limit = limit;
        this.budget = budget;
    }

    void add(byte[] chunk, int count) {
        received += count;
        if (refusal == null && received > limit) {
            refuse(new ApiError(413, List.of("The request is too large: " + limit + " bytes are the most")));
        } else if (refusal == null && !take(count)) {
            refuse(new ApiError(503, List.of("Too many large requests at once")));
        }
        if (refusal == null) {
            bytes.write(chunk, 0, count);
        }
    }

    /** Takes memory for what the body expands to, too. */
    boolean take(long count) {
        boolean granted = budget.take(count * COST);
        taken += granted ? count * COST : 0;
        return granted;
    }

    boolean isEndless() {
        return received > MOST_READ;
    }

    /** All bytes; what was refused meanwhile is refused here. */
    byte[] whole() {
        if (refusal != null) {
            throw refusal;
        }
        return bytes.toByteArray();
    }

    void release() {
        bytes = null;
        budget.giveBack(taken);
        taken = 0;
    }

    private void refuse(ApiError error) {
        refusal = error;
        bytes = null;
    }
}
