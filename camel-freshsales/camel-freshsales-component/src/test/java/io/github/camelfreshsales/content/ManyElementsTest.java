// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManyElementsTest {

    private final RecordReader reader = new RecordReader(Samples.MAPPER);

    @Test
    void streamIsClosedAfterOneRecord() {
        WatchedStream stream = WatchedStream.of(Samples.ONE);

        reader.read(stream);

        assertThat(stream.closed).isPositive();
    }

    @Test
    void arrayInAStreamIsClosedAtItsEnd() {
        WatchedStream stream = WatchedStream.of(Samples.TWO);
        Records.Many many = (Records.Many) reader.read(stream);

        assertThat(stream.closed).isZero();
        many.elements().forEachRemaining(element -> {});

        assertThat(stream.closed).isPositive();
        assertThatThrownBy(many.elements()::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void arrayInAStreamIsClosedHalfWay() {
        WatchedStream stream = WatchedStream.of(Samples.TWO);

        try (Records.Many many = (Records.Many) reader.read(stream)) {
            many.elements().next();
        }

        assertThat(stream.closed).isPositive();
    }

    @Test
    void streamIsClosedThoughTheMapperLeavesItOpen() {
        var lenient = Samples.MAPPER.copy();
        lenient.getFactory().disable(com.fasterxml.jackson.core.JsonParser.Feature.AUTO_CLOSE_SOURCE);
        WatchedStream stream = WatchedStream.of(Samples.TWO);

        ((Records.Many) new RecordReader(lenient).read(stream)).close();

        assertThat(stream.closed).isPositive();
    }

    @Test
    void javaStreamIsClosedAtItsEnd() {
        AtomicInteger closed = new AtomicInteger();
        Stream<Integer> stream = Stream.of(1, 2).onClose(closed::incrementAndGet);
        Records.Many many = (Records.Many) reader.read(stream);

        assertThat(many.elements()).toIterable().containsExactly(1, 2);
        many.close();

        assertThat(closed).hasValue(1);
    }

    @Test
    void iteratorThatCanBeClosedIsClosedWithTheRecords() {
        WatchedIterator iterator = new WatchedIterator(3, i -> i);

        try (Records.Many many = (Records.Many) reader.read(iterator)) {
            many.elements().next();
        }

        assertThat(iterator.closed).isEqualTo(1);
        assertThat(iterator.pulled).isEqualTo(1);
    }

    @Test
    void iteratorThatFailsIsClosed() {
        WatchedIterator iterator = new WatchedIterator(3, i -> {
            throw new IllegalStateException("no connection to the database");
        });
        Records.Many many = (Records.Many) reader.read(iterator);

        Throwable thrown = catchThrowable(() -> many.elements().next());

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(iterator.closed).isEqualTo(1);
    }

    @Test
    void failureToCloseIsToldAndDoesNotHideAnother() {
        class Stubborn extends InputStream {
            @Override
            public int read() throws IOException {
                throw new IOException("read failed");
            }

            @Override
            public void close() throws IOException {
                throw new IOException("close failed");
            }
        }

        Throwable thrown = catchThrowable(() -> reader.read(new Stubborn()));

        assertThat(thrown).isInstanceOf(UncheckedIOException.class).hasRootCauseMessage("read failed");
        assertThat(thrown.getCause().getSuppressed()).singleElement().satisfies(suppressed -> assertThat(suppressed)
                .hasRootCauseMessage("close failed"));
    }

    @Test
    void resourceThatCannotBeClosedIsTold() {
        AutoCloseable checked = () -> {
            throw new Exception("no");
        };
        AutoCloseable io = () -> {
            throw new IOException("no");
        };

        assertThatThrownBy(() -> Closing.close(checked)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Closing.close(io)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void arrayInAStreamIsPulledAsItIsRead() {
        Counting stream = new Counting(5_000_000);
        Iterator<Object> elements = ((Records.Many) reader.read(stream)).elements();

        elements.next();

        assertThat(stream.served).isLessThan(20_000);
    }

    @Test
    void arrayWithoutEndIsReadInBoundedMemory() {
        Iterator<Object> elements = ((Records.Many) reader.read(new Counting(25_000_000))).elements();

        long count = 0;
        while (elements.hasNext()) {
            elements.next();
            count++;
        }

        assertThat(count).isGreaterThan(500_000);
    }

    /** {@code [{"name":"x..."},{"name":...} ...]} of about the given number of bytes. */
    private static final class Counting extends InputStream {

        private static final byte[] RECORD = Samples.bytes("{\"name\":\"abcdefghijklmnopqrstuvwxyz 0123456789\"},");
        private final long limit;
        private long served;

        Counting(long limit) {
            this.limit = limit / RECORD.length * RECORD.length;
        }

        @Override
        public int read() {
            if (served > limit + 3) {
                return -1;
            }
            long at = served++;
            if (at == 0) {
                return '[';
            }
            if (at > limit) {
                return "{}]".charAt((int) (at - limit - 1));
            }
            return RECORD[(int) ((at - 1) % RECORD.length)];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = 0;
            for (int b; count < length && (b = read()) >= 0; count++) {
                buffer[offset + count] = (byte) b;
            }
            return count == 0 ? -1 : count;
        }
    }
}
