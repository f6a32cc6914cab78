// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.operation;

import io.github.camelfreshsales.content.ContentDigest;
import java.util.Locale;
import java.util.Map;

/**
 * A record as it is sent, and the key to remember it by. Neither text reveals anything of the record: a repository of them needs
 * no more care than a file of cursors.
 *
 * @param key    the account, the resource, and what the record is matched by
 * @param digest what is sent of it
 */
record SentRecord(String key, String digest) {

    /**
     * @param scope the account and the resource
     * @param field what the record is matched by
     * @param data  the record beside it
     */
    static SentRecord of(String scope, String field, Object identifier, Map<String, Object> data) {
        String key = scope + "/" + field + "/" + ContentDigest.of(Map.of(field, folded(identifier)));
        return new SentRecord(key, ContentDigest.of(Map.of("identifier", identifier, "data", data)));
    }

    /**
     * Freshsales may take two spellings for one record, such as addresses in upper and lower case, or digits as text and as a
     * number. They share a key, so that the one is sent again after the other.
     */
    private static String folded(Object identifier) {
        return identifier.toString().strip().toLowerCase(Locale.ROOT);
    }
}
