package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells amounts that nobody worked for themselves: how much longer something took than something else, {@code an hour longer than
 * planned}, and what another amount was spent for, {@code two hours at court for what turned out to be ten minutes}.
 */
final class Comparisons {

    /** How far before an amount the words stand that say what it was for, and before them the amount that was spent. */
    private static final int LOOK = 10;

    private static final Tags COMPARATIVE = Tags.of(Tag.SO, Tag.MINUS, Tag.AFTER_PERIOD);

    private static final Tags UNITS = Tags.of(Tag.HOUR, Tag.MINUTE, Tag.DAY);

    private final Tokens tokens;

    Comparisons(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "half a day more than I hoped", "two hours less than last year"; not "two hours rather than three", nor "less than ten minutes". */
    boolean isDifference(Amount amount) {
        int than = amount.to() + 1;
        return tokens.is(than, Tag.APART)
                && tokens.is(than, Tag.SUBORDINATOR)
                && (tokens.isAny(than - 1, COMPARATIVE) || isMore(than - 1))
                && !tokens.is(than - 1, Tag.CORRECTION)
                && !tokens.isNumber(than + 1)
                && !tokens.is(than + 1, Tag.NUMBER);
    }

    /** "more", where the amount has taken it for its own: "a half day more". */
    private boolean isMore(int i) {
        return tokens.is(i, Tag.FURTHER) && tokens.is(i, Tag.UNIT_ADJECTIVE);
    }

    /**
     * Whether the amount is what the one before it was spent for.
     *
     * @param last the amount before it
     */
    boolean isPurpose(Amount amount, Amount last) {
        int lead = amount.from() - 1;
        boolean directly = tokens.is(lead, Tag.LASTING) && last.to() == lead && isLonger(last, amount);
        return directly || isWhatItWas(lead);
    }

    private static boolean isLonger(Amount last, Amount amount) {
        return last.is(Amount.Kind.DURATION)
                && amount.is(Amount.Kind.DURATION)
                && !last.attributive()
                && last.seconds() > amount.seconds();
    }

    /** "for what turned out to be" behind an amount in the same sentence. */
    private boolean isWhatItWas(int lead) {
        for (int i = lead; i > lead - LOOK && tokens.isWord(i); i--) {
            if (tokens.is(i, Tag.RELATIVE) && tokens.is(i - 1, Tag.LASTING)) {
                return hasUnit(i - 1);
            }
        }
        return false;
    }

    private boolean hasUnit(int to) {
        for (int i = to - 1; i >= to - LOOK && !tokens.isBreak(i) && !tokens.isOneOf(i, ".;?!"); i--) {
            if (tokens.isAny(i, UNITS)) {
                return true;
            }
        }
        return false;
    }
}
