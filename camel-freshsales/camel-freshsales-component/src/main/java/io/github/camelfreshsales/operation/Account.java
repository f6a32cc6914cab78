// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.content.ContentWriters;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.Dispatcher;
import io.github.camelfreshsales.http.KeyMask;
import io.github.camelfreshsales.http.Traffic;
import io.github.camelfreshsales.http.Transport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;

/** What all endpoints of an account share: the way to it, and how records are read and written. */
public final class Account implements AutoCloseable {

    private final ApiRoot root;
    private final KeyMask mask;
    private final Transport transport;
    private final Dispatcher dispatcher;
    private final Traffic traffic;
    private final ObjectMapper mapper;
    private final RecordReader reader;
    private final ContentWriters writers;
    private final Metadata metadata;
    private final JobDurations jobDurations = new JobDurations();
    private final RecordsOnTheirWay onTheirWay = new RecordsOnTheirWay();
    private final UncheckedRecords uncheckedRecords = new UncheckedRecords();
    private final InstantSource clock;

    public Account(
            ApiRoot root,
            KeyMask mask,
            Transport transport,
            Dispatcher dispatcher,
            Traffic traffic,
            ObjectMapper mapper,
            InstantSource clock) {
        this.root = root;
        this.mask = mask;
        this.transport = transport;
        this.dispatcher = dispatcher;
        this.traffic = traffic;
        this.mapper = mapper;
        this.reader = new RecordReader(mapper, MessageBodies::unwrap);
        this.writers = new ContentWriters(reader);
        this.metadata = new Metadata(clock, reader);
        this.clock = clock;
    }

    public ApiRoot root() {
        return root;
    }

    /** Takes the key out of texts that come from the service. */
    KeyMask mask() {
        return mask;
    }

    /** The transport of the account that all endpoints share. It neither waits nor retries. */
    public Transport transport() {
        return transport;
    }

    /** Starts its calls, in a fair order. */
    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** What was called, and what came of it. */
    public Traffic traffic() {
        return traffic;
    }

    /** The ages of the views, fields and selectors that are kept. */
    public SortedMap<String, Duration> metadataAges() {
        return metadata.ages(root);
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /** Reads what bodies and responses hold. */
    public RecordReader reader() {
        return reader;
    }

    ContentWriters writers() {
        return writers;
    }

    /** How long its bulk jobs usually take. */
    JobDurations jobDurations() {
        return jobDurations;
    }

    /** Its records that calls have under way, where it is kept what was sent. */
    RecordsOnTheirWay onTheirWay() {
        return onTheirWay;
    }

    /** Its records that are not compared with its fields. */
    UncheckedRecords uncheckedRecords() {
        return uncheckedRecords;
    }

    /** The time by which the account is kept. */
    public Instant now() {
        return clock.instant();
    }

    Metadata metadata() {
        return metadata;
    }

    @Override
    public void close() {
        dispatcher.quota().close();
        transport.close();
    }
}
