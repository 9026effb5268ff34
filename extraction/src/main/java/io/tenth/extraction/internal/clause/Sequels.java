package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Finds where a sentence goes on to the next activity right before its amount: {@code waited because the jury had a question, then
 * 35 minutes of interpreting}. What stands in a subordinate clause before it, or is told of private life there, is not of that amount.
 */
final class Sequels {

    /** What may stand between "then" and the amount: "then again from 10", "then at it again 8:45". */
    private static final Tags SMALL =
            Tags.of(Tag.ADVERB, Tag.FURTHER, Tag.ARTICLE, Tag.APPROXIMATE, Tag.PREPOSITION, Tag.IT, Tag.FROM);

    private static final int LONGEST = 5;

    private Sequels() {}

    /** The "then" that leads to the amount at token {@code amount}, or -1. */
    static int then(Tokens tokens, int amount) {
        int i = amount - 1;
        while (i > amount - LONGEST && tokens.isAny(i, SMALL) && !isThen(tokens, i)) {
            i--;
        }
        return isThen(tokens, i) && isJoined(tokens, i) ? i : -1;
    }

    /** "then", or ", another" and ", plus": where the next of several begins that leads to the amount, or -1. */
    static int next(Tokens tokens, int amount) {
        int then = then(tokens, amount);
        int another = tokens.is(amount - 2, Tag.FURTHER) ? amount - 2 : amount - 1;
        boolean further = tokens.is(another, Tag.FURTHER) && tokens.isMark(another - 1, ',');
        return then < 0 && further ? another : then;
    }

    /** "then", "depois"; not "depois de duas horas", which is after them. */
    private static boolean isThen(Tokens tokens, int i) {
        return tokens.is(i, Tag.ADVERB) && tokens.is(i, Tag.SUBORDINATOR_OR_NOT) && !tokens.is(i + 1, Tag.OF);
    }

    private static boolean isJoined(Tokens tokens, int then) {
        return !tokens.isWord(then - 1) || tokens.is(then - 1, Tag.AND);
    }
}
