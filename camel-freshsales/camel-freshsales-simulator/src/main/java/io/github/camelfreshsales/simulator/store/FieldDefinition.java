// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator.store;

import java.util.List;

/**
 * A field as the metadata tells it, custom or built in.
 *
 * <pre>{@code
 * FieldDefinition.of("cf_region", "Region", "dropdown").withChoices("North", "South").asRequired()
 * }</pre>
 *
 * @param id 0 until the field belongs to an account
 * @param type the vendor's word, such as {@code text}, {@code number}, {@code date}, {@code dropdown} or
 *     {@code multi_select_dropdown}
 * @param required whether a create without it is refused
 * @param readOnly whether what is written to it is ignored
 * @param visible whether it is shown to users; what is written to a hidden field is ignored too
 * @param choices empty when the field takes any value of its type
 */
public record FieldDefinition(
        long id,
        String name,
        String label,
        String type,
        boolean required,
        boolean readOnly,
        boolean visible,
        boolean multiple,
        List<Choice> choices) {

    /** One choice of a drop-down. Its id is 0 until the field belongs to an account. */
    public record Choice(long id, String value) {}

    public FieldDefinition {
        choices = List.copyOf(choices);
    }

    /** A field that everybody sees and may leave empty. */
    public static FieldDefinition of(String name, String label, String type) {
        return new FieldDefinition(
                0, name, label, type, false, false, true, type.startsWith("multi_select"), List.of());
    }

    public FieldDefinition asRequired() {
        return new FieldDefinition(id, name, label, type, true, readOnly, visible, multiple, choices);
    }

    public FieldDefinition asOptional() {
        return new FieldDefinition(id, name, label, type, false, readOnly, visible, multiple, choices);
    }

    public FieldDefinition asReadOnly() {
        return new FieldDefinition(id, name, label, type, required, true, visible, multiple, choices);
    }

    public FieldDefinition asHidden() {
        return new FieldDefinition(id, name, label, type, required, readOnly, false, multiple, choices);
    }

    public FieldDefinition withLabel(String other) {
        return new FieldDefinition(id, name, other, type, required, readOnly, visible, multiple, choices);
    }

    public FieldDefinition withChoices(String... values) {
        List<Choice> all =
                List.of(values).stream().map(value -> new Choice(0, value)).toList();
        return withChoices(all);
    }

    public FieldDefinition withChoices(List<Choice> all) {
        return new FieldDefinition(id, name, label, type, required, readOnly, visible, multiple, all);
    }

    FieldDefinition withId(long newId) {
        return new FieldDefinition(newId, name, label, type, required, readOnly, visible, multiple, choices);
    }

    boolean takesWrites() {
        return visible && !readOnly;
    }

    boolean hasChoice(String text) {
        return choices.isEmpty()
                || choices.stream().anyMatch(choice -> choice.value().equals(text));
    }
}
