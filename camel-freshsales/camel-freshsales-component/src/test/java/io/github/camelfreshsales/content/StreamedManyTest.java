// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static io.github.camelfreshsales.content.Samples.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelfreshsales.ContentFormat;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The formats that write many records while they are read. */
class StreamedManyTest {

    private static final int MILLION = 1_000_000;
    private static final int BUFFERED = 64 * 1024;

    @ParameterizedTest
    @EnumSource(names = {"json", "xml", "form"})
    void recordsAreWrittenAsTheyArePulledHoweverManyThereAre(ContentFormat format) throws IOException {
        int count = format == ContentFormat.json ? MILLION : MILLION / 10;
        WatchedIterator records = new WatchedIterator(count, i -> map("id", i, "text", "Zoë"));
        int bytesPerRecord = Written.text(Written.contact(format, map("id", 0, "text", "Zoë")))
                        .length()
                / 2;
        AtomicLong held = new AtomicLong();
        RequestBody body = Written.contact(format, records);

        assertThat(records.pulled).isZero();
        body.writeTo(Targets.counting(
                total -> held.accumulateAndGet((long) records.pulled * bytesPerRecord - total, Math::max)));

        assertThat(records.pulled).isEqualTo(count);
        assertThat(records.closed).isEqualTo(1);
        assertThat(held).hasValueLessThan(BUFFERED);
    }

    @ParameterizedTest
    @EnumSource(names = {"json", "xml", "form"})
    void targetIsNotTroubledForEachRecord(ContentFormat format) throws IOException {
        AtomicInteger writes = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();

        Written.contact(format, new WatchedIterator(10_000, i -> map("id", i))).writeTo(Targets.counting(total -> {
            writes.incrementAndGet();
            bytes.set(total);
        }));

        assertThat(writes).hasValueLessThan((int) (bytes.get() / 2_000));
    }

    @ParameterizedTest
    @EnumSource(names = {"json", "xml", "form"})
    void recordsAreClosedWhenTheConnectionBreaks(ContentFormat format) {
        WatchedIterator records = new WatchedIterator(MILLION, i -> map("id", i));

        Throwable thrown = catchThrowable(() -> Written.contact(format, records).writeTo(Targets.broken()));

        assertThat(thrown).isInstanceOf(IOException.class).hasMessage("connection reset");
        assertThat(records.closed).isEqualTo(1);
        assertThat(records.pulled).isLessThan(2_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"json", "xml", "csv", "form", "multipart"})
    void recordsAreClosedWhenTheirSourceBreaks(ContentFormat format) {
        WatchedIterator records = new WatchedIterator(10, i -> {
            if (i == 5) {
                throw new IllegalStateException("no connection to the database");
            }
            return map("id", i);
        });

        Throwable thrown = catchThrowable(() -> Written.bytes(Written.contact(format, records)));

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("no connection to the database");
        assertThat(records.closed).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"xml", "csv", "form", "multipart"})
    void recordsAreClosedWhenOneOfThemIsRefused(ContentFormat format) {
        WatchedIterator records = new WatchedIterator(10, i -> i == 5 ? "secret" : map("id", i));

        Throwable thrown = catchThrowable(() -> Written.bytes(Written.contact(format, records)));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The record cannot be read. The JSON is not valid at line 1, column ");
        assertThat(records.closed).isPositive();
        assertThat(records.pulled).isEqualTo(6);
        NoContent.in(thrown);
    }

    @ParameterizedTest
    @EnumSource
    void recordsAreClosedWhenTheContentTypeIsRefused(ContentFormat format) {
        WatchedIterator records = new WatchedIterator(10, i -> map("id", i));

        Throwable thrown = catchThrowable(() -> Written.typed(format, records, "a\r\nb"));

        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        assertThat(records.closed).isEqualTo(1);
        assertThat(records.pulled).isZero();
    }

    @Test
    void recordsThatAreNeverSentCanBeClosed() throws Exception {
        WatchedIterator records = new WatchedIterator(10, i -> map("id", i));

        ((AutoCloseable) Written.contact(ContentFormat.json, records)).close();

        assertThat(records.closed).isEqualTo(1);
        assertThat(records.pulled).isZero();
    }

    @Test
    void recordsGoFromAStreamToTheWireInBoundedMemory() throws IOException {
        String json = "[" + "{\"a\":1},".repeat(50_000) + "{}]";
        WatchedStream stream = WatchedStream.of(json);
        Records.Many many = (Records.Many) new RecordReader(Samples.MAPPER).read(stream);

        RequestBody body = Written.body(ContentFormat.json, many.elements());

        assertThat(stream.closed).isZero();
        assertThat(Written.text(body)).isEqualTo(json);
        assertThat(stream.closed).isPositive();
    }
}
