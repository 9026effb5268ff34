package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads clock ranges: {@code from 9:15 to 11:45}, {@code 9–11:30}, {@code 0600-1130}, {@code 9pm Saturday til 3:15am},
 * {@code nine till half past eleven}. A break that is stated behind it is taken off.
 *
 * <p>{@link ClockPairs} says which pairs are times: most pairs of numbers are pages, scores and quantities.
 */
final class ClockRanges {

    /** "right through to". */
    private static final int MOST_JOINTS = 3;

    /** In seconds. */
    private static final double LONGEST_MEAL = 2 * Units.HOUR;

    /** How far behind a range a meal with times of its own may be told: behind the work that was done in it. */
    private static final int MEAL_LOOK = 12;

    private static final int MOST_MEALS = 3;

    /** What may stand between "till" and the time that it leads to: "my sandwich at". */
    private static final int MEAL_WORDS = 2;

    /** How many tokens {@code 2026-03-10} has. */
    private static final int ISO_DATE = 5;

    private final Tokens tokens;
    private final Units units;
    private final Clocks clocks;
    private final ClockPairs pairs;
    private final Breaks breaks;
    private final StartAndEnd startAndEnd;

    ClockRanges(Tokens tokens, Quantities quantities, Units units, Durations durations) {
        this.tokens = tokens;
        this.units = units;
        this.clocks = new Clocks(tokens, quantities);
        this.pairs = new ClockPairs(tokens, units, durations, clocks);
        this.breaks = new Breaks(tokens, quantities, durations);
        this.startAndEnd = new StartAndEnd(tokens, clocks, breaks, this::meal);
    }

    /** The range that begins at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        Amount range = whole(i);
        return range == null ? null : withoutMeals(range);
    }

    /** "9:40 to 2:10, lunch 12 to 12:45", "von 8 bis 17 Uhr am Plan, von 12 bis 13 Uhr Mittag": without the breaks whose own times follow. */
    private Amount withoutMeals(Amount range) {
        Amount worked = range;
        for (int meals = 0; meals < MOST_MEALS; meals++) {
            Amount less = withoutMeal(worked);
            if (less.equals(worked)) {
                return worked;
            }
            worked = less;
        }
        return worked;
    }

    private Amount withoutMeal(Amount range) {
        for (int i = range.to(); i < range.to() + MEAL_LOOK && !tokens.isBreak(i) && !tokens.isOneOf(i, ".;?!"); i++) {
            boolean joint = i == range.to() || tokens.isOneOf(i - 1, ",(") || tokens.isAny(i - 1, Tag.LESS, Tag.AND);
            Amount pause = joint ? meal(i) : null;
            if (pause != null && isShort(pause, range) && isWithin(pause, range)) {
                return new Amount(range.from(), pause.to(), range.seconds() - pause.seconds(), range.kind());
            }
        }
        return range;
    }

    private static boolean isShort(Amount pause, Amount range) {
        return pause.seconds() <= Math.min(LONGEST_MEAL, range.seconds() / 2);
    }

    /** "von 8 bis 12 Uhr, Mittag von 12 bis 13 Uhr": a break behind the range is no part of it. */
    private boolean isWithin(Amount pause, Amount range) {
        Clock start = startOf(range.from());
        Clock rest = startOf(tokens.is(pause.from(), Tag.PAUSE) ? pauseEnd(pause.from()) : pause.from());
        if (start == null || rest == null) {
            return true;
        }
        int since = Math.floorMod(rest.minute() - start.minute(), Clock.HALF_DAY);
        return (since * Units.MINUTE + pause.seconds()) <= range.seconds();
    }

    private @Nullable Clock startOf(int i) {
        int first = first(i);
        Clock told = clocks.told(first);
        return told != null && from(i, told, clocks.isLed(i)) != null ? told : clocks.hour(first);
    }

    private int pauseEnd(int i) {
        return tokens.isMark(i + 1, ':') ? i + 2 : i + 1;
    }

    /** "lunch 12 to 12:45", "lunch from 12 to 1", "von 12 bis 13 Uhr gegessen": a range with the name of a break before or behind it; or null. */
    private @Nullable Amount meal(int i) {
        if (tokens.is(i, Tag.PAUSE)) {
            int behind = pauseEnd(i);
            Amount named = between(behind);
            named = named == null && !tokens.isNumber(behind) ? between(behind + 1) : named;
            return named == null ? null : named.at(i, named.to());
        }
        Amount range = tokens.is(i, Tag.FROM) || tokens.isNumber(i) ? between(i) : null;
        return range != null && tokens.is(range.to(), Tag.PAUSE) ? range.at(i, range.to() + 1) : null;
    }

    private @Nullable Amount whole(int i) {
        Amount range = between(i);
        boolean alone = range == null && !clocks.isLed(i) && !isPartOfCode(i);
        return alone ? startAndEnd.at(i) : range;
    }

    /** The range of two times with nothing but a joint between them, or null. */
    private @Nullable Amount between(int i) {
        boolean led = clocks.isLed(i);
        int first = first(i);
        if (isPartOfCode(first)) {
            return null;
        }
        Clock told = clocks.told(first);
        Amount range = told == null ? null : from(i, told, led);
        if (range != null) {
            return range;
        }
        Clock plain = clocks.hour(first);
        return plain == null ? null : from(i, plain, led);
    }

    /** Where the first time stands: behind "from", "from the". */
    private int first(int i) {
        boolean led = clocks.isLed(i);
        return led ? dayStart(tokens.is(i + 1, Tag.THE) ? i + 2 : i + 1) : i;
    }

    /** {@code 2026-03-10 09:30 - 2026-03-10 10:45}: one past the day that is written again before the second time. */
    private int behindSameDay(int start, int i) {
        int length = tokens.numeral(i).third() > 0 ? 1 : isYearFirst(i) ? ISO_DATE : 0;
        boolean again =
                length > 0 && start >= length && tokens.text(i, i + length).equals(tokens.text(start - length, start));
        return again ? i + length : i;
    }

    /** {@code 2026-03-10}. */
    private boolean isYearFirst(int i) {
        return tokens.numeral(i).firstDigits() == 4
                && tokens.isTouching(i + 1, '-')
                && tokens.isNumber(i + 2)
                && tokens.isTouching(i + 3, '-')
                && tokens.isNumber(i + 4);
    }

    /** Behind "gestern", "heute" before a time: "von gestern 21:30 bis heute 2:00". */
    private int dayStart(int i) {
        boolean day =
                tokens.isAny(i, Tag.YESTERDAY, Tag.TODAY) && !tokens.phrase(i).has(Tag.DATE_WORD);
        return day && tokens.isNumber(i + 1) ? i + 1 : i;
    }

    private @Nullable Amount from(int i, Clock start, boolean led) {
        int join = dayEnd(zoneEnd(start));
        int next = joinEnd(join, led);
        if (next == join) {
            return null;
        }
        next = behindSameDay(i, next);
        boolean dashed = units.isHyphen(next - 1);
        Clock told = clocks.told(next);
        Amount range = told == null ? null : between(i, start, told, dashed);
        if (range != null) {
            return range;
        }
        Clock plain = clocks.hour(next);
        return plain == null ? null : between(i, start, plain, dashed);
    }

    private @Nullable Amount between(int i, Clock start, Clock end, boolean dashed) {
        var pair = new ClockPair(i, start, end, dashed);
        if (pairs.isCount(pair)) {
            return null;
        }
        var whole = Amount.clock(i, end.to(), start.until(end));
        boolean credible = pairs.isCredible(pair);
        Amount worked = breaks.takenOff(whole, credible);
        return credible || !worked.equals(whole) ? worked : null;
    }

    /** One past the zone behind a time: "9:00 CET to". */
    private int zoneEnd(Clock time) {
        return time.exact() && tokens.is(time.to(), Tag.ZONE) ? time.to() + 1 : time.to();
    }

    /** One past a day behind a time: "9pm Saturday til", "9 pm on Monday to", "8:30 last evening until". */
    private int dayEnd(int i) {
        int day = tokens.is(i, Tag.DATE_LEAD) && !tokens.is(i, Tag.TO) ? i + 1 : i;
        if (tokens.is(day, Tag.MONTH) && tokens.isNumber(day + 1)) {
            return day + 2;
        }
        if (tokens.isAny(day, Tag.LAST, Tag.YESTERDAY) && tokens.is(day + 1, Tag.NIGHT)) {
            return day + 2;
        }
        boolean phrase = tokens.phrase(day).has(Tag.DATE_WORD) && tokens.phrase(day + 1) == tokens.phrase(day);
        return tokens.is(day, Tag.DATE_WORD) ? day + (phrase ? 2 : 1) : i;
    }

    /** One past the words or signs between two times, or {@code i} where there are none. */
    private int joinEnd(int i, boolean led) {
        int to = led && tokens.is(i, Tag.AND) ? i + 1 : i;
        for (int words = 0; words < MOST_JOINTS && (units.isHyphen(to) || tokens.is(to, Tag.TO)); words++) {
            to++;
        }
        return to == i ? i : leadEnd(to);
    }

    /** One past the words that lead from the joint to the second time, or {@code to}. */
    private int leadEnd(int to) {
        int event = tokens.is(to - 1, Tag.UNTIL) ? eventEnd(to) : to;
        if (event > to) {
            return event;
        }
        int soft = tokens.isAny(to, Tag.THE, Tag.ADVERB) ? to + 1 : to;
        boolean told = tokens.is(soft, Tag.CLOCK_LEAD);
        return told ? soft + 1 : tokens.is(to, Tag.THE) ? to + 1 : dayStart(to);
    }

    /** One past what the second time is of, up to its "at", or {@code i}: "till my sandwich at 11", "until just now, 4.30". */
    private int eventEnd(int i) {
        int now = tokens.is(i, Tag.ADVERB) ? i + 1 : i;
        if (tokens.is(now, Tag.ADVERB) && tokens.isMark(now + 1, ',')) {
            return now + 2;
        }
        for (int at = i + 2; tokens.isAny(i, Tag.MINE, Tag.THE) && at <= i + 1 + MEAL_WORDS; at++) {
            if (tokens.is(at, Tag.PREPOSITION) && tokens.isNumber(at + 1) && isTimeOfEvent(at)) {
                return at + 1;
            }
        }
        return i;
    }

    /** The "at 11" of an event, and not "with 11 lawyers". */
    private boolean isTimeOfEvent(int at) {
        return !tokens.isAny(at, Tag.WITH_SLASH, Tag.OF, Tag.LASTING) && !Manifold.isPlural(tokens, at + 2);
    }

    /** Within a date, a telephone number or an amount of money. */
    private boolean isPartOfCode(int i) {
        boolean glued = tokens.touchesPrevious(i) && !tokens.isBreak(i - 1) && !tokens.isOneOf(i - 1, "(:,;[|\"'“‘~=>");
        return glued || tokens.is(i - 1, Tag.MONEY) || tokens.isOneOf(i - 1, "$€£#");
    }
}
