package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads times of day: {@code 9}, {@code 9.15}, {@code 0930}, {@code 14h00}, {@code 9 p.m.}, {@code nine thirty}, {@code half past nine}. */
final class Clocks {

    private static final int HOUR = 60;
    private static final int QUARTER = 15;
    private static final int LAST_HOUR = 24;
    private static final int EARLY = 5 * HOUR;
    private static final int EARLIEST_BARE_H = 7;

    private final Tokens tokens;
    private final Quantities quantities;

    Clocks(Tokens tokens, Quantities quantities) {
        this.tokens = tokens;
        this.quantities = quantities;
    }

    /** The time at token {@code i} that is told by an hour and minutes before or behind it, or null: "ten to four". */
    @Nullable
    Clock told(int i) {
        int first = start(i);
        if (isHalf(first)) {
            return halfOfDay(oClockEnd(first + 1), (int) tokens.word(first).value(), true);
        }
        if (tokens.is(first, Tag.HALF_TO)) {
            double share = tokens.word(first).value();
            return shifted(first + 1, (int) (share * HOUR) - HOUR);
        }
        if (tokens.is(first, Tag.HALF_PAST)) {
            return shifted(tokens.is(first + 1, Tag.PAST_HOUR) ? first + 2 : first + 1, 30);
        }
        Clock quarter = quarterOf(first);
        return quarter == null ? minutesBeside(first) : quarter;
    }

    /** "ten to four", "quarter past four", or null. */
    private @Nullable Clock minutesBeside(int i) {
        Quantity minutes = quantities.at(i);
        if (minutes == null || minutes.value() <= 0 || minutes.value() >= HOUR) {
            return null;
        }
        boolean fraction = minutes.value() < 1;
        return besideHour(minutes.to(), (int) Math.round(minutes.value() * (fraction ? HOUR : 1)));
    }

    /** "viertel sechs": a quarter past five, as the south of the language has it; or null. */
    private @Nullable Clock quarterOf(int i) {
        boolean quarter = tokens.is(i, Tag.FRACTION)
                && tokens.language().has(Habit.CAPITAL_NOUNS)
                && tokens.word(i).value() * HOUR == QUARTER;
        return quarter && tokens.is(i + 1, Tag.NUMBER) ? shifted(i + 1, QUARTER - HOUR) : null;
    }

    /** Minutes "past" or "to" an hour, or "quarter of" it: those that nobody counts to it make "two to five" two hours instead. */
    private @Nullable Clock besideHour(int i, int minutes) {
        boolean named = tokens.is(i, Tag.MINUTE);
        int to = named ? i + 1 : i;
        if (tokens.is(to, Tag.PAST_HOUR)) {
            return shifted(to + 1, minutes);
        }
        if (tokens.is(i - 1, Tag.OF) && minutes == QUARTER) {
            return shifted(i, -minutes);
        }
        boolean usual = named || minutes % 5 == 0;
        return usual && tokens.is(to, Tag.TO_HOUR) ? shifted(to + 1, -minutes) : null;
    }

    /** Half an hour in one word: "halftwaalf". Other than noon it does not say which half of the day it is in. */
    private boolean isHalf(int i) {
        return tokens.is(i, Tag.HALF_TO) && tokens.is(i, Tag.CLOCK_WORD);
    }

    /** A whole number at token {@code i}, or 0. */
    private int count(int i) {
        if (tokens.isNumber(i)) {
            Numeral number = tokens.numeral(i);
            return number.is(Shape.WHOLE) && number.firstDigits() <= 2 ? number.first() : 0;
        }
        double value = tokens.is(i, Tag.NUMBER) ? tokens.word(i).value() : 0;
        return value == Math.rint(value) ? (int) value : 0;
    }

    private @Nullable Clock shifted(int i, int minutes) {
        Clock hour = hour(i);
        return hour == null || hour.minute() % HOUR != 0
                ? null
                : new Clock(hour.to(), Math.floorMod(hour.minute() + minutes, LAST_HOUR * HOUR), true, hour.half());
    }

    /** The time at token {@code i} whose hour stands first, or null. */
    @Nullable
    Clock hour(int i) {
        int first = start(i);
        if (tokens.is(first, Tag.CLOCK_WORD)) {
            return isHalf(first) ? null : clockWord(first);
        }
        if (tokens.is(first, Tag.NUMBER)) {
            return spoken(first);
        }
        if (!tokens.isNumber(first)) {
            return null;
        }
        Numeral number = tokens.numeral(first);
        return switch (number.shape()) {
            case WHOLE -> whole(first, number);
            case COLON, TIMER -> hourAndMinute(first, number);
            case POINT -> number.firstDigits() > 0 ? hourAndMinute(first, number) : null;
            case COMMA, SLASH, OTHER -> null;
        };
    }

    /** "noon", "meio-dia", "mezzogiorno e mezza". */
    private Clock clockWord(int i) {
        boolean phrase = tokens.phrase(i).has(Tag.CLOCK_WORD);
        int to = i + 1;
        while (phrase && tokens.phrase(to) == tokens.phrase(i)) {
            to++;
        }
        boolean part = tokens.is(to, Tag.AND) && tokens.is(to + 1, Tag.CLOCK_PART);
        double share = part ? tokens.word(to + 1).value() * HOUR : 0;
        double minute = (phrase ? tokens.phrase(i) : tokens.word(i)).value() + share;
        return Clock.said(part ? to + 2 : to, (int) minute);
    }

    /** Behind "about" and the article of a time. */
    private int start(int i) {
        int first = tokens.is(i, Tag.APPROXIMATE) ? i + 1 : i;
        return tokens.is(first, Tag.CLOCK_ARTICLE) ? first + 1 : first;
    }

    /** "nine", "nine thirty", "nine thirty-five". */
    private @Nullable Clock spoken(int i) {
        int hour = count(i);
        if (hour < 1 || hour > latestSpoken(i)) {
            return null;
        }
        int tens = tokens.is(i + 1, Tag.NUMBER) ? count(i + 1) : 0;
        if (tens < 10 || tens >= HOUR) {
            return parts(i + 1, hour * HOUR);
        }
        int next = tokens.isTouching(i + 2, '-') ? i + 3 : i + 2;
        int ones = tens >= 20 && tens % 10 == 0 ? ones(next) : 0;
        return halfOfDay(ones > 0 ? next + 1 : i + 2, hour * HOUR + tens + ones, true);
    }

    /** "sechzehn Uhr": behind noon only where the word for the hour of the day follows. */
    private int latestSpoken(int i) {
        return tokens.is(i + 1, Tag.O_CLOCK) ? LAST_HOUR : LAST_HOUR / 2;
    }

    /** The "five" of "thirty-five", or 0. */
    private int ones(int i) {
        int count = tokens.is(i, Tag.NUMBER) ? count(i) : 0;
        return count < 10 ? count : 0;
    }

    /** {@code 9}, {@code 9 am}, {@code 0930}, {@code 930}, {@code 9h30}. */
    private @Nullable Clock whole(int i, Numeral number) {
        if (number.firstDigits() >= 3) {
            return military(i, number);
        }
        if (number.first() > LAST_HOUR) {
            return null;
        }
        if (number.first() == 12 && tokens.is(i + 1, Tag.CLOCK_WORD)) {
            return Clock.said(i + 2, (int) tokens.word(i + 1).value());
        }
        boolean h = tokens.is(i + 1, Tag.CLOCK_H) && tokens.touchesPrevious(i + 1);
        return h ? hours(i + 2, number.first()) : parts(i + 1, number.first() * HOUR);
    }

    /** {@code 9h30}, and {@code 9h}, which is a time only in the hours in which people start and few work that long. */
    private @Nullable Clock hours(int i, int hour) {
        if (tokens.touchesPrevious(i) && tokens.isNumber(i)) {
            int minute = tokens.numeral(i).first();
            return minute < HOUR ? Clock.open(i + 1, hour * HOUR + minute, true) : null;
        }
        return hour >= EARLIEST_BARE_H || isEndOfNight(i)
                ? Clock.open(i, hour * HOUR, hour > 12 || tokens.is(i - 1, Tag.O_CLOCK))
                : null;
    }

    /** "de 3h10 à 4h": behind a time to the minute with "from" before it, a small hour ends the range. */
    private boolean isEndOfNight(int i) {
        boolean minutes = tokens.isNumber(i - 4) && tokens.touchesPrevious(i - 4) && tokens.is(i - 5, Tag.CLOCK_H);
        return minutes && tokens.is(i - 3, Tag.TO) && tokens.is(i - 7, Tag.FROM);
    }

    /** {@code 0930}, {@code 1430 hrs}; with three digits no more than a number. */
    private @Nullable Clock military(int i, Numeral number) {
        boolean four = number.firstDigits() == 4;
        boolean named = four && tokens.is(i + 1, Tag.HOUR);
        if (!isMilitary(number) || (!named && isYear(number)) || (!four && number.first() % 5 != 0)) {
            return null;
        }
        int to = named ? i + 2 : i + 1;
        return halfOfDay(to, number.first() / 100 * HOUR + number.first() % 100, four);
    }

    private static boolean isYear(Numeral number) {
        return number.first() > 1900 && number.first() < 2100;
    }

    /** Whether it can be an hour with its minutes. */
    private static boolean isMilitary(Numeral number) {
        boolean plain = number.firstDigits() <= 4 && number.value() == number.first();
        return plain && number.first() <= 2400 && number.first() % 100 < HOUR;
    }

    private @Nullable Clock hourAndMinute(int i, Numeral number) {
        boolean possible = number.first() <= LAST_HOUR && number.second() < HOUR && number.secondDigits() == 2;
        return possible ? halfOfDay(hoursEnd(i + 1, number), number.first() * HOUR + number.second(), true) : null;
    }

    /** Behind "hrs" too where so many hours are rather a time of day than a length: {@code 09:00 hrs}, {@code from 03:15 to 04:45 hrs}. */
    private int hoursEnd(int i, Numeral number) {
        boolean padded = number.firstDigits() == 2 && isEndOfRange(i - 1);
        boolean late = number.first() >= EARLIEST_BARE_H;
        boolean hours = tokens.is(i, Tag.HOUR) && number.is(Shape.COLON) && (late || padded);
        return hours ? i + 1 : oClockEnd(i);
    }

    /** "from 03:15 to" before the time. */
    private boolean isEndOfRange(int i) {
        Numeral start = tokens.numeral(i - 2);
        boolean from = tokens.is(i - 3, Tag.FROM) && tokens.is(i - 1, Tag.TO);
        return from && start.is(Shape.COLON) && start.firstDigits() == 2;
    }

    /** What may follow an hour: "o'clock", minutes behind it ("9 Uhr 30"), "et demie", "less a quarter". */
    private Clock parts(int i, int minute) {
        int to = oClockEnd(i);
        boolean exact = to > i;
        int part = tokens.isAny(to, Tag.AND, Tag.MINUS) ? to + 1 : to;
        part = tokens.isAny(part, Tag.THE, Tag.ARTICLE) ? part + 1 : part;
        boolean joined = tokens.is(to, Tag.MINUS) || (tokens.is(to, Tag.AND) && tokens.is(i - 2, Tag.CLOCK_ARTICLE));
        int share = shareAt(part, joined);
        if (share > 0) {
            return halfOfDay(part + 1, tokens.is(to, Tag.MINUS) ? minute - share : minute + share, true);
        }
        int behind = exact ? count(to) : 0;
        return isMinutes(behind) ? halfOfDay(to + 1, minute + behind, true) : halfOfDay(to, minute, exact);
    }

    /**
     * The minutes of "media", "quarto"; where they are joined to the hour, of "diez" too: "las siete menos diez", but not "5
     * less forty-five minutes".
     */
    private int shareAt(int part, boolean joined) {
        if (tokens.is(part, Tag.CLOCK_PART)) {
            return (int) Math.round(tokens.word(part).value() * HOUR);
        }
        int count = count(part);
        boolean length = tokens.isMark(part + 1, '-') || tokens.is(part + 1, Tag.MINUTE);
        return joined && !length && isMinutes(count) && count % 5 == 0 ? count : 0;
    }

    private static boolean isMinutes(int count) {
        return count > 0 && count < HOUR;
    }

    private int oClockEnd(int i) {
        return tokens.is(i, Tag.O_CLOCK) ? i + 1 : i;
    }

    /** The time with "am" behind it, if that stands there; "in the morning" settles the half, but makes no time of a number. */
    private Clock halfOfDay(int behind, int minute, boolean exact) {
        int hour = minute % Clock.HALF_DAY;
        int i = halfAt(behind);
        if (tokens.is(i, Tag.AM) || isGlued(i, 'a')) {
            return Clock.said(behind(i, Tag.AM), hour);
        }
        if (tokens.is(i, Tag.PM) || isGlued(i, 'p')) {
            return Clock.said(behind(i, Tag.PM), hour + Clock.HALF_DAY);
        }
        if (tokens.is(i, Tag.MORNING)) {
            return new Clock(behind(i, Tag.MORNING), hour, exact, Clock.Half.SAID);
        }
        if (tokens.is(i, Tag.AFTERNOON)) {
            boolean pastMidnight = hour < EARLY && tokens.is(i + 1, Tag.NIGHT);
            int afternoon = pastMidnight ? hour : hour + Clock.HALF_DAY;
            return new Clock(behind(i, Tag.AFTERNOON), afternoon, exact, Clock.Half.SAID);
        }
        return Clock.open(behind, minute, exact);
    }

    /** Behind the "'s" of "'s ochtends". */
    private int halfAt(int i) {
        boolean led = tokens.isOneOf(i, "'\u2019") && tokens.touchesPrevious(i + 1);
        return led && tokens.isAny(i + 2, Tag.MORNING, Tag.AFTERNOON) ? i + 2 : i;
    }

    /** {@code 9a}, {@code 5p}. */
    private boolean isGlued(int i, char letter) {
        return tokens.touchesPrevious(i)
                && tokens.isNumber(i - 1)
                && tokens.end(i) - tokens.start(i) == 1
                && tokens.source().charAt(tokens.start(i)) == letter;
    }

    /** One past "pm", "p.m.", "p.m" or "in the afternoon". */
    private int behind(int i, Tag half) {
        int to = i + 1;
        while (tokens.is(to, half)) {
            to++;
        }
        boolean dotted = tokens.isMark(i + 1, '.') && to > i + 1;
        return dotted && tokens.isMark(to, '.') && !tokens.isCapitalised(to + 1) ? to + 1 : to;
    }

    /** Whether a word leads to the first of two times: "from 9", "between 9". */
    boolean isLed(int i) {
        return tokens.isAny(i, Tag.FROM, Tag.BETWEEN);
    }
}
