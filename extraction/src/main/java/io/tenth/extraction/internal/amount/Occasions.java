package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Word;
import io.tenth.extraction.internal.token.Tokens;

/** Finds how often something was done that had an amount each time: {@code rang twice, half an hour each time}, {@code forty minutes both times}. */
final class Occasions {

    private static final int LOOK = 14;

    private final Tokens tokens;
    private final Manifold manifold;

    Occasions(Tokens tokens, Manifold manifold) {
        this.tokens = tokens;
        this.manifold = manifold;
    }

    /**
     * How many occasions there are, or 0.
     *
     * @param each where "each time" stands, which may say it: "both times"
     * @param lead the last token before the amount
     */
    int count(int each, int lead) {
        double said = tokens.phrase(each).value();
        return said > 1 ? (int) said : before(lead);
    }

    /** What "twice", "three times" says in the sentence up to token {@code lead} and behind its last verb, or 0. */
    int before(int lead) {
        for (int i = lead; i > lead - LOOK && !tokens.isBreak(i) && !tokens.isOneOf(i, ".;?!"); i--) {
            if (tokens.isAny(i, Tag.AND, Tag.PAST) && !tokens.isAny(i, Tag.OCCASIONS, Tag.ONCE)) {
                return 0;
            }
            if (tokens.is(i, Tag.OCCASIONS)) {
                return (int) tokens.word(i).value();
            }
            if (tokens.is(i, Tag.ONCE)) {
                return manifold.count(i - 1);
            }
        }
        return 0;
    }

    /** One past the phrase of several words that token {@code i} begins, or past the word. */
    int phraseEnd(int i) {
        Word phrase = tokens.phrase(i);
        int end = i + 1;
        while (phrase != Word.UNKNOWN && tokens.phrase(end) == phrase) {
            end++;
        }
        return end;
    }
}
