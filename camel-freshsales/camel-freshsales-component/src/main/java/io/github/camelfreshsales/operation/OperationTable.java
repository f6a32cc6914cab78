// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.camel.Message;

/** The method of each operation: a row for each. */
public final class OperationTable {

    private static final Map<FreshsalesOperation, BiFunction<OperationCall, Session, OperationResult>> ROWS =
            new EnumMap<>(FreshsalesOperation.class);

    static {
        ROWS.put(FreshsalesOperation.create, RecordOperations::create);
        ROWS.put(FreshsalesOperation.get, RecordOperations::get);
        ROWS.put(FreshsalesOperation.update, RecordOperations::update);
        ROWS.put(FreshsalesOperation.delete, RecordOperations::delete);
        ROWS.put(FreshsalesOperation.upsert, Upsert::upsert);
        ROWS.put(FreshsalesOperation.forget, LifecycleOperations::forget);
        ROWS.put(FreshsalesOperation.clone, LifecycleOperations::copy);
        ROWS.put(FreshsalesOperation.restore, LifecycleOperations::restore);
        ROWS.put(FreshsalesOperation.convert, LifecycleOperations::convert);
        ROWS.put(FreshsalesOperation.list, ListOperations::list);
        ROWS.put(FreshsalesOperation.related, ListOperations::related);
        ROWS.put(FreshsalesOperation.views, MetadataOperations::views);
        ROWS.put(FreshsalesOperation.fields, MetadataOperations::fields);
        ROWS.put(FreshsalesOperation.schema, MetadataOperations::schema);
        ROWS.put(FreshsalesOperation.selector, MetadataOperations::selector);
        ROWS.put(FreshsalesOperation.search, SearchOperations::search);
        ROWS.put(FreshsalesOperation.lookup, SearchOperations::lookup);
        ROWS.put(FreshsalesOperation.filteredSearch, SearchOperations::filteredSearch);
        ROWS.put(FreshsalesOperation.addToList, MarketingListOperations::add);
        ROWS.put(FreshsalesOperation.removeFromList, MarketingListOperations::remove);
        ROWS.put(FreshsalesOperation.moveToList, MarketingListOperations::move);
        ROWS.put(FreshsalesOperation.upload, Upload::upload);
        ROWS.put(FreshsalesOperation.bulkUpsert, BulkOperations::upsert);
        ROWS.put(FreshsalesOperation.bulkDelete, BulkOperations::delete);
        ROWS.put(FreshsalesOperation.bulkAssignOwner, BulkOperations::assignOwner);
        ROWS.put(FreshsalesOperation.jobStatus, BulkOperations::jobStatus);
        ROWS.put(FreshsalesOperation.request, ManualRequest::request);
        ROWS.put(FreshsalesOperation.ping, Ping::ping);
    }

    private OperationTable() {}

    /** Reads the call from a message and carries it out. Every failure becomes a FreshsalesException. */
    public static OperationResult run(
            FreshsalesOperation operation, OptionValues defaults, Message message, Session session) {
        OperationCall call;
        try {
            call = OperationCall.of(
                    operation, defaults, message, session.account().root());
        } catch (RuntimeException e) {
            throw Failures.unread(operation, defaults.get(Option.RESOURCE_TYPE), e);
        }
        return run(call, session);
    }

    /** Carries out a call. Every failure becomes a FreshsalesException. */
    public static OperationResult run(OperationCall call, Session session) {
        try {
            return ROWS.get(call.operation()).apply(call, session);
        } catch (FreshsalesException e) {
            FreshsalesException failure = e.getCause() instanceof ResponseMisfitException ? e.withoutCause() : e;
            throw call.body().isReadableAgain() ? failure : failure.withoutRetry();
        } catch (RuntimeException e) {
            throw Failures.broken(call, session, e);
        }
    }
}
