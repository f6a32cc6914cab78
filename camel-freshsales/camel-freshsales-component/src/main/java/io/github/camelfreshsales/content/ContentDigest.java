// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.content;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * A short text for the content of a record: the same in every process and every version of Java, whatever order the fields
 * come in and whatever class a number has.
 */
public final class ContentDigest {

    private static final int BYTES = 12;

    private ContentDigest() {}

    public static String of(Map<?, ?> row) {
        StringBuilder text = new StringBuilder();
        append(row, text);
        byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Each kind of value begins with a letter of its own, and text with its length, so that no two contents look alike. */
    private static void append(Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, one) -> sorted.put(String.valueOf(key), one));
            text.append('m').append(sorted.size()).append(':');
            sorted.forEach((key, one) -> {
                append(key, text);
                append(one, text);
            });
        } else if (value instanceof Iterable<?> list) {
            text.append('[');
            list.forEach(one -> append(one, text));
            text.append(']');
        } else if (value instanceof Number number) {
            text.append('n').append(plain(number)).append(';');
        } else if (value == null || value instanceof Boolean) {
            text.append(value).append(';');
        } else {
            String given = value.toString();
            text.append('t').append(given.length()).append(':').append(given);
        }
    }

    private static String plain(Number number) {
        try {
            return new BigDecimal(number.toString()).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            return number.toString();
        }
    }
}
