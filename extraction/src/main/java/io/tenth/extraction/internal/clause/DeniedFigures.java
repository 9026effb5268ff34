package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells which of two neighbouring amounts is said not to be the figure: {@code 0.5, not 1.5}, {@code not 4.0 but 3.4},
 * {@code .4, I had typed 1.4}.
 */
final class DeniedFigures {

    /** How close to the figure the word stands that denies it. */
    private static final int NEAR = 4;

    private final Tokens tokens;

    DeniedFigures(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "not 4.0 but 3.4": nothing is said of the second that is not said of the first; not "not two hours but three days". */
    boolean isDeniedBefore(Scene first, Scene second) {
        int joint = first.amount().to();
        return tokens.is(first.amount().from() - 1, Tag.NEGATION)
                && second.amount().from() == joint + 1
                && second.amount().is(first.amount().kind())
                && tokens.is(joint, Tag.SUBORDINATOR)
                && !tokens.is(joint, Tag.RELATIVE);
    }

    /** Whether the second is, behind the first that ends before {@code from}. */
    boolean isDenied(int from, Scene second) {
        return denies(from, second.amount().from()) || isWrittenAside(from, second);
    }

    /** "0.5, not 1.5", "0.3 instead of 0.8", ".4, I had typed 1.4"; not "two hours, not bad, 25 minutes". */
    private boolean denies(int from, int to) {
        for (int i = Math.max(from, to - NEAR); i < to; i++) {
            if (tokens.is(i, Tag.SUPERSEDING) && !tokens.isAny(i, Tag.FROM, Tag.NON_BILLABLE, Tag.APPROXIMATE)) {
                return leadsTo(i, to);
            }
        }
        return to - from <= NEAR && (hadWritten(to) || wroteInstead(from, to));
    }

    /** Whether the word is said of the figure: no mark stands between them. */
    boolean leadsTo(int word, int to) {
        for (int i = word + 1; i < to; i++) {
            if (tokens.isOneOf(i, ",;:.()?!")) {
                return false;
            }
        }
        return true;
    }

    /** "I had 1.5", "I had typed 1.4"; not "and I had another 45 minutes". */
    private boolean hadWritten(int to) {
        boolean another = tokens.is(to - 3, Tag.AND) && tokens.is(to, Tag.ARTICLE);
        return (tokens.is(to - 2, Tag.HAVE) && tokens.is(to - 3, Tag.SELF))
                || (tokens.is(to - 1, Tag.HAVE)
                        && tokens.is(to - 2, Tag.SELF)
                        && tokens.is(to - 1, Tag.PAST)
                        && !another);
    }

    /** "2.75 hours on Tuesday (I put 3.25, adding up badly)"; not "(I put 0.5 for the call)". */
    private boolean isWrittenAside(int from, Scene second) {
        int to = second.amount().from();
        return to - from <= 2 * NEAR
                && tokens.isMark(to - 3, '(')
                && tokens.is(to - 2, Tag.SELF)
                && tokens.isAny(to - 1, Tag.BOOKED, Tag.SAY)
                && !tokens.isAny(second.amount().to(), Tag.PREPOSITION, Tag.LASTING);
    }

    /** "should read 4.5, I typed 5.4". */
    private boolean wroteInstead(int from, int to) {
        return tokens.is(to - 2, Tag.SELF)
                && tokens.is(to - 1, Tag.PAST)
                && tokens.has(Math.max(0, from - 2 * NEAR), from, Tag.CORRECTION);
    }
}
