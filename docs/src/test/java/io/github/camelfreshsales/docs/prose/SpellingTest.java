// SPDX-License-Identifier: Apache-2.0
package io.github.camelfreshsales.docs.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** American spelling, by a dictionary and the project's own list {@code words.txt}. */
class SpellingTest {

    private static final Path OWN_WORDS = Path.of("src/test/resources/words.txt");

    private static Hunspell dictionary;
    private static Set<String> ownWords;

    static Stream<Path> pages() throws IOException {
        return Prose.pages();
    }

    @BeforeAll
    static void loadWords() throws IOException, ParseException {
        try (InputStream affixes = open("aff");
                InputStream words = open("dic")) {
            dictionary = new Hunspell(new Dictionary(new ByteBuffersDirectory(), "words", affixes, words));
        }
        ownWords = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        ownWords.addAll(Files.readAllLines(OWN_WORDS));
    }

    /** The webjar has its version in the path. */
    private static InputStream open(String ending) throws IOException {
        Properties about = new Properties();
        about.load(SpellingTest.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/typo-js/pom.properties"));
        return SpellingTest.class.getResourceAsStream("/META-INF/resources/webjars/typo-js/"
                + about.getProperty("version") + "/dictionaries/en_US/en_US." + ending);
    }

    private static boolean isKnown(String word) {
        String plain = word.replaceAll("'s?$", "");
        return ownWords.contains(plain) || dictionary.spell(plain);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyWordIsKnown(Path page) throws IOException {
        List<String> unknown = Prose.lines(page).stream()
                .flatMap(line -> Prose.words(line).stream())
                .filter(word -> !isKnown(word))
                .distinct()
                .toList();

        assertThat(unknown)
                .as("mend the spelling, or add the word to " + OWN_WORDS)
                .isEmpty();
    }

    @Test
    void ownWordsAreInOrderAndNeeded() throws IOException {
        List<String> words = Files.readAllLines(OWN_WORDS);

        assertThat(words).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).doesNotHaveDuplicates();
        assertThat(words).noneMatch(dictionary::spell);
    }
}
