package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads numbers without a unit that may be hours: {@code 1.7}, {@code .3}, {@code 3,75}, and in a table {@code 2:40} or {@code 2}. */
final class BareNumbers {

    private static final int MOST_HOURS = 24;
    private static final int MOST_ITEM_HOURS = 13;

    /** How far the words that lead a list of charges may stand before one of them. */
    private static final int LIST = 16;

    /** How long an item of a list of times is. */
    private static final int ITEM = 10;

    /** What stands behind a number that is no number of hours. */
    private static final Tags BEHIND_OTHERS = Tags.of(Tag.MEASURE, Tag.MONEY, Tag.PERIOD, Tag.AM, Tag.PM);

    private final Tokens tokens;
    private final Quantities quantities;

    BareNumbers(Tokens tokens, Quantities quantities) {
        this.tokens = tokens;
        this.quantities = quantities;
    }

    /** The amount at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        Numeral number = tokens.numeral(i);
        if (isSomethingElse(i)) {
            return null;
        }
        if (number.isFine() && number.value() > 0 && number.value() <= MOST_HOURS) {
            return new Amount(i, i + 1, number.value() * 3600, Amount.Kind.BARE);
        }
        if (isSpent(i, number)) {
            Amount spent = cell(i, number);
            return spent == null ? null : new Amount(i, i + 1, spent.seconds(), Amount.Kind.DURATION);
        }
        return isAlone(i) || isItemOfHours(i, number) ? cell(i, number) : null;
    }

    /** "Spent 1:30 on Zhou, 0:45 on Hart": hours and minutes behind a verb that only time can follow, and in its list. */
    private boolean isSpent(int i, Numeral number) {
        if (!number.is(Shape.COLON) || !tokens.is(i + 1, Tag.PREPOSITION) || tokens.isAny(i + 1, Tag.TO, Tag.FROM)) {
            return false;
        }
        int first = i;
        while (isNextItem(first)) {
            first = itemBefore(first);
        }
        return tokens.is(first - 1, Tag.SPEND) && !tokens.isAny(first - 1, Tag.HAVE, Tag.GERUND);
    }

    private boolean isNextItem(int i) {
        return (tokens.isMark(i - 1, ',') || tokens.is(i - 1, Tag.AND)) && itemBefore(i) >= 0;
    }

    /** The hours and minutes before those at {@code i}, close enough to be the item before; or -1. */
    private int itemBefore(int i) {
        for (int before = i - 1; before >= i - ITEM && !tokens.isBreak(before); before--) {
            if (tokens.numeral(before).is(Shape.COLON)) {
                return before;
            }
        }
        return -1;
    }

    /** "bill 4", "put two": a count behind the verb of a charge, or null. */
    @Nullable
    Amount charged(int i) {
        Quantity count = isCharged(i) ? quantities.at(i) : null;
        if (count == null || count.value() > MOST_HOURS || tokens.is(i, Tag.ARTICLE) || isNumberOfAccount(count)) {
            return null;
        }
        return closes(count.to()) || goesOn(count.to())
                ? new Amount(i, count.to(), count.value() * 3600, Amount.Kind.BARE)
                : null;
    }

    /** "fattura 12 del 3 marzo": the number of an invoice. */
    private boolean isNumberOfAccount(Quantity count) {
        return tokens.is(count.from() - 1, Tag.ACCOUNT) && tokens.is(count.to(), Tag.OF);
    }

    /** Whether nothing follows, but for "only", or "and nothing more". */
    private boolean closes(int i) {
        if (tokens.is(i, Tag.AND) && tokens.is(i + 1, Tag.NEGATION)) {
            return !tokens.isNumber(i + 2) && !tokens.is(i + 2, Tag.NUMBER);
        }
        int behind = tokens.is(i, Tag.SUPERLATIVE) ? i + 1 : i;
        return !tokens.isWord(behind) && !tokens.isNumber(behind) && !tokens.isOneOf(behind, "-/%");
    }

    /** "charge 5 as promised", "bill 2 of it", "put 4 today", but not "put two of us": no noun follows that the number could count. */
    private boolean goesOn(int i) {
        if (tokens.is(i, Tag.OF) && tokens.is(i + 1, Tag.ME)) {
            return false;
        }
        return tokens.isAny(i, Tag.TO, Tag.PREPOSITION, Tag.OF)
                || tokens.isAny(i, Tag.RESET_TO, Tag.SUBORDINATOR, Tag.DATE_WORD);
    }

    private boolean isCharged(int i) {
        int verb = tokens.isAny(i - 1, Tag.ADVERB, Tag.IT, Tag.OTHER) ? i - 2 : i - 1;
        return (tokens.is(verb, Tag.CHARGED) && tokens.is(verb, Tag.BILL)) || isDownFor(i - 1) || isNextOfDownFor(i);
    }

    /** Whether "put me down for" ends with token {@code i}. */
    private boolean isDownFor(int i) {
        boolean me = tokens.isAny(i - 2, Tag.ME, Tag.IT);
        return tokens.phrase(i).has(Tag.DOWN_FOR) && me && tokens.is(i - 3, Tag.CHARGED);
    }

    /** "put me down for 6 on the rules, 2 on the tests". */
    private boolean isNextOfDownFor(int i) {
        boolean listed = tokens.isMark(i - 1, ',') || tokens.is(i - 1, Tag.AND);
        for (int back = i - 3;
                listed && back > i - LIST && !tokens.isBreak(back) && !tokens.isMark(back, '.');
                back--) {
            if (isDownFor(back)) {
                return true;
            }
        }
        return false;
    }

    /** "GL mapping, 3:15;": hours and minutes at the end of an item, where a time of day would have a word before it. */
    private boolean isItemOfHours(int i, Numeral number) {
        boolean led = tokens.isOneOf(i - 1, ",(=") || (tokens.isMark(i - 1, '-') && tokens.gapBefore(i) > 0);
        boolean hours = number.is(Shape.COLON) && number.first() < MOST_ITEM_HOURS;
        return hours && closesItem(i + 1) && (led || (isWithoutHour(number) && isBehindText(i - 1)));
    }

    /** {@code 0:45}; {@code 00:45} is a time of day. */
    private static boolean isWithoutHour(Numeral number) {
        return number.first() == 0 && number.firstDigits() == 1;
    }

    /** "nobody pays 0:30": with no hour at the end of an item it is a length, unless a word before it leads to a time of day. */
    private boolean isBehindText(int i) {
        boolean told = tokens.isAny(i, Tag.PREPOSITION, Tag.DATE_WORD, Tag.SUBORDINATOR_OR_NOT, Tag.AND);
        boolean text = tokens.isWord(i) || tokens.isNumber(i) || tokens.isOneOf(i, ".;:)");
        return text && !told && !tokens.touchesPrevious(i + 1);
    }

    private boolean closesItem(int i) {
        return tokens.isBreak(i) || tokens.isOneOf(i, ";).,");
    }

    private @Nullable Amount cell(int i, Numeral number) {
        if (number.is(Shape.COLON)
                && number.secondDigits() == 2
                && number.second() < 60
                && number.first() <= MOST_HOURS) {
            int seconds = number.first() * 3600 + number.second() * 60;
            return seconds > 0 ? new Amount(i, i + 1, seconds, Amount.Kind.CELL) : null;
        }
        boolean whole = number.is(Shape.WHOLE) && number.first() >= 1 && number.first() <= MOST_HOURS;
        return whole ? new Amount(i, i + 1, number.first() * 3600, Amount.Kind.CELL) : null;
    }

    /** Whether the number is alone in its cell: a tab, a line break or nothing on either side. */
    private boolean isAlone(int i) {
        return isEdge(i) && isEdge(i + 1);
    }

    private boolean isEdge(int i) {
        boolean outside = i <= 0 || i >= tokens.size() || tokens.isBreak(i) || tokens.isBreak(i - 1);
        return outside || tokens.isCellMark(i) || tokens.isCellStart(i);
    }

    /** Money, a percentage, a section or a version, a measure, or part of a longer thing. */
    private boolean isSomethingElse(int i) {
        boolean led = tokens.isAny(i - 1, Tag.MONEY, Tag.CLOCK_LEAD) || isReferenced(i);
        boolean followed = tokens.isAny(i + 1, BEHIND_OTHERS);
        return led || followed || isGlued(i) || (isGlued(i + 1) && !closesQuotation(i));
    }

    /** {@code "Ingleby, drafting the lease, 1.1"}: a decimal that ends what is quoted; {@code 2.5"} is a measure. */
    private boolean closesQuotation(int i) {
        boolean item = tokens.numeral(i).isFine() && tokens.isMark(i - 1, ',') && tokens.isMark(i + 1, '"');
        for (int back = i - 2; item && back >= i - LIST && !tokens.isBreak(back); back--) {
            if (tokens.isMark(back, '"')) {
                return !tokens.touchesPrevious(back) && tokens.touchesPrevious(back + 1);
            }
        }
        return false;
    }

    /** "section 2.5", "ext. 2.5", not across the gap of a table; "run sheet .3" is a length. */
    private boolean isReferenced(int i) {
        if (tokens.numeral(i).firstDigits() == 0) {
            return false;
        }
        int word = tokens.isMark(i - 1, '.') ? i - 2 : i - 1;
        if (tokens.is(word, Tag.AND) && tokens.isNumber(word - 1) && tokens.is(word - 2, Tag.REFERENCE)) {
            return true;
        }
        return tokens.is(word, Tag.REFERENCE)
                && tokens.gapBefore(i) <= 1
                && !tokens.isBreak(i - 1)
                && !tokens.isCellStart(i);
    }

    /** Whether the token and the one before it are written together as one code: {@code 0.5%}, {@code 2.5-inch}. */
    private boolean isGlued(int i) {
        return tokens.touchesPrevious(i)
                && (tokens.isWord(i)
                        || tokens.isWord(i - 1)
                        || tokens.isOneOf(i, "%°\"'/x*#$€£+")
                        || tokens.isOneOf(i - 1, "%°/x*#$€£-")
                        || tokens.isMark(i, '-'));
    }
}
