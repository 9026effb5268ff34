package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers whose unit the item before them has named, where both say what was done: {@code 2 hours on the motion and 1 on
 * the call}, {@code tres horas de ida y otras tres de vuelta}, {@code für das Gutachten acht Stunden, für den Brief drei}.
 */
final class NextItems {

    private static final int MOST_HOURS = 12;
    private static final int FEWEST_MINUTES = 10;
    private static final int MOST_MINUTES = 90;
    private static final int LOOK = 25;
    private static final int ITEM = 7;

    private static final Tags LEADS = Tags.of(Tag.UNIT_ADJECTIVE, Tag.ADVERB, Tag.APPROXIMATE, Tag.DATE_WORD);
    private static final Tags DETERMINERS = Tags.of(Tag.THE, Tag.MINE, Tag.THEIR, Tag.ARTICLE);
    private static final Tags ELSEWHERE = Tags.of(Tag.MEASURE, Tag.MONEY, Tag.PERIOD, Tag.AM, Tag.PM, Tag.HUNDRED);

    private final Tokens tokens;
    private final Quantities quantities;
    private final Gapped gapped;
    private final Outcomes outcomes;

    NextItems(Tokens tokens, Quantities quantities, Gapped gapped) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.gapped = gapped;
        this.outcomes = new Outcomes(tokens);
    }

    /** The amount at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        Quantity count = tokens.isNumber(i) || tokens.is(i, Tag.NUMBER) ? quantities.at(i) : null;
        if (count == null || count.value() <= 0 || isOther(count)) {
            return null;
        }
        int unit = gapped.unitBefore(i);
        boolean said = unit >= Math.max(0, i - LOOK) && !isParted(unit, i) && isOfUnit(count, unit);
        double worth = tokens.is(unit, Tag.HOUR) ? Units.HOUR : Units.MINUTE;
        return said ? Amount.duration(count.from(), count.to(), count.value() * worth) : null;
    }

    private boolean isOfUnit(Quantity count, int unit) {
        boolean item = isNext(count, unit) || isNextBehindItsWork(count, unit);
        return item ? fits(count, unit) : outcomes.isOne(count, unit);
    }

    private boolean isOther(Quantity count) {
        return tokens.isAny(count.to(), ELSEWHERE)
                || tokens.isOneOf(count.to(), "%/$€£°'")
                || tokens.isOneOf(count.from() - 1, "$€£#/");
    }

    /** Whether a sentence ends between the unit and the number. */
    private boolean isParted(int unit, int to) {
        for (int i = unit + 1; i < to; i++) {
            boolean stop = tokens.isMark(i, '.') && !tokens.is(i - 1, Tag.ABBREVIATION);
            if (stop || tokens.isOneOf(i, "?!") || tokens.isBreak(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(Quantity count, int unit) {
        if (tokens.is(unit, Tag.HOUR)) {
            return count.value() <= MOST_HOURS;
        }
        return count.value() >= FEWEST_MINUTES && count.value() <= MOST_MINUTES && count.value() % 5 == 0;
    }

    /** "and 1 on the call", ", dodici alla stesura", "y otras tres de vuelta", behind an item that goes on in the same way. */
    private boolean isNext(Quantity count, int unit) {
        int first = count.from();
        while (tokens.isAny(first - 1, LEADS)) {
            first--;
        }
        boolean further = tokens.is(count.from() - 1, Tag.UNIT_ADJECTIVE);
        boolean alike = further || tokens.isNumber(count.from()) == tokens.isNumber(unit - 1);
        return isJoint(first - 1)
                && alike
                && saysWork(unit + 1)
                && isWorkBehind(count.to())
                && !hasNumber(unit + 1, first);
    }

    /** "two hours on the plates: forty-one cleaned, three with flaking emulsion": something else is counted already. */
    private boolean hasNumber(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isNumber(i) || (tokens.is(i, Tag.NUMBER) && !tokens.is(i, Tag.ARTICLE))) {
                return true;
            }
        }
        return false;
    }

    private boolean isJoint(int i) {
        return tokens.is(i, Tag.AND) || (tokens.isOneOf(i, ",;") && tokens.gapBefore(i + 1) > 0);
    }

    private boolean saysWork(int i) {
        return tokens.isAny(i, Tag.PREPOSITION, Tag.GERUND, Tag.EACH_WAY);
    }

    /** "on the call", "de redacción", "a tornare"; not "three on the call dropped". */
    private boolean isWorkBehind(int i) {
        int work = tokens.isAny(i + 1, DETERMINERS) ? i + 2 : i + 1;
        boolean led = tokens.is(i, Tag.PREPOSITION) && !isOfMany(i, work);
        boolean named = tokens.is(work, Tag.WORK) || (tokens.is(work, Tag.GERUND) && work == i + 1);
        return tokens.is(i, Tag.EACH_WAY) || (led && named && !tokens.isAny(work + 1, Tag.FINITE, Tag.NEGATION));
    }

    /** "tres de los testigos", "tre delle telefonate": some of many. */
    private boolean isOfMany(int of, int work) {
        boolean many = work > of + 1 || tokens.is(work, Tag.PLURAL_EVENT);
        return many && tokens.is(of, Tag.OF) && !tokens.is(of, Tag.TO);
    }

    /** ", für das Widerspruchsschreiben drei": the same preposition leads what was done in both. */
    private boolean isNextBehindItsWork(Quantity count, int unit) {
        int first = count.from();
        while (first > count.from() - ITEM && tokens.isWord(first - 1) && !tokens.is(first - 1, Tag.AND)) {
            first--;
        }
        boolean led = isJoint(first - 1) && first - 1 > unit && tokens.is(first, Tag.PREPOSITION);
        return led
                && closes(count.to())
                && !tokens.has(first, count.from(), Tag.FINITE)
                && tokens.has(first, count.from(), Tag.WORK)
                && isLedBy(tokens.small(first), unit);
    }

    private boolean closes(int i) {
        return !tokens.isWord(i) && !tokens.isNumber(i);
    }

    private boolean isLedBy(String preposition, int unit) {
        for (int i = unit - 1; i > unit - LOOK && !tokens.isBreak(i) && !tokens.isMark(i, '.'); i--) {
            if (tokens.isWord(i) && tokens.small(i).equals(preposition)) {
                return true;
            }
        }
        return false;
    }
}
