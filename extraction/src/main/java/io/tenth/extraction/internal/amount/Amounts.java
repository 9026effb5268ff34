package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every amount of time in a text, whatever it is of. */
public final class Amounts {

    /**
     * A message with more amounts than this is a data file, and the rest of it is left alone: whoever writes one line a
     * minute, all day, for a week has fewer. Reading stays linear beyond it; the limit is there because every amount is
     * judged beside its neighbours and would become a proposal that a person has to look at.
     */
    private static final int MOST = 4000;

    /** Whole hours before a point, at most. */
    private static final int MOST_BROKEN = 12;

    /** What stands before a length of time, and before no number of a list, a page or a day. */
    private static final Tags BEFORE_LENGTH = Tags.of(Tag.SPEND, Tag.TAKE, Tag.APPROXIMATE, Tag.ME, Tag.BE);

    private static final Tags STARTS = Tags.of(Tag.STARTS_AMOUNT, Tag.HOUR, Tag.MINUTE, Tag.DAY);

    private static final int EACH_LOOK = 10;

    private static final Tags BEHIND_APART = Tags.of(Tag.PREPOSITION, Tag.AND, Tag.FINITE, Tag.DATE_WORD, Tag.ADVERB);

    private static final int SECONDS_IN_CALENDAR_DAY = 24 * 60 * 60;

    private final Tokens tokens;
    private final Dates dates;
    private final Units units;
    private final Durations durations;
    private final ClockRanges clocks;
    private final WorkingDays days;
    private final BareNumbers bare;
    private final Gapped gapped;
    private final SharedUnits shared;
    private final Products products;
    private final Comparisons comparisons;
    private final int secondsInDay;

    private Amounts(Tokens tokens, Dates dates, boolean allUnits, int secondsInDay) {
        var quantities = new Quantities(tokens);
        this.tokens = tokens;
        this.dates = dates;
        this.units = new Units(tokens, allUnits);
        this.durations = new Durations(tokens, quantities, units);
        this.clocks = new ClockRanges(tokens, quantities, units, durations);
        this.days = new WorkingDays(tokens, quantities, units, secondsInDay);
        this.bare = new BareNumbers(tokens, quantities);
        this.gapped = new Gapped(tokens, quantities);
        this.shared = new SharedUnits(tokens, dates, quantities);
        this.secondsInDay = secondsInDay;
        this.products = new Products(tokens, quantities, units);
        this.comparisons = new Comparisons(tokens);
    }

    /** The amounts of a text that can be of work, in order; what lies inside a date, or rounds to no minute, is none. */
    public static List<Amount> in(Tokens tokens, Dates dates, int secondsInDay) {
        List<Amount> amounts = new Amounts(tokens, dates, false, secondsInDay).find(MOST);
        amounts.removeIf(amount -> amount.minutes() <= 0);
        return amounts;
    }

    /** The amounts of a text in every unit from milliseconds to years, a day having 24 hours; no number without a unit. */
    public static List<Amount> ofAnything(Tokens tokens, Dates dates) {
        return new Amounts(tokens, dates, true, SECONDS_IN_CALENDAR_DAY).find(Integer.MAX_VALUE);
    }

    private List<Amount> find(int most) {
        List<Amount> found = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < tokens.size() && found.size() < most; i = Math.max(end, i + 1)) {
            Amount amount = isStart(i) ? at(i) : null;
            if (amount != null && isStated(amount, found)) {
                Amount product = products.multiplied(amount);
                if (product.equals(amount) && isRateOfPeriod(amount)) {
                    end = amount.to();
                    continue;
                }
                Amount stated = product.from() < end ? amount : product;
                int times = units.areAll() ? 1 : products.activities(stated);
                found.addAll(Collections.nCopies(times, stated));
                end = Math.max(amount.to(), stated.to());
            }
        }
        return found;
    }

    /** "five hours a week", of no number of weeks. */
    private boolean isRateOfPeriod(Amount amount) {
        return !units.areAll() && amount.is(Amount.Kind.DURATION) && products.isPerPeriod(amount.to());
    }

    private boolean isPurpose(Amount amount, List<Amount> before) {
        return !units.areAll() && !before.isEmpty() && comparisons.isPurpose(amount, before.getLast());
    }

    private boolean isStated(Amount amount, List<Amount> before) {
        return !isPurpose(amount, before)
                && !isBetweenThings(amount)
                && !isPartOfCode(amount)
                && !isTimeOfDate(amount)
                && !isTakenAway(amount)
                && !isBroken(amount)
                && !isCountOfDays(amount);
    }

    /** "due visite a tre ore l'una dall'altra", "distano l'una dall'altra tre ore": how far things lie from each other. */
    private boolean isBetweenThings(Amount amount) {
        if (units.areAll()) {
            return false;
        }
        if (comparisons.isDifference(amount)) {
            return true;
        }
        int lead = amount.from() - 1;
        boolean before = isApart(tokens.is(lead, Tag.PREPOSITION) && !tokens.is(lead, Tag.APART) ? lead - 1 : lead);
        int to = amount.to();
        while (isApart(to)) {
            to++;
        }
        boolean behind = to > amount.to() && !tokens.is(amount.to(), Tag.LESS);
        return before || (behind && (!tokens.isWord(to) || tokens.isAny(to, BEHIND_APART)));
    }

    /** "apart", and not the word that a comparison goes on with. */
    private boolean isApart(int i) {
        return tokens.is(i, Tag.APART) && !tokens.is(i, Tag.SUBORDINATOR);
    }

    /** "an drei Tagen jeweils zwei Stunden": how many days the amount behind it was worked on, and none of them whole. */
    private boolean isCountOfDays(Amount amount) {
        boolean counts = amount.is(Amount.Kind.DAYS)
                && amount.seconds() > secondsInDay
                && tokens.language().has(Habit.VERB_LAST)
                && tokens.is(amount.from() - 1, Tag.PREPOSITION);
        for (int i = amount.to(); counts && i < amount.to() + EACH_LOOK && tokens.isWord(i); i++) {
            if (tokens.is(i, Tag.EACH)) {
                return isStart(i + 1);
            }
        }
        return false;
    }

    /** Letters or digits run into it on either side: a piece of an address or of a code. */
    private boolean isPartOfCode(Amount amount) {
        int last = amount.from() - 1;
        boolean before = tokens.touchesPrevious(amount.from())
                && (isSlip(last) || (tokens.isWord(last) && !isElided(last)) || tokens.isNumber(last))
                && !tokens.is(last, Tag.TIMES);
        return before || (tokens.touchesPrevious(amount.to()) && tokens.isNumber(amount.to()));
    }

    /** The article or preposition of {@code d'une heure}, {@code l'heure et demie}, which runs into its word by rule. */
    private boolean isElided(int word) {
        char end = tokens.source().charAt(tokens.end(word) - 1);
        return tokens.language().has(Habit.ELISION) && (end == '\'' || end == '\u2019');
    }

    /** The two dots of {@code 1..5 hours}, which may be one and a half, one to five or five. */
    private boolean isSlip(int dot) {
        return tokens.isTouching(dot, '.') && tokens.isTouching(dot - 1, '.') && tokens.isNumber(dot - 2);
    }

    /** {@code took 1.} at the end of a line, and {@code 5 hours} on the next: a decimal that was broken, and 5 hours are wrong. */
    private boolean isBroken(Amount amount) {
        int dot = amount.from() - 2;
        if (!tokens.isBreak(dot + 1) || !tokens.isTouching(dot, '.') || !tokens.isNumber(amount.from())) {
            return false;
        }
        Numeral number = tokens.numeral(dot - 1);
        int lead = dot - 2;
        return number.is(Shape.WHOLE)
                && number.first() <= MOST_BROKEN
                && (lead < 0 || tokens.isMark(lead, ':') || tokens.isAny(lead, BEFORE_LENGTH));
    }

    /** {@code Brief review: -1.5 hours}: a minus within a line takes time away; a dash before a blank or at its start does not. */
    private boolean isTakenAway(Amount amount) {
        int sign = amount.from() - 1;
        return tokens.isMark(sign, '-')
                && tokens.touchesPrevious(amount.from())
                && sign > 0
                && !tokens.isBreak(sign - 1)
                && !tokens.touchesPrevious(sign);
    }

    /** {@code 02/20/2001 06:28:27}: right behind a day it is the time of that day. */
    private boolean isTimeOfDate(Amount amount) {
        return tokens.numeral(amount.from()).is(Shape.TIMER) && dates.covering(amount.from() - 1) != null;
    }

    private boolean isStart(int i) {
        return tokens.isNumber(i) || tokens.isAny(i, STARTS) || Notations.startsAt(tokens, i);
    }

    private @Nullable Amount at(int i) {
        if (dates.covering(i) != null) {
            return null;
        }
        Amount clock = clocks.at(i);
        if (clock != null || units.isRate(i)) {
            return clock;
        }
        Amount duration = durations.at(i);
        Amount stated = duration == null ? days.at(i) : duration;
        if (stated != null || units.areAll()) {
            return stated == null ? null : counted(stated);
        }
        return withoutUnit(i);
    }

    private @Nullable Amount withoutUnit(int i) {
        Amount charged = bare.charged(i);
        Amount number = charged == null && tokens.isNumber(i) ? bare.at(i) : charged;
        Amount told = number == null ? gapped.at(i) : number;
        return told == null ? shared.at(i) : told;
    }

    /** "all day (9.0 hours)", "5 days x 8 hours", "three days of six hours": the hours behind the days are theirs. */
    private Amount counted(Amount stated) {
        int sign = stated.to();
        boolean times = tokens.isAny(sign, Tag.TIMES, Tag.EACH, Tag.OF);
        boolean told = tokens.is(sign - 1, Tag.DAY) && (times || tokens.isMark(sign, '('));
        Amount hours = told ? durations.at(sign + 1) : null;
        if (hours == null) {
            return stated;
        }
        if (times) {
            return hours.at(stated.from(), hours.to()).times(stated.seconds() / secondsInDay);
        }
        return tokens.isMark(hours.to(), ')') ? hours.at(stated.from(), hours.to() + 1) : stated;
    }
}
