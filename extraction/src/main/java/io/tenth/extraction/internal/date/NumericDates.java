package io.tenth.extraction.internal.date;

import io.tenth.extraction.internal.date.NumericDate.Order;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Recognises dates in digits. A form that could as well be a decimal or a fraction needs a mark that it is a date. */
final class NumericDates {

    /** "was 1.2. then", "billed 2.1. and" is no day where days are not written so. */
    private static final Tags BEFORE_DECIMALS = Tags.of(Tag.CHARGED, Tag.BILLED, Tag.ACTUAL, Tag.BE, Tag.CORRECTION);

    private static final int HOURS_OF_A_DAY = 24;
    private static final int QUARTERS = 4;

    private NumericDates() {}

    /** The date that begins at token {@code i}, or null. */
    static @Nullable NumericDate at(Tokens tokens, int i) {
        Numeral number = tokens.numeral(i);
        return switch (number.shape()) {
            case SLASH -> slashed(tokens, i, number);
            case OTHER -> triple(i, number);
            case POINT -> dotted(tokens, i, number);
            case WHOLE -> dashed(tokens, i, number);
            case COMMA, COLON, TIMER -> null;
        };
    }

    private static @Nullable NumericDate slashed(Tokens tokens, int i, Numeral number) {
        boolean fraction = isOfUnit(tokens, i + 1) || isOfMeasure(tokens, i);
        boolean plausible = isDayOrMonth(number.first()) && isDayOrMonth(number.second());
        return plausible && !fraction && (number.first() <= 12 || number.second() <= 12)
                ? new NumericDate(i, i + 1, number.first(), number.second(), 0, Order.OPEN)
                : null;
    }

    /** "1/2 hour", "1/2 an hour", "3/4 of an hour". */
    private static boolean isOfUnit(Tokens tokens, int i) {
        boolean of = tokens.is(i, Tag.OF) && tokens.isAny(i + 1, Tag.ARTICLE, Tag.HOUR);
        int unit = tokens.is(i, Tag.ARTICLE) ? i + 1 : i;
        return of || tokens.isAny(unit, Tag.HOUR, Tag.MINUTE, Tag.DAY);
    }

    /** "3/4 inch", "an hour & 3/4". */
    private static boolean isOfMeasure(Tokens tokens, int i) {
        boolean joined = tokens.isMark(i - 1, '&') || tokens.is(i - 1, Tag.AND);
        boolean part = tokens.numeral(i).second() <= QUARTERS;
        return tokens.is(i + 1, Tag.MEASURE) || (joined && part && tokens.isAny(i - 2, Tag.HOUR, Tag.MINUTE, Tag.DAY));
    }

    private static @Nullable NumericDate triple(int i, Numeral number) {
        if (number.third() == 0) {
            return null;
        }
        return number.firstDigits() == 4
                ? of(i, i + 1, new int[] {number.second(), number.third(), number.first()}, Order.MONTH_FIRST)
                : of(i, i + 1, new int[] {number.first(), number.second(), number.third()}, Order.OPEN);
    }

    /** {@code 21.4.} and {@code on 05.02}: a dot behind it that ends no sentence, or two digits each and a word before. */
    private static @Nullable NumericDate dotted(Tokens tokens, int i, Numeral number) {
        if (!isDayAndMonth(number.first(), number.second())
                || number.firstDigits() == 0
                || tokens.is(i - 1, Tag.REFERENCE)) {
            return null;
        }
        boolean closed = tokens.isTouching(i + 1, '.');
        boolean padded = number.firstDigits() == 2 && number.secondDigits() == 2;
        return (closed ? padded || isClosedDate(tokens, i) : padded && isOpenDate(tokens, i))
                ? new NumericDate(i, closed ? i + 2 : i + 1, number.first(), number.second(), 0, Order.DAY_FIRST)
                : null;
    }

    private static boolean isClosedDate(Tokens tokens, int i) {
        boolean dayFirst = tokens.language().has(Habit.DAY_FIRST);
        boolean decimal = !dayFirst && (tokens.isMark(i - 1, ',') || tokens.isAny(i - 1, BEFORE_DECIMALS));
        return !decimal && ((dayFirst && isLed(tokens, i, i + 2)) || isWithinLine(tokens, i));
    }

    /** Without a dot behind it: not "von 13.10 bis 14.25 Uhr". */
    private static boolean isOpenDate(Tokens tokens, int i) {
        if (isHeading(tokens, i)) {
            return true;
        }
        boolean clock = tokens.isAny(i + 1, Tag.TO, Tag.O_CLOCK, Tag.HYPHEN) || isRangeOfTimes(tokens, i);
        return !clock && (isLed(tokens, i, i + 1) || opensLine(tokens, i));
    }

    /** {@code 26.05: drafting}, {@code 28.01 - call}: before a colon or a dash that parts, and no hour of a day. */
    private static boolean isHeading(Tokens tokens, int i) {
        boolean dash = tokens.is(i + 1, Tag.HYPHEN) || tokens.isMark(i + 1, '-');
        boolean parts = tokens.isMark(i + 1, ':') || (dash && tokens.gapBefore(i + 1) > 0 && tokens.isWord(i + 2));
        return parts && tokens.numeral(i).first() >= HOURS_OF_A_DAY;
    }

    /** {@code 12.05-13.00}: what follows the dash can be no day. */
    private static boolean isRangeOfTimes(Tokens tokens, int i) {
        Numeral end = tokens.numeral(i + 2);
        return tokens.isTouching(i + 1, '-')
                && end.is(Shape.POINT)
                && end.secondDigits() == 2
                && !isDayAndMonth(end.first(), end.second());
    }

    /** Whether the dot behind the number cannot be the end of the sentence. */
    private static boolean isWithinLine(Tokens tokens, int i) {
        return tokens.isBreak(i - 1) || (!tokens.isBreak(i + 2) && !tokens.isOpening(i + 2));
    }

    /** "22.06 Implementing": at the start of a line, with words behind it. */
    private static boolean opensLine(Tokens tokens, int i) {
        boolean first = i == 0 || tokens.isBreak(i - 1);
        return first && tokens.isWord(i + 1) && !tokens.isAny(i + 1, Tag.HOUR, Tag.MINUTE, Tag.DAY, Tag.TENTH);
    }

    /** Whether a word like "on" stands before a date and no unit behind it. */
    private static boolean isLed(Tokens tokens, int from, int to) {
        return tokens.isAny(from - 1, Tag.DATE_LEAD, Tag.WEEKDAY) && !tokens.isAny(to, Tag.HOUR, Tag.MINUTE, Tag.DAY);
    }

    private static @Nullable NumericDate dashed(Tokens tokens, int i, Numeral first) {
        Numeral second = dashedTo(tokens, i);
        if (second == null) {
            return null;
        }
        Numeral third = dashedTo(tokens, i + 2);
        if (third == null) {
            boolean padded = first.firstDigits() == 2 && second.firstDigits() == 2;
            return isDayAndMonth(first.first(), second.first()) && isPlaced(tokens, i, padded)
                    ? new NumericDate(i, i + 3, first.first(), second.first(), 0, Order.DAY_FIRST)
                    : null;
        }
        return first.firstDigits() == 4
                ? of(i, i + 5, new int[] {second.first(), third.first(), first.first()}, Order.MONTH_FIRST)
                : of(i, i + 5, new int[] {first.first(), second.first(), third.first()}, Order.OPEN);
    }

    /** Whether two numbers with a dash stand where a date does; numbers without a zero may be anything elsewhere. */
    private static boolean isPlaced(Tokens tokens, int i, boolean padded) {
        boolean led = isLed(tokens, i, i + 3);
        if (!tokens.language().has(Habit.DAY_FIRST)) {
            return padded && led;
        }
        return padded
                ? led || opensItem(tokens, i)
                : (led && !tokens.is(i - 1, Tag.FROM)) || isFirstCell(tokens, i, i + 3);
    }

    /** Whether it is the first cell of a row: a line break before it, a gap behind it. */
    private static boolean isFirstCell(Tokens tokens, int from, int to) {
        return tokens.isBreak(from - 1) && tokens.isCellStart(to);
    }

    private static boolean opensItem(Tokens tokens, int i) {
        return tokens.isBreak(i - 1) || (tokens.isOneOf(i - 1, "-*•") && tokens.isBreak(i - 2));
    }

    private static @Nullable NumericDate of(int from, int to, int[] parts, Order order) {
        boolean plausible = isDayOrMonth(parts[0]) && isDayOrMonth(parts[1]) && isYear(parts[2]);
        return plausible ? new NumericDate(from, to, parts[0], parts[1], parts[2], order) : null;
    }

    private static @Nullable Numeral dashedTo(Tokens tokens, int i) {
        if (!tokens.isTouching(i + 1, '-') || !tokens.touchesPrevious(i + 2) || !tokens.isNumber(i + 2)) {
            return null;
        }
        Numeral next = tokens.numeral(i + 2);
        return next.is(Shape.WHOLE) ? next : null;
    }

    private static boolean isDayAndMonth(int day, int month) {
        return isDayOrMonth(day) && month >= 1 && month <= 12;
    }

    private static boolean isDayOrMonth(int number) {
        return number >= 1 && number <= 31;
    }

    private static boolean isYear(int number) {
        return (number >= 1990 && number <= 2100) || (number >= 15 && number <= 60);
    }
}
