package io.github.camelfreshsales.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.content.ContentWriters;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.Quota;
import io.github.camelfreshsales.http.Transport;
import java.time.Instant;
import java.time.InstantSource;

/** What all endpoints of an account share: the way to it, and how records are read and written. */
public final class Account implements AutoCloseable {

    private final ApiRoot root;
    private final Transport transport;
    private final Quota quota;
    private final ObjectMapper mapper;
    private final RecordReader reader;
    private final ContentWriters writers;
    private final Metadata metadata;
    private final InstantSource clock;

    public Account(ApiRoot root, Transport transport, Quota quota, ObjectMapper mapper, InstantSource clock) {
        this.root = root;
        this.transport = transport;
        this.quota = quota;
        this.mapper = mapper;
        this.reader = new RecordReader(mapper);
        this.writers = new ContentWriters(mapper);
        this.metadata = new Metadata(clock);
        this.clock = clock;
    }

    public ApiRoot root() {
        return root;
    }

    /** The way to the account that all endpoints share. It neither waits nor repeats. */
    public Transport transport() {
        return transport;
    }

    /** The calls that the account has left. */
    public Quota quota() {
        return quota;
    }

    ObjectMapper mapper() {
        return mapper;
    }

    RecordReader reader() {
        return reader;
    }

    ContentWriters writers() {
        return writers;
    }

    Instant now() {
        return clock.instant();
    }

    Metadata metadata() {
        return metadata;
    }

    @Override
    public void close() {
        transport.close();
    }
}
