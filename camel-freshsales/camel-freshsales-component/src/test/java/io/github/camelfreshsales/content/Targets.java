// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Where test bodies are written to. */
final class Targets {

    private Targets() {}

    /** Keeps nothing; tells how many bytes have arrived, write by write. */
    static OutputStream counting(LongConsumer total) {
        return new OutputStream() {
            private long sum;

            @Override
            public void write(int b) {
                total.accept(++sum);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                sum += length;
                total.accept(sum);
            }
        };
    }

    static OutputStream broken() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("connection reset");
            }
        };
    }
}
