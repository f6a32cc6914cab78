// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.FreshsalesConstants;
import io.github.camelfreshsales.FreshsalesException;
import io.github.camelfreshsales.FreshsalesOperation;
import io.github.camelfreshsales.RecordCheck;
import io.github.camelfreshsales.fields.AccountMetadata;
import io.github.camelfreshsales.fields.PreparedRecord;
import io.github.camelfreshsales.fields.Problem;
import io.github.camelfreshsales.fields.RecordRules;
import io.github.camelfreshsales.resource.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the records of a call, which are in the user's own words, into those of the service, before anything else. */
final class Preparation {

    private final OperationCall call;
    private final Resource resource;
    private final AccountMetadata account;
    private final UncheckedRecords unchecked;
    private final FieldsLog log;
    private RecordRules rules;

    private Preparation(OperationCall call, Session session, Resource resource, RecordRules rules) {
        this.call = call;
        this.resource = resource;
        this.rules = rules;
        this.account = new CallMetadata(call, session.aside(), resource);
        this.unchecked = session.account().uncheckedRecords();
        this.log = new FieldsLog(call);
    }

    /** What to do with each record of a call; null when they go as they come. */
    static Preparation of(OperationCall call, Session session, Resource resource) {
        if (!isWanted(call)) {
            return null;
        }
        RecordRules rules = new RecordRules(
                call.options().fieldMapping(),
                call.get(Option.RESOLVE_NAMES),
                call.get(Option.VALIDATE_RECORDS),
                call.operation() == FreshsalesOperation.create,
                call.get(Option.NEST_CUSTOM_FIELDS));
        boolean hasFields = resource.supports(FreshsalesOperation.fields);
        if (rules.validation() == RecordCheck.fail && !hasFields) {
            throw new IllegalArgumentException("Freshsales does not provide the fields of " + resource.name()
                    + ", so validateRecords=fail has nothing to compare with; use off or warn");
        }
        Preparation preparation = new Preparation(call, session, resource, rules);
        if (!hasFields) {
            preparation.leaveOutValidation("Freshsales does not provide the fields of " + resource.name());
        }
        return preparation;
    }

    private static boolean isWanted(OperationCall call) {
        return call.get(Option.RESOLVE_NAMES)
                || call.get(Option.VALIDATE_RECORDS) != RecordCheck.off
                || !call.options().fieldMapping().isEmpty();
    }

    /** A body that goes as it is has no fields that anybody could compare. */
    static void refuseRaw(OperationCall call) {
        if (isWanted(call) || call.get(Option.VERIFY_STORED) != RecordCheck.off) {
            throw new IllegalArgumentException("contentFormat=raw sends the body as it is, so the options fieldMapping,"
                    + " resolveNames, validateRecords and verifyStored cannot be used with it");
        }
    }

    /** The record as it is to be sent, bare or wrapped as it came, and what is wrong with it. */
    PreparedRecord prepare(Map<String, Object> record) {
        Map<String, Object> bare = Payload.bare(call, resource, record);
        PreparedRecord prepared = prepared(bare);
        log.warn(prepared.warnings().stream().map(Problem::field).toList());
        if (bare == record) {
            return prepared;
        }
        Map<String, Object> whole = new LinkedHashMap<>(record);
        whole.put(resource.key(), prepared.record());
        return new PreparedRecord(whole, prepared.errors(), prepared.warnings());
    }

    private PreparedRecord prepared(Map<String, Object> record) {
        try {
            return PreparedRecord.of(record, rules, account);
        } catch (FreshsalesException e) {
            if (rules.resolvesNames() || rules.validation() != RecordCheck.warn) {
                throw e;
            }
            leaveOutValidation(e.getMessage());
            return PreparedRecord.of(record, rules, account);
        }
    }

    /** A warning is no reason to fail, and is not given for each record or message. */
    private void leaveOutValidation(String why) {
        if (rules.validation() == RecordCheck.warn) {
            rules = rules.withoutValidation();
            if (unchecked.isNew(resource.name(), why)) {
                log.warnNotValidated(why);
            }
        }
    }

    /** Sends a record, if nothing is wrong with it that forbids this. */
    static OperationResult send(PreparedRecord prepared, Function<Map<String, Object>, OperationResult> step) {
        OperationResult result = step.apply(prepared.sendable());
        List<String> warnings = warnings(prepared);
        return warnings.isEmpty() ? result : result.with(FreshsalesConstants.WARNINGS, warnings);
    }

    static List<String> warnings(PreparedRecord prepared) {
        return prepared.warnings().stream().map(Problem::message).collect(Collectors.toList());
    }
}
