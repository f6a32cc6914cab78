// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.http;

/**
 * Text from outside, made fit for one line of a log or a message. Line breaks, escapes and marks that turn the direction of
 * writing could forge lines or hide what stands there.
 */
public final class LogText {

    private static final int LONGEST = 500;

    private LogText() {}

    /** The text on one line, at most 500 characters of it. */
    public static String clean(String text) {
        return clean(text, LONGEST);
    }

    /** The text on one line, at most so many characters of it. */
    public static String clean(String text, int longest) {
        if (text == null || text.length() <= longest && text.chars().allMatch(LogText::isPlain)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), longest) + 1);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (clean.length() + Character.charCount(c) > longest) {
                return clean.append('…').toString();
            }
            clean.appendCodePoint(isFit(c) ? c : ' ');
        }
        return clean.toString();
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c <= '~';
    }

    private static boolean isFit(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
