// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.simulator;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Which switches are on. */
public record Switches(Set<Switch> on) {

    public Switches {
        on = Set.copyOf(on);
    }

    public static Switches none() {
        return new Switches(Set.of());
    }

    public boolean has(Switch one) {
        return on.contains(one);
    }

    public Switches plus(Collection<Switch> more) {
        Set<Switch> all = EnumSet.noneOf(Switch.class);
        all.addAll(on);
        all.addAll(more);
        return new Switches(all);
    }

    public Switches minus(Collection<Switch> fewer) {
        Set<Switch> rest = EnumSet.noneOf(Switch.class);
        rest.addAll(on);
        rest.removeAll(fewer);
        return new Switches(rest);
    }
}
