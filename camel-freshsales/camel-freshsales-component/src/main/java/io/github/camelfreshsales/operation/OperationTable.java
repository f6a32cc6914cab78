package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.component.FreshsalesOperation;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Which method does which operation: a row each. */
public final class OperationTable {

    private static final Map<FreshsalesOperation, Function<OperationCall, OperationResult>> ROWS =
            new EnumMap<>(FreshsalesOperation.class);

    static {
        ROWS.put(FreshsalesOperation.create, RecordOperations::create);
        ROWS.put(FreshsalesOperation.get, RecordOperations::get);
        ROWS.put(FreshsalesOperation.update, RecordOperations::update);
        ROWS.put(FreshsalesOperation.delete, RecordOperations::delete);
        ROWS.put(FreshsalesOperation.request, ManualRequest::request);
        ROWS.put(FreshsalesOperation.ping, Ping::ping);
    }

    private OperationTable() {}

    /** Carries out a call. Whatever is wrong with it becomes the one exception. */
    public static OperationResult run(OperationCall call) {
        try {
            return ROWS.get(call.operation()).apply(call);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw Failures.notSent(call, e);
        }
    }
}
