package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Finds the subject where the order of the words is another, to put weight on one of them: {@code it was our fitter that spent an
 * hour}, {@code two hours it took}, {@code and so did I}.
 */
final class Emphasis {

    /** How far "it was" stands before "that", in tokens. */
    private static final int LONGEST = 7;

    /** How far the verb stands behind an amount that opens its clause: "two and a half hours it took". */
    private static final int AMOUNT = 8;

    /** What begins the part with the verb: "who", "that". */
    private static final Tags WHO = Tags.of(Tag.SUBORDINATOR, Tag.IT);

    /** What stands before such a part and is no person that does it. */
    private static final Tags NO_PERSONS = Tags.of(
            Tag.FINITE, Tag.PREPOSITION, Tag.DATE_WORD, Tag.ADVERB, Tag.NUMBER, Tag.AND, Tag.SUBORDINATOR, Tag.WORK);

    private final Tokens tokens;

    Emphasis(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "it was me who spent two hours". */
    boolean isAuthorWho(int who) {
        return tokens.isAny(who, WHO) && tokens.isAny(who - 1, Tag.ME, Tag.SELF) && tokens.is(who - 2, Tag.BE);
    }

    /** "it was the supplier's fitter that spent two hours"; not "it was the attic that took two hours". */
    boolean isAnotherThat(int from, int verb, int group) {
        int that = group - 1;
        if (!tokens.is(that, Tag.IT) || !isPersonal(verb) || tokens.isAny(that - 1, NO_PERSONS)) {
            return false;
        }
        int be = that - 1;
        while (be > Math.max(from, that - LONGEST) && isPartOfName(be)) {
            be--;
        }
        return be < that - 1 && tokens.is(be, Tag.BE) && tokens.is(be - 1, Tag.IT);
    }

    /** "Dana spent two hours on it, and so did I": whoever it is told of first, the author has done the same. */
    boolean isSoAuthor(int place, int to) {
        if (tokens.language().has(Habit.VERB_LAST)) {
            return false;
        }
        for (int i = place + 1; i < to - 2; i++) {
            boolean so = tokens.is(i, Tag.SO) && tokens.isAny(i - 1, Tag.AND, Tag.SUBORDINATOR);
            boolean marked = tokens.is(i, Tag.SO) && tokens.isOneOf(i - 1, ",;-");
            boolean inverted = tokens.isAny(i + 1, Tag.HAVE, Tag.BE, Tag.SPEND) && tokens.is(i + 2, Tag.SELF);
            if ((so || marked) && inverted && !tokens.isWord(i + 3)) {
                return true;
            }
        }
        return false;
    }

    /** "two hours it took me": the amount in front of its subject and verb. */
    boolean isFronted(int place, int verb) {
        return tokens.is(verb, Tag.TAKE)
                && !tokens.is(verb, Tag.PRESENT)
                && tokens.is(verb - 1, Tag.IT)
                && verb - place <= AMOUNT;
    }

    private boolean isPersonal(int verb) {
        boolean work = tokens.is(verb, Tag.PAST) && tokens.is(verb, Tag.WORK);
        return (work || tokens.is(verb, Tag.SPEND)) && !tokens.isAny(verb, Tag.TAKE, Tag.BE, Tag.HAVE);
    }

    private boolean isPartOfName(int i) {
        boolean joint = tokens.is(i, Tag.POSSESSIVE) || tokens.isMark(i, '.');
        return joint || (tokens.isWord(i) && !tokens.isAny(i, Tag.BE, Tag.ME, Tag.SELF));
    }
}
