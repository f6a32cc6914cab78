// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins the sideloads of several pages: each owner once, however many pages name it. */
final class SideloadMerge {

    private SideloadMerge() {}

    static void into(Map<String, Object> all, Map<String, Object> ofPage) {
        ofPage.forEach((key, value) -> all.merge(key, value, SideloadMerge::join));
    }

    private static Object join(Object known, Object more) {
        if (!(known instanceof List<?> one) || !(more instanceof List<?> other)) {
            return more;
        }
        Set<Object> distinct = new LinkedHashSet<>(one);
        distinct.addAll(other);
        return new ArrayList<>(distinct);
    }
}
