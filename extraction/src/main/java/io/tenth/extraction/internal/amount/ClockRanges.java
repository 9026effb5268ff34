package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads clock ranges: {@code from 9:15 to 11:45}, {@code 9–11:30}, {@code 0600-1130}, {@code 9pm Saturday til 3:15am}.
 * A break that is stated behind it is taken off.
 */
final class ClockRanges {

    private static final int HALF_DAY = 12 * 60;
    private static final int DAY = 24 * 60;
    private static final int BREAK_LOOK = 3;

    private final Tokens tokens;
    private final Durations durations;

    ClockRanges(Tokens tokens, Durations durations) {
        this.tokens = tokens;
        this.durations = durations;
    }

    /**
     * A time of day.
     *
     * @param to one past its last token
     * @param minute the minute of the day
     * @param exact whether its form says that it is a time and no number
     * @param settled whether it says which half of the day it is in
     */
    private record Clock(int to, int minute, boolean exact, boolean settled) {}

    /** The range that begins at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        boolean led = tokens.isAny(i, Tag.FROM, Tag.BETWEEN);
        Clock start = clock(led ? i + 1 : i);
        if (start == null) {
            return null;
        }
        int join = tokens.is(start.to(), Tag.DATE_WORD) ? start.to() + 1 : start.to();
        if (!joins(join, led)) {
            return null;
        }
        Clock end = clock(join + 1);
        if (end == null || tokens.isAny(end.to(), Tag.HOUR, Tag.MINUTE, Tag.PERIOD, Tag.DAY)) {
            return null;
        }
        var whole = new Amount(i, end.to(), length(start, end) * 60, Amount.Kind.CLOCK, false);
        Amount worked = lessBreak(whole);
        return isCredible(start, end, led) || !worked.equals(whole) ? worked : null;
    }

    private boolean joins(int i, boolean led) {
        return tokens.isMark(i, '-') || tokens.isAny(i, Tag.HYPHEN, Tag.TO) || (led && tokens.is(i, Tag.AND));
    }

    private static boolean isCredible(Clock start, Clock end, boolean led) {
        return (start.exact() && end.exact())
                || (led && (start.exact() || end.exact()))
                || start.exact() != end.exact();
    }

    private static int length(Clock start, Clock end) {
        int length = end.minute() - start.minute();
        if (!start.settled() && end.settled() && start.minute() + HALF_DAY < end.minute() && end.minute() >= HALF_DAY) {
            length -= start.minute() < 7 * 60 ? HALF_DAY : 0;
        }
        if (length <= 0 && !end.settled() && end.minute() <= HALF_DAY) {
            length += HALF_DAY;
        }
        return length <= 0 ? length + DAY : length;
    }

    private @Nullable Clock clock(int i) {
        if (tokens.is(i, Tag.CLOCK_WORD)) {
            return new Clock(i + 1, (int) tokens.word(i).value(), true, true);
        }
        if (!tokens.isNumber(i)) {
            return null;
        }
        Numeral number = Numeral.of(tokens.text(i));
        return switch (number.shape()) {
            case WHOLE -> whole(i, number);
            case COLON -> hourAndMinute(i, number);
            case POINT -> number.secondDigits() == 2 && number.firstDigits() > 0 ? hourAndMinute(i, number) : null;
            case COMMA, SLASH, OTHER -> null;
        };
    }

    /** {@code 9}, {@code 9 am}, {@code 0930}, {@code 9h30}. */
    private @Nullable Clock whole(int i, Numeral number) {
        if (number.firstDigits() == 4) {
            boolean possible = number.first() % 100 < 60 && number.first() <= 2400 && !isYear(number.first());
            return possible ? new Clock(i + 1, number.first() / 100 * 60 + number.first() % 100, true, true) : null;
        }
        return number.first() <= 24 && number.firstDigits() <= 2 ? hourAlone(i, number) : null;
    }

    private static boolean isYear(int number) {
        return number > 1900 && number < 2100;
    }

    private @Nullable Clock hourAlone(int i, Numeral number) {
        if (tokens.is(i + 1, Tag.CLOCK_H)
                && tokens.touchesPrevious(i + 1)
                && tokens.touchesPrevious(i + 2)
                && tokens.isNumber(i + 2)) {
            int minute = Numeral.of(tokens.text(i + 2)).first();
            return minute < 60 ? new Clock(i + 3, number.first() * 60 + minute, true, true) : null;
        }
        return halfOfDay(i + 1, number.first() * 60, false);
    }

    private @Nullable Clock hourAndMinute(int i, Numeral number) {
        boolean possible = number.first() <= 24 && number.second() < 60 && number.secondDigits() == 2;
        return possible ? halfOfDay(i + 1, number.first() * 60 + number.second(), true) : null;
    }

    /** The time with "am" or "pm" behind it, if that stands there. */
    private Clock halfOfDay(int i, int minute, boolean exact) {
        if (tokens.is(i, Tag.AM)) {
            return new Clock(behind(i, Tag.AM), minute % HALF_DAY, true, true);
        }
        if (tokens.is(i, Tag.PM)) {
            return new Clock(behind(i, Tag.PM), minute % HALF_DAY + HALF_DAY, true, true);
        }
        return new Clock(i, minute, exact, minute >= 13 * 60);
    }

    /** One past "pm", "p.m." or "p.m". */
    private int behind(int i, Tag half) {
        int to = i;
        while (tokens.is(to, half)) {
            to++;
        }
        return to > i + 1 && tokens.isMark(to, '.') && !tokens.isCapitalised(to + 1) ? to + 1 : to;
    }

    /** Takes off "less an hour for lunch", "with a 30 minute break". */
    private Amount lessBreak(Amount range) {
        for (int i = range.to(); i < range.to() + BREAK_LOOK && !tokens.isBreak(i); i++) {
            if (tokens.is(i, Tag.LESS)) {
                Amount pause = durations.at(tokens.is(i + 1, Tag.THE) ? i + 2 : i + 1);
                if (pause != null && pause.seconds() < range.seconds() && isPause(i, pause)) {
                    return range.over(range.from(), pause.to(), range.seconds() - pause.seconds());
                }
            }
        }
        return range;
    }

    private boolean isPause(int less, Amount pause) {
        return tokens.is(less, Tag.MINUS) || tokens.has(pause.to(), pause.to() + BREAK_LOOK, Tag.PAUSE);
    }
}
