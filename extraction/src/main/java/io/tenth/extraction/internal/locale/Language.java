package io.tenth.extraction.internal.locale;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One language: its words with their roles, its phrases, and what the ending of an unlisted word suggests.
 *
 * <p>All of it is read from a {@code .words} file beside this class; see {@link WordList} for the form. Immutable once
 * read, and shared by all threads.
 */
public final class Language {

    /** A habit of writing in which languages differ. */
    public enum Habit {
        /** The day stands before the month: {@code 3/4} is in April. */
        DAY_FIRST,
        /** An article or pronoun runs into the next word by an apostrophe: {@code l'accord}. */
        ELISION,
        /** Every noun is written large, so that a capital does not tell a name. */
        CAPITAL_NOUNS,
        /** A participle or an infinitive closes the clause, and the subject may stand behind the verb: {@code gestern habe ich
         * zwei Stunden gelesen}. */
        VERB_LAST,
        /** A number behind its unit is the amount: {@code een uur of zes} are about six hours. */
        COUNT_BEHIND,
        /** The names of months are written small. */
        SMALL_MONTHS,
        /** A name stands behind the noun that it belongs to: {@code le bail Vasseur}. */
        NAME_BEHIND,
        /** A noun has its plural in a vowel: {@code cinque schede}. */
        VOWEL_PLURAL,
        /** An infinitive is one word, and the word for "to" a mere preposition: {@code 2 horas a rever}. */
        BARE_INFINITIVE
    }

    private final String code;
    private final EnumSet<Habit> habits;
    private final WordTable words;
    private final PhraseTable phrases;
    private final List<Ending> endings;
    private final Endings guesses;

    Language(String code, Set<Habit> habits, WordTable words, PhraseTable phrases, List<Ending> endings) {
        this.code = code;
        this.habits = EnumSet.noneOf(Habit.class);
        this.habits.addAll(habits);
        this.words = words;
        this.phrases = phrases;
        this.endings = List.copyOf(endings);
        this.guesses = new Endings(this.endings);
    }

    /** Its code in ISO 639-1, such as {@code en}. */
    public String code() {
        return code;
    }

    public boolean has(Habit habit) {
        return habits.contains(habit);
    }

    /** The word that stands at {@code [start, end)} without regard to case; never null. */
    public Word word(String text, int start, int end) {
        Word listed = words.find(text, start, end);
        if (listed != null) {
            return listed;
        }
        Word guess = guesses.guess(text, start, end);
        return guess == null ? Word.UNKNOWN : guess;
    }

    public PhraseTable phrases() {
        return phrases;
    }

    /** Shows each listed word to {@code action}. */
    void forEach(Consumer<Word> action) {
        words.forEach(action);
    }

    List<Ending> endings() {
        return endings;
    }

    /**
     * What the last letters of an unlisted word say of it.
     *
     * @param opening the letters it must begin with, mostly none; a participle such as {@code gebaut} has some
     * @param letters the ending, in lower case
     * @param word the roles that a word with this ending is taken to have
     */
    record Ending(String opening, String letters, Word word) {

        /** A stem shorter than this is no stem: "ring" is no form of "r". */
        private static final int SHORTEST_STEM = 2;

        boolean fits(String text, int start, int end) {
            int from = end - letters.length();
            if (from < start + SHORTEST_STEM + opening.length()) {
                return false;
            }
            for (int i = 0; i < letters.length(); i++) {
                if (Character.toLowerCase(text.charAt(from + i)) != letters.charAt(i)) {
                    return false;
                }
            }
            return begins(text, start);
        }

        private boolean begins(String text, int start) {
            for (int i = 0; i < opening.length(); i++) {
                if (text.charAt(start + i) != opening.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
