package io.github.camelfreshsales.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The constants of an enum and the comment above each. It is read from the source, because a compiled class has no
 * comments.
 */
final class EnumSource {

    private static final Pattern CONSTANT = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*([A-Za-z_]\\w*)\\s*(?:\\([^)]*\\)\\s*)?[,;}]", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}|\\{@link [^}]*?(\\w+)}|`([^`]*)`");

    private final Path project;

    EnumSource(Path project) {
        this.project = project;
    }

    /** @param text what the comment says, in AsciiDoc */
    record Constant(String name, String text) {}

    /** @param file the source from the top of the project */
    List<Constant> constants(String file) {
        List<Constant> constants = CONSTANT.matcher(read(file))
                .results()
                .map(found -> new Constant(found.group(2), text(found.group(1))))
                .toList();
        if (constants.isEmpty()) {
            throw new IllegalStateException(file + " has no constant with a comment");
        }
        return constants;
    }

    private String read(String file) {
        try {
            return Files.readString(project.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("A source that the manual reads is missing: " + file, e);
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
