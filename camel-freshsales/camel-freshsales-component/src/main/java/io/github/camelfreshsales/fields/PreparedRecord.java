// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import io.github.camelfreshsales.RecordCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record as it is to be sent, and what is wrong with it.
 *
 * @param errors   why it cannot be sent; empty when it can
 * @param warnings what is wrong with it although it can
 */
public record PreparedRecord(Map<String, Object> record, List<Problem> errors, List<Problem> warnings) {

    /**
     * Prepares a record: mapping, names, validation.
     *
     * @throws IllegalArgumentException when the mapping does not fit the record
     */
    public static PreparedRecord of(Map<String, Object> record, RecordRules rules, AccountMetadata account) {
        Map<String, Object> mapped = rules.mapping().apply(record);
        if (!rules.needMetadata()) {
            return new PreparedRecord(mapped, List.of(), List.of());
        }
        FieldCatalog fields = account.fields();
        List<Problem> ofNames = new ArrayList<>();
        Names.Named named =
                rules.resolvesNames() ? named(mapped, account, fields, ofNames) : new Names.Named(mapped, Set.of());
        if (rules.validation() == RecordCheck.off) {
            return new PreparedRecord(named.record(), ofNames, List.of());
        }
        List<Problem> ofFields = validated(named, rules, account);
        ofFields.removeIf(problem -> isSaid(problem, ofNames));
        if (rules.validation() == RecordCheck.warn) {
            return new PreparedRecord(named.record(), ofNames, ofFields);
        }
        ofNames.addAll(ofFields);
        return new PreparedRecord(named.record(), ofNames, List.of());
    }

    /** A heading that is not known yet may be the label of a field that was made since. */
    private static Names.Named named(
            Map<String, Object> record, AccountMetadata account, FieldCatalog fields, List<Problem> problems) {
        Names.Named named = Names.resolve(record, account, fields, problems);
        boolean isComplete = named.record().keySet().stream()
                .allMatch(name -> fields.field(name) != null || fields.isAttribute(name) || !fields.isKnown());
        FieldCatalog newer = isComplete ? fields : account.newerFields(fields);
        if (newer == fields) {
            return named;
        }
        problems.clear();
        return Names.resolve(record, account, newer, problems);
    }

    private static List<Problem> validated(Names.Named record, RecordRules rules, AccountMetadata account) {
        FieldCatalog fields = account.fields();
        List<Problem> problems = Validation.problems(record, fields, rules);
        boolean isNew = problems.stream().anyMatch(Problem::isNew);
        FieldCatalog newer = isNew ? account.newerFields(fields) : fields;
        return newer == fields ? problems : Validation.problems(record, newer, rules);
    }

    private static boolean isSaid(Problem problem, List<Problem> others) {
        return others.stream().anyMatch(other -> other.field().equals(problem.field()));
    }

    /** The record, if it can be sent. */
    public Map<String, Object> sendable() {
        if (errors.isEmpty()) {
            return record;
        }
        throw new IllegalArgumentException(errors.stream().map(Problem::message).collect(Collectors.joining(" ")));
    }

    /** Without the record, which must not appear in a log. */
    @Override
    public String toString() {
        return "A record with " + errors.size() + " errors and " + warnings.size() + " warnings";
    }
}
