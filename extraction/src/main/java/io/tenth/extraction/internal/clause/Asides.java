package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells the subordinate clauses that a comma or a colon closes before an amount, so that neither their verb nor their subject governs it:
 * {@code the report, which you have, took four hours}, {@code I did the forms after they had gone, 50 minutes}.
 */
final class Asides {

    private static final Range NONE = new Range(0, 0);

    /** A longer one is none, and a sentence without end is not read anew at each of its words. */
    private static final int LONGEST = 24;

    private final Tokens tokens;

    Asides(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The last one between two tokens, its comma with it; an empty range where there is none. */
    Range before(int from, int place) {
        for (int i = place - 1; i > Math.max(from, place - LONGEST); i--) {
            if (isClosed(i, place)) {
                return new Range(i, comma(i, place) + 1);
            }
        }
        return NONE;
    }

    /** Whether a subordinate clause begins with the token and ends with a comma before {@code place}. */
    boolean isClosed(int opener, int place) {
        int comma = place - opener < LONGEST && opens(opener) ? comma(opener, place) : -1;
        boolean relative = tokens.is(opener, Tag.RELATIVE);
        return comma > opener + 1 && (relative ? !isWaiting(opener, comma) : hasVerb(opener + 1, comma));
    }

    private boolean opens(int i) {
        return tokens.is(i, Tag.RELATIVE) || (tokens.is(i, Tag.SUBORDINATOR_OR_NOT) && !tokens.is(i, Tag.ADVERB));
    }

    /** The last comma or colon in front of {@code place}, or -1. */
    private int comma(int from, int place) {
        int i = place - 1;
        while (i > from && !tokens.isOneOf(i, ",:")) {
            i--;
        }
        return i > from ? i : -1;
    }

    private boolean hasVerb(int from, int to) {
        return tokens.has(from, to, Tag.FINITE) || tokens.isAny(from, Tag.SELF, Tag.OTHER);
    }

    /** "which took, all in, two hours": a verb that wants the amount. */
    private boolean isWaiting(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (tokens.isAny(i, Tag.TAKE, Tag.SPEND) && tokens.isMark(i + 1, ',')) {
                return true;
            }
        }
        return false;
    }
}
