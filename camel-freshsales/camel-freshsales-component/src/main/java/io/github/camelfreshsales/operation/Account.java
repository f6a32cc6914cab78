package io.github.camelfreshsales.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.content.ContentWriters;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.Transport;
import java.time.InstantSource;

/** What all endpoints of an account share: the way to it, and how records are read and written. */
public final class Account implements AutoCloseable {

    private final ApiRoot root;
    private final Transport transport;
    private final ObjectMapper mapper;
    private final RecordReader reader;
    private final ContentWriters writers;
    private final Metadata metadata;

    public Account(ApiRoot root, Transport transport, ObjectMapper mapper, InstantSource clock) {
        this.root = root;
        this.transport = transport;
        this.mapper = mapper;
        this.reader = new RecordReader(mapper);
        this.writers = new ContentWriters(mapper);
        this.metadata = new Metadata(clock);
    }

    ApiRoot root() {
        return root;
    }

    /** The way to the account that all endpoints share. It repeats nothing. */
    public Transport transport() {
        return transport;
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

    Metadata metadata() {
        return metadata;
    }

    @Override
    public void close() {
        transport.close();
    }
}
