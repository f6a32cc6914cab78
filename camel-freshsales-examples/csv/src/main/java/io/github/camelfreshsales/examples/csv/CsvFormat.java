// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.examples.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a CSV file is written, since spreadsheets differ in that.
 *
 * @param charset    UTF-16 when the file starts with its mark, else UTF-8
 * @param separator  what stands between two cells
 * @param linesAbove how many lines stand above the headings: the line {@code sep=;} that some spreadsheets write
 */
record CsvFormat(Charset charset, char separator, int linesAbove) {

    private static final String SEPARATORS = ",;\t|";
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=([^\"\\w])\"?\\s*", Pattern.CASE_INSENSITIVE);
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADINGS = 64 * 1024;

    static CsvFormat of(Path file) throws IOException {
        Charset charset = charset(file);
        String start = start(file, charset);
        Matcher separatorLine = SEPARATOR_LINE.matcher(start.lines().findFirst().orElse(""));
        return separatorLine.matches()
                ? new CsvFormat(charset, separatorLine.group(1).charAt(0), 1)
                : new CsvFormat(charset, separator(file, start), 0);
    }

    private static Charset charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] mark = in.readNBytes(2);
            boolean utf16 = Arrays.equals(mark, new byte[] {(byte) 0xFE, (byte) 0xFF})
                    || Arrays.equals(mark, new byte[] {(byte) 0xFF, (byte) 0xFE});
            return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        }
    }

    private static String start(Path file, Charset charset) throws IOException {
        try (BufferedReader reader = reader(file, charset)) {
            char[] start = new char[LONGEST_HEADINGS];
            int length = 0;
            int read = 0;
            while (read >= 0 && length < start.length) {
                length += read;
                read = reader.read(start, length, start.length - length);
            }
            return new String(start, 0, length);
        }
    }

    /** The one that stands most often between the headings, quoted ones aside. */
    private static char separator(Path file, String start) {
        String headings = QUOTED.matcher(start)
                .replaceAll("heading")
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        char best = SEPARATORS.charAt(0);
        for (char candidate : SEPARATORS.toCharArray()) {
            best = count(headings, candidate) > count(headings, best) ? candidate : best;
        }
        long most = count(headings, best);
        if (most > 0
                && SEPARATORS.chars().filter(c -> count(headings, c) == most).count() > 1) {
            throw new CsvFileException("It is not clear what separates the columns of " + file
                    + ": write the line sep=, or sep=; above the headings");
        }
        return best;
    }

    private static long count(String text, int character) {
        return text.chars().filter(c -> c == character).count();
    }

    /** From the headings on. */
    BufferedReader reader(Path file) throws IOException {
        BufferedReader reader = reader(file, charset);
        for (int i = 0; i < linesAbove; i++) {
            reader.readLine();
        }
        return reader;
    }

    /** It fails for bytes that are no text, and leaves out the mark at the start. */
    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, charset);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
