// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.changes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A state as a row of a table.
 *
 * @param id a digest of the key, by which the row is found: databases differ in how long a primary key may be, and some take
 *     {@code A} and {@code a} for the same one
 */
record StateRow(String id, String key, String value) {

    static final int LONGEST_KEY = 1000;

    static StateRow of(String key, String value) {
        return new StateRow(id(key), key, Objects.requireNonNull(value, "A state must have a value"));
    }

    static String id(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > LONGEST_KEY) {
            throw new IllegalArgumentException("The key of a state has 1 to " + LONGEST_KEY + " bytes, not "
                    + bytes.length + ". Give the consumer another stateKey");
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
