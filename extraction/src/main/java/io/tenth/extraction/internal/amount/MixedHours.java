package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells numbers in words that are hours though no unit is named anywhere: {@code Eight and a half on the position statement},
 * {@code two and a half of mine}, {@code one and two tenths}. People count hardly anything
 * else with a half or a quarter, unless they say what.
 */
final class MixedHours {

    private static final int MOST = 16;
    private static final int LOAN_LOOK = 5;

    /** What stands before a time of day, or a number that is named: "alle tre e mezza", "the one and a half". */
    private static final Tags NAMED_BEFORE =
            Tags.of(Tag.CLOCK_LEAD, Tag.CLOCK_ARTICLE, Tag.O_CLOCK, Tag.THE, Tag.NUMBER);

    private static final Tags BEHIND = Tags.of(Tag.DATE_WORD, Tag.MATTER_LEAD, Tag.SPOKEN_MARK, Tag.UNCOUNTED);

    private final Tokens tokens;

    MixedHours(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean isHours(Quantity number) {
        return isMixed(number) && isWithPart(number) && isFree(number) && ends(number.to());
    }

    private boolean isMixed(Quantity number) {
        boolean whole = number.value() == Math.rint(number.value());
        return tokens.is(number.from(), Tag.NUMBER) && !whole && number.value() > 1 && number.value() <= MOST;
    }

    /** "and a half", "and two tenths", "dreieinhalb", "zwei Komma fünf"; "four thirds" has no whole. */
    private boolean isWithPart(Quantity number) {
        boolean oneWord = number.to() == number.from() + 1;
        if (oneWord || tokens.has(number.from(), number.to(), Tag.POINT)) {
            return tokens.language().has(Habit.VERB_LAST) && !tokens.is(number.from() - 1, Tag.PRESENT);
        }
        return tokens.isAny(number.to() - 1, Tag.FRACTION, Tag.TENTH)
                && tokens.has(number.from(), number.to(), Tag.AND);
    }

    /** Whether nothing stands before it that makes it a bound, a price or a name; "it came to two and a half" is a length. */
    private boolean isFree(Quantity number) {
        int lead = number.from() - 1;
        boolean listed = tokens.is(lead, Tag.AND) && tokens.is(number.to(), Tag.MATTER_LEAD);
        if (listed || tokens.is(lead, Tag.TAKE)) {
            return true;
        }
        boolean led = isEvent(lead) || tokens.isAny(lead, Gapped.ELSEWHERE) || tokens.isAny(lead, NAMED_BEFORE);
        return !led && !tokens.isNumber(lead) && !tokens.isOneOf(lead, "$€£#");
    }

    /** "reunión tres y media": when it is, not how long. */
    private boolean isEvent(int i) {
        return tokens.isAny(i, Tag.EVENT, Tag.WORK) && !tokens.is(i, Tag.FINITE);
    }

    /** Whether no word follows that could be counted, or say of what else the number is. */
    private boolean ends(int end) {
        boolean on = tokens.language().has(Habit.CAPITAL_NOUNS) && !tokens.is(end, Tag.FROM);
        if (tokens.is(end, Tag.OF) && !on) {
            return tokens.is(end + 1, Tag.MINE);
        }
        if (tokens.is(end, Tag.MEASURE) || isOfLoan(end)) {
            return false;
        }
        return tokens.isAny(end, BEHIND) || tokens.isBreak(end) || tokens.isOneOf(end, ",.;:)!") || isDash(end);
    }

    /** "three and a quarter on the term loan": a rate of interest. */
    private boolean isOfLoan(int lead) {
        return tokens.is(lead, Tag.MATTER_LEAD) && tokens.has(lead + 1, lead + LOAN_LOOK, Tag.INTEREST);
    }

    private boolean isDash(int i) {
        return (tokens.isMark(i, '-') || tokens.is(i, Tag.HYPHEN)) && !tokens.touchesPrevious(i);
    }
}
