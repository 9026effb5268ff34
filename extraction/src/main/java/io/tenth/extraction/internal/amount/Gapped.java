package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers that have no unit because the sentence has named it already: {@code six hours Thursday and five and a half
 * today}, {@code meant to be an hour, and we sat there two and a quarter}; and decimals as they are dictated, {@code comma point
 * three}.
 *
 * <p>People count many things by words, so that a whole number needs a place where only time can stand; one with a half or a
 * quarter needs no more than to be followed by nothing that it could count, even where no unit was named: {@code Three and a
 * quarter, all yesterday}.
 */
final class Gapped {

    private static final int MOST_HOURS = 12;
    private static final int FEWEST_MINUTES = 10;
    private static final int MOST_MINUTES = 90;
    private static final int LOOK = 40;
    private static final int SPENT_LOOK = 3;

    /** How many tokens a count of hours has at most: three and three quarters of an. */
    private static final int COUNT_LOOK = 6;

    private static final Tags BEHIND = Tags.of(Tag.SELF, Tag.DATE_WORD, Tag.MATTER_LEAD, Tag.SPOKEN_MARK);

    /** What stands before "make it" where nothing is put right: "let's make it ten", "tomorrow make it ten". */
    static final Tags NO_CORRECTION = Tags.of(Tag.REQUEST, Tag.MODAL, Tag.SELF, Tag.TO, Tag.DATE_WORD);

    static final Tags ELSEWHERE = Tags.of(
            Tag.TO,
            Tag.FROM,
            Tag.OF,
            Tag.PER,
            Tag.BY,
            Tag.TIMES,
            Tag.MONEY,
            Tag.REFERENCE,
            Tag.OR,
            Tag.BETWEEN,
            Tag.AND,
            Tag.CEILING);

    private final Tokens tokens;
    private final Quantities quantities;
    private final MixedHours mixed;
    private final ChargedCounts charged;
    private final SpokenTenths spoken;

    Gapped(Tokens tokens, Quantities quantities) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.mixed = new MixedHours(tokens);
        this.charged = new ChargedCounts(tokens);
        this.spoken = new SpokenTenths(tokens);
    }

    /** The amount at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        boolean begins = tokens.isNumber(i) || tokens.isAny(i, Tag.NUMBER, Tag.POINT);
        Quantity number = begins ? quantities.at(i) : null;
        return number == null || number.value() <= 0 ? null : of(number);
    }

    private @Nullable Amount of(Quantity number) {
        if (isDecimalOfWork(number) || spoken.areHours(number)) {
            return bare(number);
        }
        Amount stated = closes(number.to()) || isSpentBehind(number) ? closed(number) : null;
        if (stated == null && mixed.isHours(number)) {
            return bare(number);
        }
        return stated == null && isCharged(number) ? bare(number) : stated;
    }

    /** "Put down three for it" behind four hours. */
    private boolean isCharged(Quantity number) {
        if (number.value() > MOST_HOURS || tokens.numeral(number.from()).is(Shape.POINT)) {
            return false;
        }
        int unit = unitBefore(number.from());
        return tokens.is(unit, Tag.HOUR) && charged.isCharged(number, hoursBefore(unit));
    }

    /** How many hours are counted whose unit stands at the token. */
    private double hoursBefore(int unit) {
        double hours = 0;
        for (int i = unit - 1; i >= unit - COUNT_LOOK; i--) {
            Quantity count = quantities.at(i);
            if (count != null && count.to() >= unit - 1 && count.to() <= unit) {
                hours = count.value();
            }
        }
        return hours;
    }

    private @Nullable Amount closed(Quantity number) {
        return isDictated(number) ? bare(number) : inUnit(number, unitBefore(number.from()));
    }

    private static Amount bare(Quantity number) {
        double seconds = Math.round(number.value() * Units.HOUR);
        return new Amount(number.from(), number.to(), seconds, Amount.Kind.BARE);
    }

    private @Nullable Amount inUnit(Quantity number, int unit) {
        if (tokens.is(unit, Tag.HOUR)) {
            return areHours(number, unit) ? length(number, Units.HOUR) : null;
        }
        return unit >= 0 && areMinutes(number) ? length(number, Units.MINUTE) : null;
    }

    private static Amount length(Quantity number, double worth) {
        return Amount.duration(number.from(), number.to(), number.value() * worth);
    }

    /** Whether nothing follows that the number could count, or be a part of. */
    private boolean closes(int i) {
        return tokens.kind(i) == Tokens.Kind.MARK
                ? tokens.isOneOf(i, ",.;:)?!&")
                : tokens.isBreak(i) || tokens.isAny(i, BEHIND) || tokens.isAny(i, Tag.PREPOSITION, Tag.AND);
    }

    /** "comma point three", "enter one point three for me": a decimal in words at the end of an item that is read aloud. */
    private boolean isDictated(Quantity number) {
        boolean decimal = tokens.has(number.from(), number.to(), Tag.POINT) && number.value() <= MOST_HOURS;
        int lead = number.from() - 1;
        int end = number.to();
        boolean said = tokens.is(lead, Tag.SPOKEN_MARK) && (!tokens.isWord(end) || tokens.is(end, Tag.SPOKEN_MARK));
        boolean item = tokens.isMark(lead, ',') && (tokens.isBreak(end) || tokens.isMark(end, '.'));
        return decimal && (said || item || (tokens.is(lead, Tag.BILL) && isForSomebody(end)));
    }

    /** "one point two writing the letter", "One point two, review of the scans": hours as they are dictated, at the head of an item. */
    private boolean isDecimalOfWork(Quantity number) {
        int lead = number.from() - 1;
        int behind = tokens.isMark(number.to(), ',') ? number.to() + 1 : number.to();
        boolean item = lead < 0 || tokens.isBreak(lead) || tokens.isOneOf(lead, ".:;") || tokens.is(lead, Tag.AND);
        return item
                && tokens.is(number.from(), Tag.NUMBER)
                && tokens.has(number.from(), number.to(), Tag.POINT)
                && number.value() <= MOST_HOURS
                && tokens.is(behind, Tag.WORK);
    }

    /** "for me", "to Harbor"; not "in cell B3". */
    private boolean isForSomebody(int i) {
        return tokens.is(i, Tag.PREPOSITION) && (tokens.is(i + 1, Tag.ME) || tokens.isName(i + 1));
    }

    /** The unit of the amount before token {@code i}, in its sentence or the one before; or -1. */
    int unitBefore(int i) {
        int sentences = 0;
        for (int back = i - 1; back >= i - LOOK && !tokens.isBreak(back) && sentences < 2; back--) {
            boolean counted = tokens.isNumber(back - 1)
                    || tokens.isAny(back - 1, Tag.NUMBER, Tag.ARTICLE, Tag.FRACTION, Tag.UNIT_ADJECTIVE);
            if (counted && tokens.isAny(back, Tag.HOUR, Tag.MINUTE)) {
                return back;
            }
            sentences += tokens.isMark(back, '.') && tokens.isOpening(back + 1) ? 1 : 0;
        }
        return -1;
    }

    private boolean areHours(Quantity number, int unit) {
        if (number.value() > MOST_HOURS || tokens.numeral(number.from()).is(Shape.POINT)) {
            return false;
        }
        boolean whole = number.value() == Math.rint(number.value());
        if (isCorrected(number)) {
            return number.value() <= hoursBefore(unit);
        }
        return isBesideDay(number, unit)
                || isFigureOfInvoice(number)
                || isTheirCount(number)
                || (whole ? isSpent(number) || isForWork(number) || isSpentBehind(number) : isMixed(number));
    }

    /** "six hours Thursday and five today": each with its day, the one behind the other. */
    private boolean isBesideDay(Quantity number, int unit) {
        int lead = number.from() - 1;
        boolean listed = tokens.is(lead, Tag.AND) || tokens.isMark(lead, ',');
        int day = tokens.is(unit + 1, Tag.DATE_LEAD) ? unit + 2 : unit + 1;
        return listed && tokens.is(number.to(), Tag.DATE_WORD) && tokens.is(day, Tag.DATE_WORD);
    }

    /** "we sat there two and a quarter", "the other two and a half I gave to the lease". */
    private boolean isMixed(Quantity number) {
        int lead = number.from() - 1;
        boolean word = tokens.is(number.from(), Tag.NUMBER);
        boolean ends =
                !tokens.isWord(number.to()) || (tokens.isAny(number.to(), BEHIND) && !tokens.is(number.to(), Tag.OF));
        boolean named = tokens.is(lead, Tag.THE) && !tokens.is(number.to(), Tag.SELF);
        return word
                && ends
                && !named
                && !tokens.isNumber(lead)
                && !tokens.isAny(lead, ELSEWHERE)
                && !tokens.isOneOf(lead, "$€£#");
    }

    /** "we spent three on it". */
    private boolean isSpent(Quantity number) {
        return tokens.is(number.from() - 1, Tag.SPEND)
                && tokens.is(number.from(), Tag.NUMBER)
                && tokens.is(number.to(), Tag.MATTER_LEAD)
                && !tokens.isAny(number.to(), Tag.TO, Tag.OF);
    }

    /** "davon habe ich zwei gebraucht": where the verb closes the clause, between the author and a verb that only time has. */
    private boolean isSpentBehind(Quantity number) {
        return tokens.language().has(Habit.VERB_LAST)
                && tokens.is(number.from(), Tag.NUMBER)
                && tokens.is(number.from() - 1, Tag.SELF)
                && tokens.is(number.to(), Tag.SPEND)
                && tokens.is(number.to(), Tag.PAST);
    }

    /** "het uitlezen kostte mij er twee", "daar heb ik er vijf op versleten": a word stands for the hours that are counted. */
    private boolean isTheirCount(Quantity number) {
        int lead = number.from() - 1;
        int to = number.to();
        boolean took = tokens.has(lead - SPENT_LOOK, lead, Tag.TAKE);
        boolean spent = tokens.is(lead - 1, Tag.SELF)
                && (tokens.has(to, to + SPENT_LOOK, Tag.SPEND) || tokens.has(to, to + SPENT_LOOK, Tag.TAKE));
        return tokens.is(lead, Tag.HOURS_LEAD) && tokens.is(number.from(), Tag.NUMBER) && (took || spent);
    }

    /** "after translating for six yesterday". */
    private boolean isForWork(Quantity number) {
        return tokens.is(number.from() - 1, Tag.LASTING)
                && tokens.is(number.from() - 2, Tag.WORK)
                && tokens.isAny(number.from() - 2, Tag.GERUND, Tag.PAST)
                && tokens.is(number.from(), Tag.NUMBER)
                && tokens.is(number.to(), Tag.DATE_WORD);
    }

    /** "On the invoice: four", "so nine on the invoice". */
    private boolean isFigureOfInvoice(Quantity number) {
        int lead = number.from() - 1;
        boolean behind = tokens.isMark(lead, ':') && tokens.is(lead - 1, Tag.ACCOUNT) && tokens.is(lead - 2, Tag.THE);
        int account = number.to() + 2;
        boolean before = tokens.is(number.to(), Tag.MATTER_LEAD)
                && tokens.isAny(account - 1, Tag.THE, Tag.MINE)
                && tokens.is(account, Tag.ACCOUNT);
        boolean free = !tokens.isAny(lead, Tag.PREPOSITION, Tag.THE, Tag.REFERENCE) && !tokens.isNumber(lead);
        return behind || (before && free);
    }

    /** "No, make that fifty", "Scratch that, 50" behind thirty-five minutes; not "let's make it ten". */
    private boolean isCorrected(Quantity number) {
        int lead = number.from() - 1;
        int that = tokens.isMark(lead, ',') ? lead - 1 : lead;
        boolean behind = that < lead || tokens.phrase(that - 1).has(Tag.CORRECTION);
        return behind
                && !hasNumber(unitBefore(number.from()) + 1, that)
                && tokens.isAny(that, Tag.IT, Tag.THE)
                && tokens.is(that - 1, Tag.CORRECTION)
                && !tokens.isWord(number.to())
                && !tokens.isAny(that - 2, NO_CORRECTION);
    }

    /** Whether another number stands there, which the correction may be of. */
    private boolean hasNumber(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isNumber(i) || tokens.is(i, Tag.NUMBER)) {
                return true;
            }
        }
        return false;
    }

    /** "35 minutes paginating and then forty at the counter", "make that fifty". */
    private boolean areMinutes(Quantity number) {
        int lead = number.from() - 1;
        if (isCorrected(number)) {
            return isBetweenMinutes(number, 1);
        }
        boolean then = tokens.is(lead, Tag.ADVERB) && (tokens.is(lead - 1, Tag.AND) || tokens.isMark(lead - 1, ','));
        return then
                && isBetweenMinutes(number, 5)
                && tokens.is(number.to(), Tag.PREPOSITION)
                && !tokens.isAny(number.to(), Tag.OF, Tag.TO);
    }

    private static boolean isBetweenMinutes(Quantity number, int step) {
        return number.value() >= FEWEST_MINUTES && number.value() <= MOST_MINUTES && number.value() % step == 0;
    }
}
