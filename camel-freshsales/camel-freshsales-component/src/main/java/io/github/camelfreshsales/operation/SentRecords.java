// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.BatchStateRepository;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.operation.RecordsOnTheirWay.Arrived;
import io.github.camelfreshsales.resource.Resource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.StateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the records of a resource that were sent before, by this process or another one. A record is known once the
 * service has confirmed it, and unknown while it is under way: after a kill it is sent again, even if it has become what it was
 * before.
 */
final class SentRecords {

    private static final Logger LOG = LoggerFactory.getLogger(SentRecords.class);

    private final OperationCall call;
    private final Session session;
    private final StateRepository<String, String> repository;
    private final String scope;

    private SentRecords(
            OperationCall call, Session session, StateRepository<String, String> repository, Resource resource) {
        this.call = call;
        this.session = session;
        this.repository = repository;
        this.scope = session.account().root() + "/" + resource.name();
    }

    /**
     * Those of a call; null when nothing is kept of them.
     *
     * @throws IllegalArgumentException when records cannot be left out as the call asks for
     */
    static SentRecords of(OperationCall call, Session session, Resource resource) {
        StateRepository<String, String> repository = call.get(Option.SENT_REPOSITORY);
        if (areSkipped(call)) {
            if (repository == null) {
                throw new IllegalArgumentException("The option skipUnchanged needs the option sentRepository, the bean"
                        + " of a StateRepository that keeps what was sent");
            }
            if (RecordOperations.isRaw(call)) {
                throw new IllegalArgumentException(
                        "The option skipUnchanged compares records, and contentFormat=raw sends the body as it is;"
                                + " use another contentFormat, or skipUnchanged=false");
            }
        }
        return repository == null ? null : new SentRecords(call, session, repository, resource);
    }

    /** Whether a call leaves out what is unchanged. */
    static boolean areSkipped(OperationCall call) {
        return call.get(Option.SKIP_UNCHANGED)
                && (call.operation() == FreshsalesOperation.upsert
                        || call.operation() == FreshsalesOperation.bulkUpsert);
    }

    /** What a record is remembered by. */
    SentRecord record(String field, Object identifier, Map<String, Object> data) {
        return SentRecord.of(
                scope, field, identifier, session.account().reader().plain(data));
    }

    /** The digests of these keys, those that are known. */
    Map<String, String> read(Collection<String> keys) {
        try {
            if (repository instanceof BatchStateRepository batch) {
                return new HashMap<>(batch.getStates(keys));
            }
            Map<String, String> digests = new HashMap<>();
            for (String key : keys) {
                String digest = repository.getState(key);
                if (digest != null) {
                    digests.put(key, digest);
                }
            }
            return digests;
        } catch (RuntimeException e) {
            throw Failures.ofSentRepository(call, session, e);
        }
    }

    /**
     * Takes note of records before they are sent, and of those that were sent before.
     *
     * @throws FreshsalesException when the repository fails; the records must not be sent then
     */
    void note(Collection<Arrived> arrived, Collection<SentRecord> leaving) {
        session.account().onTheirWay().note(arrived, leaving, this::keep);
    }

    /** The same when nothing leaves. Then nothing is lost when it fails: what is not known is sent again. */
    void noteArrived(Collection<Arrived> arrived) {
        try {
            note(arrived, List.of());
        } catch (FreshsalesException e) {
            LOG.warn(
                    "{} The component will send again the records that Freshsales has confirmed meanwhile",
                    e.getMessage());
        }
    }

    private void keep(Map<String, String> digests) {
        if (digests.isEmpty()) {
            return;
        }
        try {
            if (repository instanceof BatchStateRepository batch) {
                batch.setStates(digests);
            } else {
                digests.forEach(repository::setState);
            }
        } catch (RuntimeException e) {
            throw Failures.ofSentRepository(call, session, e);
        }
    }
}
