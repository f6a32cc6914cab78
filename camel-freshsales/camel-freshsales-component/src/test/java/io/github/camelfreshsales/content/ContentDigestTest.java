// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    @Test
    void twoFlagsThatChangePlacesAreAnotherContent() {
        Map<String, Object> one = Map.of("is_deleted", true, "is_active", false);
        Map<String, Object> other = Map.of("is_deleted", false, "is_active", true);

        assertThat(ContentDigest.of(one)).isNotEqualTo(ContentDigest.of(other));
    }

    @Test
    void isTheSameInEveryProcess() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", 7L);
        row.put("amount", new BigDecimal("12.50"));
        row.put("name", "Zoë");
        row.put("owner", null);
        row.put("tags", List.of("a", true, Map.of("k", 1)));

        assertThat(ContentDigest.of(row)).isEqualTo("6BPpiOtWcp0Cri3Z");
    }

    @Test
    void orderOfFieldsAndFormOfNumbersDoNotMatter() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", 7L);
        one.put("amount", new BigDecimal("12.50"));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("amount", 12.5);
        other.put("id", 7);

        assertThat(ContentDigest.of(one)).isEqualTo(ContentDigest.of(other));
    }

    @Test
    void textIsNoNumberAndALongNameNoShortNameWithAValue() {
        assertThat(ContentDigest.of(Map.of("id", "7"))).isNotEqualTo(ContentDigest.of(Map.of("id", 7)));
        assertThat(ContentDigest.of(Map.of("a", "b", "c", "d")))
                .isNotEqualTo(ContentDigest.of(Map.of("a", "bc", "d", "")));
        assertThat(ContentDigest.of(Map.of("a", List.of("b", "c"))))
                .isNotEqualTo(ContentDigest.of(Map.of("a", List.of("bc"))));
    }
}
