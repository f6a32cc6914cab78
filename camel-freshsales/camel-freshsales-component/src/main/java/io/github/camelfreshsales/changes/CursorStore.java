// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.util.Optional;
import org.apache.camel.spi.StateRepository;

/** Keeps a cursor in a repository of Camel, and writes only what has changed. */
public final class CursorStore {

    private final StateRepository<String, String> repository;
    private final String key;
    private final String resource;

    /** @param resource the name of what is followed, so that a consumer cannot continue with the cursor of another resource */
    public CursorStore(StateRepository<String, String> repository, String key, String resource) {
        this.repository = repository;
        this.key = key;
        this.resource = resource;
    }

    public String key() {
        return key;
    }

    public String resource() {
        return resource;
    }

    /** The cursor that was kept. It is read at each poll, since another node may have moved it. */
    Optional<Cursor> load() {
        return Optional.ofNullable(repository.getState(key)).map(text -> Cursor.parse(text, resource));
    }

    void save(Cursor cursor) {
        if (cursor.isChanged()) {
            repository.setState(key, cursor.toText(resource));
            cursor.kept();
        }
    }
}
