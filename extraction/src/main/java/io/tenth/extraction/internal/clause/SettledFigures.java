package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells whether the second of two neighbouring amounts is said to be the one that holds: {@code the right figure is 1.7},
 * {@code I told you 2.5; my notes say 1.7}, {@code so 3.0 it is}. The words are those of a plain statement, so more is asked
 * of it than of a correction: it says nothing else, and of no other work.
 */
final class SettledFigures {

    /** How far before the figure the words stand that say that it holds. */
    private static final int REACH = 4;

    /** How far before a figure the author may have begun to tell it: "I told you yesterday about 2.5". */
    private static final int TOLD = 5;

    /** What may stand behind a figure that says nothing of other work. */
    private static final Tags BEHIND = Tags.of(Tag.AND, Tag.SO, Tag.SUBORDINATOR, Tag.ADVERB, Tag.IT);

    private final Tokens tokens;

    SettledFigures(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the second amount takes the place of the first. */
    boolean settles(Scene first, Scene second) {
        int apart = second.sentence().from() - first.sentence().to();
        int behind = second.amount().to();
        boolean alone = !tokens.isWord(behind) || tokens.isAny(behind, BEHIND);
        if (apart > 1 || !alone || tokens.isMark(second.sentence().to(), '?')) {
            return false;
        }
        return isItself(first.amount(), second.amount()) || isPutRight(first.amount(), second.amount());
    }

    private boolean isPutRight(Amount first, Amount figure) {
        boolean said = isTold(first, Tag.SAY);
        boolean booked = isTold(first, Tag.BOOKED);
        return (isRecorded(figure) && (said || booked))
                || (isIt(figure) && (said || (booked && isAllBetween(first, figure))))
                || (said ? isRight(figure) : booked && isLabelled(figure));
    }

    /** Whether nothing else was done between the two that the second could be of, and nothing compares it. */
    private boolean isAllBetween(Amount first, Amount figure) {
        return !tokens.isWord(figure.to())
                && !tokens.has(first.to(), before(figure), Tag.SELF)
                && !tokens.has(first.to(), before(figure), Tag.AND);
    }

    /** "the right figure is 1.7", "the correct time was an hour". */
    private boolean isRight(Amount amount) {
        int be = before(amount);
        if (!tokens.is(be, Tag.BE)) {
            return false;
        }
        for (int i = be - 1; i >= be - REACH && tokens.isWord(i); i--) {
            if (tokens.is(i, Tag.CORRECTION) && (tokens.is(i - 1, Tag.THE) || !tokens.isWord(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** "Correct figure: 1.2": what leads to the figure is all that is said of it. */
    private boolean isLabelled(Amount amount) {
        int noun = amount.from() - 2;
        boolean label = tokens.isMark(noun + 1, ':') && tokens.is(noun - 1, Tag.CORRECTION);
        return label && !tokens.isWord(noun - 2);
    }

    /** "so 35 it is", where it was more before. */
    private boolean isItself(Amount first, Amount amount) {
        int it = amount.to();
        return tokens.is(it, Tag.IT)
                && tokens.is(it + 1, Tag.BE)
                && !tokens.isWord(it + 2)
                && tokens.isAny(before(amount), Tag.SO, Tag.AND)
                && amount.minutes() < first.minutes();
    }

    /** "my pad says 1.7", "my own notes said half an hour": what the author wrote down; not what a person or a contract says. */
    private boolean isRecorded(Amount amount) {
        int say = before(amount);
        boolean mine = tokens.is(say - 2, Tag.MINE) || (tokens.is(say - 3, Tag.MINE) && tokens.isWord(say - 2));
        return tokens.is(say, Tag.SAY) && mine && !tokens.isAny(say - 1, Tag.ROLE, Tag.TITLE);
    }

    /** "it is 4 hours 30", "it must be five units". */
    private boolean isIt(Amount amount) {
        int be = before(amount);
        int it = tokens.is(be - 1, Tag.MODAL) ? be - 2 : be - 1;
        return tokens.is(be, Tag.BE) && tokens.is(it, Tag.IT) && !tokens.is(it - 1, Tag.PREPOSITION);
    }

    /** "I told you two hours", "I wrote 2.5", "I have put the lease down as 2.4": what the author has said before this message. */
    private boolean isTold(Amount amount, Tag verb) {
        for (int i = amount.from() - 1; i >= amount.from() - TOLD && !tokens.isBreak(i); i--) {
            if (tokens.is(i, verb) && tokens.is(i, Tag.PAST)) {
                return tokens.is(i - 1, Tag.SELF) || (tokens.is(i - 1, Tag.HAVE) && tokens.is(i - 2, Tag.SELF));
            }
        }
        return false;
    }

    /** The last word before the amount that does not say how exact it is. */
    private int before(Amount amount) {
        int last = amount.from() - 1;
        while (tokens.isAny(last, Tag.APPROXIMATE, Tag.ADVERB) && !tokens.is(last, Tag.SO)) {
            last--;
        }
        return tokens.isMark(last, ':') ? last - 1 : last;
    }
}
