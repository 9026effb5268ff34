package io.tenth.extraction.internal.locale;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phrases of a language: a few words in a row that have a role together which none of them has alone. */
public final class PhraseTable {

    /**
     * A phrase and its roles.
     *
     * @param words its words in order, at least two
     * @param meaning carries the roles of the whole
     */
    public record Phrase(List<Word> words, Word meaning) {}

    /** The words that stand in a text, by position; {@link Word#UNKNOWN} beyond its end. */
    @FunctionalInterface
    public interface Words {
        Word at(int position);
    }

    /** The longest phrase whose first word stands at {@code position}, or null. */
    public @Nullable Phrase at(Words text, int position) {
        Phrase longest = null;
        List<Phrase> phrases = text.at(position).phrases();
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            if ((longest == null || phrase.words().size() > longest.words().size()) && stands(phrase, text, position)) {
                longest = phrase;
            }
        }
        return longest;
    }

    /** The phrase of these words, listed now if it was not. */
    Phrase list(List<Word> words) {
        Word first = words.getFirst();
        for (Phrase phrase : first.phrases()) {
            if (phrase.words().equals(words)) {
                return phrase;
            }
        }
        Phrase phrase = new Phrase(List.copyOf(words), new Word("phrase"));
        first.begin(phrase);
        return phrase;
    }

    private static boolean stands(Phrase phrase, Words text, int position) {
        for (int i = 1; i < phrase.words().size(); i++) {
            if (text.at(position + i) != phrase.words().get(i)) {
                return false;
            }
        }
        return true;
    }
}
