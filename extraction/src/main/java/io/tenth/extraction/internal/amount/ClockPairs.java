package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells a pair of times from a pair of numbers: pages, scores, telephone numbers and quantities look the same, and only the words
 * around them say which they are.
 */
final class ClockPairs {

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

    /** How near to a noun the word stands that says that it is private: "visita al medico". */
    private static final int PRIVATE_LOOK = 4;

    private static final int LONGEST_BARE = 10 * 60;
    private static final int EARLIEST_HOUR = 7 * 60;
    private static final int HALF_AN_HOUR = 30;
    private static final int LATEST_SCORE = 7 * 60;

    private final Tokens tokens;
    private final Units units;
    private final Durations durations;
    private final Clocks clocks;

    ClockPairs(Tokens tokens, Units units, Durations durations, Clocks clocks) {
        this.tokens = tokens;
        this.units = units;
        this.durations = durations;
        this.clocks = clocks;
    }

    /** Whether the numbers count something, whatever stands around them, or are part of something longer. */
    boolean isCount(ClockPair pair) {
        int i = pair.from();
        Clock start = pair.start();
        Clock end = pair.end();
        return isBeforeUnit(end)
                || isCountOfHours(i, start, end)
                || isLengthBeforeNumber(i, start, end)
                || isContinued(end.to())
                || isPartOfMany(i, start, end);
    }

    /** Whether a unit follows, so that the numbers count: "2 to 3 full hours". */
    private boolean isBeforeUnit(Clock end) {
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
                && !clocks.isLed(i)
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

    private boolean isContinued(int i) {
        return tokens.touchesPrevious(i)
                && (tokens.isWord(i)
                        || (tokens.isOneOf(i, "-/.–") && tokens.touchesPrevious(i + 1) && tokens.isNumber(i + 1)));
    }

    boolean isCredible(ClockPair pair) {
        int first = clocks.isLed(pair.from()) ? pair.from() + 1 : pair.from();
        boolean said =
                pair.start().half() == Clock.Half.SAID || tokens.numeral(first).is(Shape.COLON);
        if ((!said && isReferenced(pair.from())) || isEmpty(pair)) {
            return false;
        }
        if (pair.start().exact() || pair.end().exact()) {
            return pair.areBothExact() || isHalfCredible(pair, first);
        }
        return isBareCredible(pair);
    }

    /** {@code 9am - 9am}, and {@code 9:00-9:00} as a form has it that nobody filled in: no time, or a whole day. */
    private static boolean isEmpty(ClockPair pair) {
        boolean same = pair.start().minute() == pair.end().minute();
        return same && pair.areBothExact() && (pair.dashed() || pair.isSaid());
    }

    /** One time is exact; a word for the other needs more than a dash: "item two - 3:15". */
    private boolean isHalfCredible(ClockPair pair, int first) {
        boolean item = tokens.isWord(first) && pair.dashed() && !pair.start().exact() && !clocks.isLed(pair.from());
        boolean counts = !pair.end().exact() && tokens.is(pair.end().to(), Tag.MEASURE);
        return !item && !counts && !isToNoon(pair) && !isTelephone(pair, first);
    }

    /** "15 to noon": minutes before an hour, since no range so written is as long as from 15:00 to the next noon. */
    private static boolean isToNoon(ClockPair pair) {
        boolean counted = !pair.start().exact() && pair.start().half() == Clock.Half.COUNTED;
        return counted && pair.start().until(pair.end()) > Clock.HALF_DAY;
    }

    /** {@code 555-0145}, {@code 555-1234}, {@code 3-0643}: digits beside four that nobody writes of a time so. */
    private boolean isTelephone(ClockPair pair, int first) {
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

    private boolean isBareCredible(ClockPair pair) {
        int first = clocks.isLed(pair.from()) ? pair.from() + 1 : pair.from();
        boolean changed = tokens.is(pair.from() - 1, Tag.CHANGE) || tokens.is(pair.from() - 2, Tag.CHANGE);
        boolean till = isTill(pair);
        return (!changed || till)
                && durations.at(first) == null
                && (closes(pair.end().to()) || isBeforeItsWork(pair))
                && (pair.isSaid() ? isPlaced(pair) : arePlainHours(pair));
    }

    /** "went from 9 till 1": a word that no change of a number has, as "from 9 to 1" may be one. */
    private boolean isTill(ClockPair pair) {
        return clocks.isLed(pair.from()) && tokens.is(pair.start().to(), Tag.UNTIL);
    }

    private boolean arePlainHours(ClockPair pair) {
        return areBareHours(pair.start(), pair.end())
                && (clocks.isLed(pair.from())
                        || isBesideWork(pair.from())
                        || isAlone(pair)
                        || (isApart(pair) && isBesideRange(pair.end().to())));
    }

    /** What no word is before: of "items 9-12, 14:00-14:30" the first is no time. */
    private boolean isApart(ClockPair pair) {
        return !tokens.isWord(pair.from() - 1) && !tokens.isMark(pair.from() - 1, '.');
    }

    /** "9-12 and 1-2:30", "9-12, 13:00-14:30": what stands beside a range of exact times is one as well. */
    private boolean isBesideRange(int joint) {
        boolean joined = tokens.isMark(joint, ',') || tokens.is(joint, Tag.AND);
        Clock start = joined ? clocks.hour(joint + 1) : null;
        if (start == null || !units.isHyphen(start.to())) {
            return false;
        }
        Clock end = clocks.hour(start.to() + 1);
        return end != null && (end.exact() || start.exact()) && !isContinued(end.to());
    }

    /** "9-5" as all that a line begins with: an inspection asks what it can be; from "1-2" on it is rather a score. */
    private boolean isAlone(ClockPair pair) {
        boolean first = tokens.isBreak(pair.from() - 1) && tokens.isNumber(pair.from());
        return units.areAll() && first && pair.start().minute() >= EARLIEST_HOUR;
    }

    private boolean isPlaced(ClockPair pair) {
        return units.areAll() || clocks.isLed(pair.from()) || isBesideWork(pair.from());
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
    private boolean isBeforeItsWork(ClockPair pair) {
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
