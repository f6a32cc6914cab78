package io.github.camelfreshsales.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelfreshsales.content.ContentWriters;
import io.github.camelfreshsales.content.RecordReader;
import io.github.camelfreshsales.http.ApiRoot;
import io.github.camelfreshsales.http.Transport;

/** What all endpoints of an account share: the way to it, and how records are read and written. */
public final class Account implements AutoCloseable {

    private final ApiRoot root;
    private final Transport transport;
    private final ObjectMapper mapper;
    private final RecordReader reader;
    private final ContentWriters writers;

    public Account(ApiRoot root, Transport transport, ObjectMapper mapper) {
        this.root = root;
        this.transport = transport;
        this.mapper = mapper;
        this.reader = new RecordReader(mapper);
        this.writers = new ContentWriters(mapper);
    }

    ApiRoot root() {
        return root;
    }

    Transport transport() {
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

    @Override
    public void close() {
        transport.close();
    }
}
