package io.tenth.extraction.internal.locale;

import io.tenth.extraction.internal.locale.Language.Habit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Reads a {@code .words} file.
 *
 * <p>A line is {@code TAG: word word ...}; a line that begins with a blank goes on with the tag above; {@code #} begins a
 * comment. {@code word=2} gives a value, {@code two_words} is a phrase, {@code t/c} too (each letter run and each mark is
 * a word of its own), {@code -ing} is an ending of words that are not listed, {@code ge~t} a beginning and an ending in
 * small letters. A word may stand under several tags. A line {@code HABITS: ...} names habits of writing ({@link Habit}), a
 * line {@code COMPOUND_NUMBERS: ...} composes number words out of those above it ({@link NumberCompounds}).
 */
final class WordList {

    private static final Set<Tag> INFLECTED = EnumSet.of(
            Tag.WORK,
            Tag.PERSONAL,
            Tag.BILLED,
            Tag.RESET,
            Tag.WRITE_OFF,
            Tag.WITHDRAWAL,
            Tag.START,
            Tag.SPEND,
            Tag.TAKE,
            Tag.ESTIMATE,
            Tag.BOOKED,
            Tag.FINISH,
            Tag.CHANGE,
            Tag.CORRECTION);
    private static final String HABITS = "HABITS:";
    private static final String COMPOUND_NUMBERS = "COMPOUND_NUMBERS:";

    private final WordTable words = new WordTable();
    private final PhraseTable phrases = new PhraseTable();
    private final List<Language.Ending> endings = new ArrayList<>();
    private final Set<Habit> habits = EnumSet.noneOf(Habit.class);
    private Tag tag = Tag.NUMBER;

    /** Reads the file of the language with this code of ISO 639-1. */
    static Language read(String code) {
        var list = new WordList();
        String resource = code + ".words";
        InputStream file = Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().forEach(list::line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        list.inflect();
        return new Language(code, list.habits, list.words, list.phrases, list.endings);
    }

    /**
     * Gives verbs, and words that are only part of a phrase, what their ending says: "reviewed" and "lasted" are past,
     * "reviewing" is a gerund.
     */
    private void inflect() {
        var guesses = new Endings(endings);
        words.forEach(word -> {
            boolean inflects = word.isPlain() || INFLECTED.stream().anyMatch(word::has);
            if (inflects && !word.has(Tag.EVENT)) {
                guesses.forEach(word.text(), word::addAll);
            }
        });
    }

    private void line(String line) {
        int comment = line.indexOf(" #");
        String content = line.startsWith("#") ? "" : comment < 0 ? line : line.substring(0, comment);
        if (content.startsWith(HABITS)) {
            for (String habit : content.substring(HABITS.length()).strip().split("\\s+", -1)) {
                habits.add(Habit.valueOf(habit.toUpperCase(Locale.ROOT)));
            }
            return;
        }
        if (content.startsWith(COMPOUND_NUMBERS)) {
            NumberCompounds.list(
                    words,
                    List.of(content.substring(COMPOUND_NUMBERS.length()).strip().split("\\s+", -1)));
            return;
        }
        int colon = content.indexOf(": ");
        if (colon > 0 && !content.startsWith(" ")) {
            tag = Tag.valueOf(content.substring(0, colon));
            content = content.substring(colon + 1);
        }
        for (String item : content.strip().split("\\s+", -1)) {
            if (!item.isEmpty()) {
                item(item);
            }
        }
    }

    private void item(String item) {
        if (item.length() > 1 && item.charAt(0) == '-') {
            ending("", item.substring(1));
            return;
        }
        int gap = item.indexOf('~');
        if (gap > 0) {
            ending(item.substring(0, gap), item.substring(gap + 1));
            return;
        }
        int equals = item.lastIndexOf('=');
        String letters = (equals > 0 ? item.substring(0, equals) : item).toLowerCase(Locale.ROOT);
        Word word = word(parts(letters));
        word.add(tag);
        if (equals > 0) {
            worth(word, Double.parseDouble(item.substring(equals + 1)));
        }
    }

    private void worth(Word word, double value) {
        if (tag == Tag.MONTH) {
            word.inYear((int) value);
        } else {
            word.worth(value);
        }
    }

    private void ending(String opening, String letters) {
        for (Language.Ending known : endings) {
            if (known.letters().equals(letters) && known.opening().equals(opening)) {
                known.word().add(tag);
                return;
            }
        }
        var ending = new Language.Ending(opening, letters, new Word(""));
        ending.word().add(tag);
        endings.add(ending);
    }

    private Word word(List<String> parts) {
        if (parts.size() == 1) {
            return words.list(parts.getFirst());
        }
        return phrases.list(parts.stream().map(words::list).toList()).meaning();
    }

    /** The tokens of an item: runs of letters (an apostrophe among them) and single marks; {@code _} parts without being one. */
    private static List<String> parts(String item) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= item.length(); i++) {
            if (i == item.length() || !isInner(item.charAt(i))) {
                if (start < i) {
                    parts.add(item.substring(start, i));
                }
                if (i < item.length() && item.charAt(i) != '_') {
                    parts.add(item.substring(i, i + 1));
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static boolean isInner(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '\'';
    }
}
