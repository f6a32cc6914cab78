// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The constants of an enum and the comment above each. It is read from the source, because a compiled class has no
 * comments.
 */
final class EnumSource {

    private static final Pattern CONSTANT = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*([A-Za-z_]\\w*)\\s*(?:\\([^)]*\\)\\s*)?[,;}]", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}|\\{@link [^}]*?(\\w+)}|`([^`]*)`");

    private final Path sources;

    /** @param sources the folder that holds the sources, at any depth */
    EnumSource(Path sources) {
        this.sources = sources;
    }

    /** @param text what the comment says, in AsciiDoc */
    record Constant(String name, String text) {}

    /** @param name the enum, or the class around it */
    List<Constant> constants(String name) {
        List<Constant> constants = CONSTANT.matcher(read(name))
                .results()
                .map(found -> new Constant(found.group(2), text(found.group(1))))
                .toList();
        if (constants.isEmpty()) {
            throw new IllegalStateException(name + " has no constant with a comment");
        }
        return constants;
    }

    private String read(String name) {
        try (Stream<Path> files = Files.walk(sources)) {
            Path file = files.filter(path -> path.endsWith(name + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The manual reads a source that is missing: " + name));
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String comment) {
        String text = comment.replaceAll("(?m)^\\s*\\*? ?", "").replaceAll("(?s)(^|\\s)@\\w+ .*", "");
        String line = text.replaceAll("\\s+", " ").trim();
        return CODE.matcher(line).replaceAll(found -> Matcher.quoteReplacement(Literal.of(code(found))));
    }

    private static String code(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new IllegalStateException("A form of code without a group: " + found.group());
    }
}
