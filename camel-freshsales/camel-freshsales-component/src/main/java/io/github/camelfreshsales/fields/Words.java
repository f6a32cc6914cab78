// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.fields;

import io.github.camelfreshsales.Spelling;
import io.github.camelfreshsales.http.LogText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Compares names as people write them, and quotes them in messages. */
final class Words {

    private static final int MOST_LISTED = 20;
    private static final int MOST_QUOTED = 60;

    private Words() {}

    /** A name as it is compared: whatever its case, with single blanks. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (!Character.isWhitespace(letter)) {
                plain.append(letter);
            } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** A heading as it is compared: whatever its case, blanks and underscores. */
    static String heading(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (!Character.isWhitespace(letter) && letter != '_') {
                letters.append(Character.toLowerCase(letter));
            }
        }
        return letters.toString();
    }

    /** Whether a text is an id rather than a name. */
    static boolean isDigits(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static String quoted(Object value) {
        return "'" + LogText.clean(String.valueOf(value), MOST_QUOTED) + "'";
    }

    /** Names after a colon, no more than can be read. */
    static String listed(Collection<String> names) {
        List<String> first = new ArrayList<>(names).subList(0, Math.min(names.size(), MOST_LISTED));
        String rest = names.size() > MOST_LISTED ? " and " + (names.size() - MOST_LISTED) + " more" : "";
        return names.isEmpty() ? "none" : String.join(", ", first) + rest;
    }

    /** The question that names the likeliest, or nothing. */
    static String didYouMean(String word, Collection<String> known) {
        return Spelling.closest(word.strip(), known)
                .map(likely -> " Did you mean '" + likely + "'?")
                .orElse("");
    }
}
