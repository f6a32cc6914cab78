// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.benchmarks.transfer;

import io.github.camelfreshsales.benchmarks.Fork;
import io.github.camelfreshsales.benchmarks.ServerProcess;
import java.io.IOException;
import java.util.List;

/**
 * A transfer in a process of its own.
 *
 * @param calls how many calls the server answered for it
 */
record TransferFork(Transferred transferred, long calls) {

    static TransferFork run(TransferKind kind, ServerProcess server, long records, String options, String... jvmOptions)
            throws IOException, InterruptedException {
        long before = server.calls();
        List<String> arguments = List.of(kind.name(), server.domain(), Long.toString(records), options);
        Transferred transferred = Fork.run(TransferProgram.class, List.of(jvmOptions), arguments, Transferred.class);
        return new TransferFork(transferred, server.calls() - before);
    }
}
