package io.tenth.extraction.internal.locale;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phrases of a language: a few words in a row that have a role together which none of them has alone. */
public final class PhraseTable {

    /** A phrase and its roles. */
    public static final class Phrase {

        private final Word[] words;
        private final Word meaning = new Word("phrase");

        private Phrase(Word[] words) {
            this.words = words;
        }

        /** How many words it has, at least two. */
        public int size() {
            return words.length;
        }

        /** Carries the roles of the whole. */
        public Word meaning() {
            return meaning;
        }

        List<Word> words() {
            return List.of(words);
        }

        private boolean stands(Words text, int position) {
            for (int i = 1; i < words.length; i++) {
                if (text.at(position + i) != words[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The words that stand in a text, by position; {@link Word#UNKNOWN} beyond its end. */
    @FunctionalInterface
    public interface Words {
        Word at(int position);
    }

    /** The longest phrase whose first word stands at {@code position}, or null. */
    public @Nullable Phrase at(Words text, int position) {
        Word first = text.at(position);
        if (!first.mayLeadTo(text.at(position + 1))) {
            return null;
        }
        Phrase longest = null;
        for (Phrase phrase : first.phrases()) {
            if ((longest == null || phrase.size() > longest.size()) && phrase.stands(text, position)) {
                longest = phrase;
            }
        }
        return longest;
    }

    /** The phrase of these words, listed now if it was not. */
    Phrase list(List<Word> words) {
        Word[] parts = words.toArray(new Word[0]);
        for (Phrase phrase : parts[0].phrases()) {
            if (Arrays.equals(phrase.words, parts)) {
                return phrase;
            }
        }
        Phrase phrase = new Phrase(parts);
        parts[0].begin(phrase);
        return phrase;
    }
}
