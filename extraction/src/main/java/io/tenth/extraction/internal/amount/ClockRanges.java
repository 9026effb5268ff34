package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads clock ranges: {@code from 9:15 to 11:45}, {@code 9–11:30}, {@code 0600-1130}, {@code 9pm Saturday til 3:15am},
 * {@code nine till half past eleven}. A break that is stated behind it is taken off.
 *
 * <p>Two bare numbers are a range of hours only where the words around them say so: most pairs of numbers are pages,
 * scores and quantities.
 */
final class ClockRanges {

    /** What can stand behind the hours of a day, but not between a number and what it counts. */
    private static final Tags CLOSING = Tags.of(
            Tag.PREPOSITION,
            Tag.AND,
            Tag.OR,
            Tag.DATE_WORD,
            Tag.GERUND,
            Tag.ADVERB,
            Tag.SUBORDINATOR,
            Tag.SUBORDINATOR_OR_NOT,
            Tag.SELF,
            Tag.EACH,
            Tag.FINITE,
            Tag.ZONE);

    /** "right through to". */
    private static final int MOST_JOINTS = 3;

    /** How near to a noun the word stands that says that it is private: "visita al medico". */
    private static final int PRIVATE_LOOK = 4;

    /** In seconds. */
    private static final double LONGEST_MEAL = 2 * Units.HOUR;

    /** How far behind a range a meal with times of its own may be told: behind the work that was done in it. */
    private static final int MEAL_LOOK = 12;

    private static final int MOST_MEALS = 3;

    /** What may stand between "till" and the time that it leads to: "my sandwich at". */
    private static final int MEAL_WORDS = 2;

    private static final int LONGEST_BARE = 10 * 60;
    private static final int EARLIEST_HOUR = 7 * 60;
    private static final int HALF_AN_HOUR = 30;
    private static final int LATEST_SCORE = 7 * 60;

    /** How many tokens {@code 2026-03-10} has. */
    private static final int ISO_DATE = 5;

    /**
     * Two times with what may be said of them.
     *
     * @param from where the range begins, its "from" included
     * @param dashed whether a dash joins them rather than a word
     */
    private record Pair(int from, Clock start, Clock end, boolean dashed) {

        boolean isSaid() {
            return start.half() == Clock.Half.SAID || end.half() == Clock.Half.SAID;
        }

        boolean areBothExact() {
            return start.exact() && end.exact();
        }
    }

    private final Tokens tokens;
    private final Units units;
    private final Durations durations;
    private final Clocks clocks;
    private final Breaks breaks;
    private final StartAndEnd startAndEnd;

    ClockRanges(Tokens tokens, Quantities quantities, Units units, Durations durations) {
        this.tokens = tokens;
        this.units = units;
        this.durations = durations;
        this.clocks = new Clocks(tokens, quantities);
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
        return told != null && from(i, told, isLed(i)) != null ? told : clocks.hour(first);
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
        boolean alone = range == null && !isLed(i) && !isPartOfCode(i);
        return alone ? startAndEnd.at(i) : range;
    }

    /** The range of two times with nothing but a joint between them, or null. */
    private @Nullable Amount between(int i) {
        boolean led = isLed(i);
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
        boolean led = isLed(i);
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
        boolean counts = isCount(end) || isCountOfHours(i, start, end) || isLengthBeforeNumber(i, start, end);
        if (counts || isContinued(end.to()) || isPartOfMany(i, start, end)) {
            return null;
        }
        var whole = Amount.clock(i, end.to(), start.until(end));
        boolean credible = isCredible(new Pair(i, start, end, dashed));
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

    /** Whether a unit follows, so that the numbers count: "2 to 3 full hours". */
    private boolean isCount(Clock end) {
        int i = end.to();
        return units.anyWorth(units.place(i)) > 0
                || tokens.isOneOf(i, "%$€£°")
                || tokens.is(i, Tag.MONEY)
                || (tokens.is(i, Tag.MONTH) && !end.exact());
    }

    /** "a quarter of 10 to 12 boxes": the word that joins the quarter to an hour joins it to any number. */
    private boolean isPartOfMany(int i, Clock start, Clock end) {
        boolean part = tokens.has(i, start.to(), Tag.FRACTION) && tokens.has(i, start.to(), Tag.OF);
        return part && !end.exact() && !closes(end.to());
    }

    /** "2 tot 3 uur": the word behind the hour is a unit as well, and a range of so few hours rather a length. */
    private boolean isCountOfHours(int i, Clock start, Clock end) {
        if (isBetweenLengths(i, start, end)) {
            return true;
        }
        int last = end.to() - 1;
        while (tokens.isAny(last, Tag.MORNING, Tag.AFTERNOON) && tokens.is(last, Tag.DATE_WORD)) {
            last--;
        }
        boolean both = tokens.is(last, Tag.O_CLOCK) && tokens.is(last, Tag.HOUR);
        boolean led = tokens.is(i, Tag.FROM) && (!tokens.is(i, Tag.OF) || tokens.is(i, Tag.CLOCK_ARTICLE));
        return both && !start.exact() && !led && start.minute() < EARLIEST_HOUR;
    }

    /** "trois heures à deux", "tres horas a los dos": a length and how many had it, since no range so written goes round the clock. */
    private boolean isLengthBeforeNumber(int i, Clock start, Clock end) {
        return tokens.is(start.to() - 1, Tag.HOUR)
                && !isLed(i)
                && !tokens.is(end.to() - 1, Tag.O_CLOCK)
                && !end.exact()
                && end.minute() < start.minute()
                && start.minute() < EARLIEST_HOUR;
    }

    /** "entre trois heures et trois heures et demie": two lengths, half an hour apart as people round them; others are times of day. */
    private boolean isBetweenLengths(int i, Clock start, Clock end) {
        boolean hours = tokens.is(start.to() - 1, Tag.HOUR) && tokens.find(start.to(), end.to(), Tag.HOUR) >= 0;
        return hours
                && tokens.is(i, Tag.BETWEEN)
                && !tokens.isAny(i + 1, Tag.THE, Tag.CLOCK_ARTICLE)
                && !tokens.isAny(end.to() - 1, Tag.MORNING, Tag.AFTERNOON)
                && start.minute() < EARLIEST_HOUR
                && start.until(end) == HALF_AN_HOUR;
    }

    /** Within a date, a telephone number or an amount of money. */
    private boolean isPartOfCode(int i) {
        boolean glued = tokens.touchesPrevious(i) && !tokens.isBreak(i - 1) && !tokens.isOneOf(i - 1, "(:,;[|\"'“‘~=>");
        return glued || tokens.is(i - 1, Tag.MONEY) || tokens.isOneOf(i - 1, "$€£#");
    }

    private boolean isContinued(int i) {
        return tokens.touchesPrevious(i)
                && (tokens.isWord(i)
                        || (tokens.isOneOf(i, "-/.–") && tokens.touchesPrevious(i + 1) && tokens.isNumber(i + 1)));
    }

    private boolean isCredible(Pair pair) {
        int first = isLed(pair.from()) ? pair.from() + 1 : pair.from();
        boolean said =
                pair.start().half() == Clock.Half.SAID || tokens.numeral(first).is(Shape.COLON);
        if (!said && isReferenced(pair.from())) {
            return false;
        }
        if (isEmpty(pair)) {
            return false;
        }
        if (pair.start().exact() || pair.end().exact()) {
            return pair.areBothExact() || isHalfCredible(pair, first);
        }
        return isBareCredible(pair);
    }

    /** {@code 9am - 9am}, and {@code 9:00-9:00} as a form has it that nobody filled in: no time, or a whole day. */
    private static boolean isEmpty(Pair pair) {
        boolean same = pair.start().minute() == pair.end().minute();
        return same && pair.areBothExact() && (pair.dashed() || pair.isSaid());
    }

    /** One time is exact; a word for the other needs more than a dash: "item two - 3:15". */
    private boolean isHalfCredible(Pair pair, int first) {
        boolean item = tokens.isWord(first) && pair.dashed() && !pair.start().exact() && !isLed(pair.from());
        boolean counts = !pair.end().exact() && tokens.is(pair.end().to(), Tag.MEASURE);
        return !item && !counts && !isToNoon(pair) && !isTelephone(pair, first);
    }

    /** "15 to noon": minutes before an hour, since no range so written is as long as from 15:00 to the next noon. */
    private static boolean isToNoon(Pair pair) {
        boolean counted = !pair.start().exact() && pair.start().half() == Clock.Half.COUNTED;
        return counted && pair.start().until(pair.end()) > Clock.HALF_DAY;
    }

    /** {@code 555-0145}, {@code 555-1234}, {@code 3-0643}: digits beside four that nobody writes of a time so. */
    private boolean isTelephone(Pair pair, int first) {
        int digits = tokens.numeral(first).firstDigits();
        int last = pair.end().to() - 1;
        boolean padded =
                tokens.numeral(last).firstDigits() == 4 && tokens.source().charAt(tokens.start(last)) == '0';
        boolean three = digits == 3 && pair.end().minute() % 5 != 0;
        return three || isFile(first, last) || (padded && (digits == 3 || digits == 1));
    }

    /** {@code 2204-11}: the number of a matter. */
    private boolean isFile(int first, int last) {
        return tokens.numeral(first).is(Shape.WHOLE)
                && tokens.numeral(last).is(Shape.WHOLE)
                && tokens.numeral(first).firstDigits() == 4
                && tokens.numeral(last).firstDigits() == 2
                && tokens.touchesPrevious(last);
    }

    private boolean isBareCredible(Pair pair) {
        int first = isLed(pair.from()) ? pair.from() + 1 : pair.from();
        boolean changed = tokens.is(pair.from() - 1, Tag.CHANGE) || tokens.is(pair.from() - 2, Tag.CHANGE);
        boolean till = isTill(pair);
        return (!changed || till)
                && durations.at(first) == null
                && (closes(pair.end().to()) || isBeforeItsWork(pair))
                && (pair.isSaid() ? isPlaced(pair) : arePlainHours(pair));
    }

    /** "went from 9 till 1": a word that no change of a number has, as "from 9 to 1" may be one. */
    private boolean isTill(Pair pair) {
        return isLed(pair.from()) && tokens.is(pair.start().to(), Tag.UNTIL);
    }

    private boolean arePlainHours(Pair pair) {
        return areBareHours(pair.start(), pair.end())
                && (isLed(pair.from()) || isBesideWork(pair.from()) || isAlone(pair));
    }

    /** "9-5" as all that a line begins with: an inspection asks what it can be; from "1-2" on it is rather a score. */
    private boolean isAlone(Pair pair) {
        boolean first = tokens.isBreak(pair.from() - 1) && tokens.isNumber(pair.from());
        return units.areAll() && first && pair.start().minute() >= EARLIEST_HOUR;
    }

    private boolean isPlaced(Pair pair) {
        return units.areAll() || isLed(pair.from()) || isBesideWork(pair.from());
    }

    private boolean isLed(int i) {
        return tokens.isAny(i, Tag.FROM, Tag.BETWEEN);
    }

    /** "page 9-11"; between two of them it would be a plural: "at the table between 1.15 and 2.35". */
    private boolean isReferenced(int i) {
        boolean one = tokens.is(i, Tag.BETWEEN) && !tokens.text(i - 1).endsWith("s");
        return tokens.is(i - 1, Tag.REFERENCE) && !tokens.isBreak(i - 1) && !one;
    }

    private static boolean areBareHours(Clock start, Clock end) {
        boolean score = end.minute() < start.minute() && start.minute() <= LATEST_SCORE;
        return start.minute() % 60 == 0
                && end.minute() % 60 == 0
                && start.minute() > 0
                && end.minute() > 0
                && !score
                && start.until(end) <= LONGEST_BARE;
    }

    /** Whether no noun follows that the numbers would count. */
    private boolean closes(int i) {
        if (tokens.isWord(i)) {
            return tokens.isAny(i, CLOSING);
        }
        return !tokens.isNumber(i) && !tokens.isOneOf(i, "-/%+*=$€£°");
    }

    /** "dalle 9 alle 11 udienza", "de las 9 a las 11 vista": articles make hours of the numbers, which count no single thing. */
    private boolean isBeforeItsWork(Pair pair) {
        int noun = pair.end().to();
        return tokens.is(pair.start().to() - 2, Tag.CLOCK_ARTICLE)
                && tokens.is(noun - 2, Tag.CLOCK_ARTICLE)
                && tokens.is(noun, Tag.WORK)
                && !tokens.is(noun + 1, Tag.OF)
                && !tokens.has(noun, noun + PRIVATE_LOOK, Tag.PERSONAL)
                && !Manifold.isPlural(tokens, noun);
    }

    /** Whether what stands before two bare numbers is work, a day or a heading: "worked 9-5", "Mon 9 to 11", "Open: 9-5". */
    private boolean isBesideWork(int i) {
        boolean verbs = tokens.language().has(Habit.VERB_LAST);
        boolean work = tokens.is(i - 1, Tag.WORK) && (!verbs || tokens.is(i - 1, Tag.PAST));
        return work || tokens.isAny(i - 1, Tag.DATE_WORD, Tag.SPEND, Tag.HOUR) || tokens.isMark(i - 1, ':');
    }
}
