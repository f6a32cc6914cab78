package io.github.camelfreshsales.operation;

import java.time.Instant;
import java.util.List;

/**
 * A chunk that the service has accepted.
 *
 * @param id     the job to look at
 * @param url    where the service says the job is; only its id is used
 * @param since  when it was accepted
 */
record BulkJob(String id, String url, Instant since, List<BulkChunk.Entry> entries) {}
