// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes the key from texts of the service, which may send back what it received. It finds the key in any case, in the encodings
 * of URLs, JSON and HTML, with blanks or invisible characters between its characters, and in Base64.
 */
public final class KeyMask {

    private static final String MASK = "xxxxxx";
    /** A shorter text is not a key, and would be found in words. */
    private static final int SHORTEST = 4;
    /** A shorter part of Base64 would be found by chance. */
    private static final int SHORTEST_BASE64 = 8;

    private static final String BETWEEN = "[\\s\\p{Cntrl}\\p{Cf}]{0,4}";

    private final Pattern key;

    public KeyMask(String key) {
        this.key = key == null || key.length() < SHORTEST ? null : pattern(key);
    }

    /** The text without the key; null stays null. */
    public String mask(String text) {
        return key == null || text == null ? text : key.matcher(text).replaceAll(MASK);
    }

    private static Pattern pattern(String key) {
        StringBuilder regex = new StringBuilder();
        key.chars().forEach(c -> regex.append(regex.isEmpty() ? "" : BETWEEN).append(anyFormOf((char) c)));
        for (String part : insideBase64(key)) {
            // whoever reads it with care gets the whole group, and with it the ends that mix with what stands around
            regex.append('|').append("[\\w+/-]{0,3}").append(caseKept(part)).append("[\\w+/=-]{0,4}");
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String caseKept(String part) {
        return "(?-iu:" + Pattern.quote(part) + ")";
    }

    private static String anyFormOf(char c) {
        String hex = String.format("%02x", (int) c);
        return "(?:\\\\{0,2}" + Pattern.quote(String.valueOf(c)) + "|%(?:25)?" + hex + "|\\\\{1,2}u0{0,2}" + hex
                + "|\\\\x" + hex + "|&#0{0,4}" + (int) c + ";|&#x0{0,4}" + hex + ";)";
    }

    /** What is always there of the key in Base64, wherever in a text it starts. */
    private static Set<String> insideBase64(String key) {
        Set<String> parts = new LinkedHashSet<>();
        for (int before = 0; before < 3; before++) {
            String text = " ".repeat(before) + key;
            int first = before == 0 ? 0 : before + 1;
            int last = text.length() / 3 * 4;
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (last - first >= SHORTEST_BASE64) {
                parts.add(Base64.getEncoder().encodeToString(bytes).substring(first, last));
                parts.add(Base64.getUrlEncoder().encodeToString(bytes).substring(first, last));
            }
        }
        return parts;
    }
}
