package io.tenth.extraction.internal.locale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The words of several languages at once, each with every role that any of them gives it, alone or in a phrase.
 *
 * <p>For whoever has to know what a word may be before it is known which language it belongs to. It is one table, so that
 * a question costs the same however many languages there are.
 */
public final class AllWords {

    private final List<Language> languages;
    private final WordTable words = new WordTable();
    private final List<Language.Ending> endings = new ArrayList<>();
    private final Endings guesses;

    public AllWords(List<Language> languages) {
        this.languages = List.copyOf(languages);
        for (Language language : languages) {
            language.forEach(this::add);
            endings.addAll(language.endings());
        }
        guesses = new Endings(endings);
        words.forEach(word -> guesses.forEach(word.text(), word::addAll));
    }

    private AllWords(AllWords all, Predicate<Word> test) {
        this.languages = all.languages;
        all.listed().stream()
                .filter(test)
                .forEach(word -> words.list(word.text()).addAll(word));
        all.endings.stream().filter(ending -> test.test(ending.word())).forEach(endings::add);
        guesses = new Endings(endings);
    }

    /** What the letters at {@code [start, end)} may be, without regard to case; null where no language knows them. */
    public @Nullable Word find(String text, int start, int end) {
        Word listed = words.find(text, start, end);
        return listed != null ? listed : guesses.guess(text, start, end);
    }

    /** The listed words. */
    public List<Word> listed() {
        List<Word> all = new ArrayList<>();
        words.forEach(all::add);
        return all;
    }

    /** The last letters that make any word one that passes the test. */
    public List<String> endingsThat(Predicate<Word> test) {
        return endings.stream()
                .filter(ending -> test.test(ending.word()))
                .map(Language.Ending::letters)
                .toList();
    }

    /** The same without the words and endings that do not pass the test. */
    public AllWords only(Predicate<Word> test) {
        return new AllWords(this, test);
    }

    /** Whether the word has the role in each of the languages. */
    public boolean isInEach(String word, Tag tag) {
        return languages.stream()
                .allMatch(language -> language.word(word, 0, word.length()).has(tag));
    }

    /** Whether the word passes the test in one of the languages, with the value that it has there. */
    public boolean isInAny(String word, Predicate<Word> test) {
        return languages.stream().anyMatch(language -> test.test(language.word(word, 0, word.length())));
    }

    private void add(Word word) {
        addParts(word.text(), word);
        for (PhraseTable.Phrase phrase : word.phrases()) {
            phrase.words().forEach(part -> addParts(part.text(), phrase.meaning()));
        }
    }

    /** A word with an apostrophe or hyphen inside may be met in parts. */
    private void addParts(String text, Word meaning) {
        words.list(text).addAll(meaning);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetter(text.charAt(i))) {
                if (start < i && i - start < text.length()) {
                    words.list(text.substring(start, i)).addAll(meaning);
                }
                start = i + 1;
            }
        }
    }
}
