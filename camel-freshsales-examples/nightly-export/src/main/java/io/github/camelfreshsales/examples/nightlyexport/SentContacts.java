// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.nightlyexport;

import io.github.camelfreshsales.changes.JdbcStateRepository;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/** What was sent of each contact: a table of H2, in a file that outlives the night. */
final class SentContacts implements AutoCloseable {

    private final JdbcConnectionPool pool;

    private SentContacts(String url) {
        this.pool = JdbcConnectionPool.create(url, "sa", "");
    }

    /** WRITE_DELAY=0: what is written is in the file before the contacts go out, also when the process is killed then. */
    static SentContacts in(Path folder) {
        return new SentContacts("jdbc:h2:file:" + folder.toAbsolutePath().resolve("sent") + ";WRITE_DELAY=0");
    }

    /** Forgotten with this process, as the built-in simulator is. */
    static SentContacts inMemory() {
        return new SentContacts("jdbc:h2:mem:sent;DB_CLOSE_DELAY=-1");
    }

    JdbcStateRepository repository() {
        return new JdbcStateRepository(pool, "sent");
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
