package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts that name their unit: {@code 2.5 hours}, {@code 1h30}, {@code an hour and a half}, {@code 2-3 hours}
 * (the lower bound), {@code three tenths}, {@code 4 units}.
 */
final class Durations {

    private static final int BETWEEN_LOOK = 8;

    /** How much of a clause is read that says what became of an hour. */
    private static final int CLAUSE_LOOK = 7;

    /** Words before a count of hours that no noun is: it would be numbered by the count. */
    private static final Tags BEFORE_HOURS = Tags.of(
            Tag.SPEND,
            Tag.TAKE,
            Tag.BE,
            Tag.HAVE,
            Tag.SELF,
            Tag.ME,
            Tag.ADVERB,
            Tag.APPROXIMATE,
            Tag.DATE_WORD,
            Tag.LASTING);

    /** From here on {@code 8.30 uur} is a time of day and no length. */
    private static final int EARLIEST_POINT = 7;

    private static final int AFTERNOON = 13;

    /** What leads to a length of time, or to what was done in it. */
    private static final Tags NO_TIME_BEHIND = Tags.of(Tag.LASTING, Tag.OF, Tag.MATTER_LEAD, Tag.LESS, Tag.BETWEEN);

    private static final int MOST_HOURS = 12;

    /** In seconds: what is taken off an amount in the same breath is minutes, hardly hours. */
    private static final double MOST_TAKEN_OFF = 2 * Units.HOUR;

    /** Between "two to five hours" nobody leaves more hours open. */
    private static final int WIDEST = 3;

    /** How far before a part of it the whole is looked for. */
    private static final int WHOLE_LOOK = 40;

    private final Tokens tokens;
    private final Quantities quantities;
    private final Units units;
    private final Compounds compounds;
    private final Shortfalls shortfalls;
    private final UnitFirst unitFirst;
    private final Notations notations;
    private final Clocks clocks;
    private final Hesitations hesitations;

    Durations(Tokens tokens, Quantities quantities, Units units) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.units = units;
        this.compounds = new Compounds(tokens, quantities, units);
        this.shortfalls = new Shortfalls(tokens, quantities, units, compounds);
        this.unitFirst = new UnitFirst(tokens, units);
        this.notations = new Notations(tokens, units);
        this.clocks = new Clocks(tokens, quantities);
        this.hesitations = new Hesitations(tokens, quantities, units, this::plain);
    }

    /** The amount that begins at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        if (tokens.is(i, Tag.LENGTH)) {
            return new Amount(i, i + 1, tokens.word(i).value(), Amount.Kind.DURATION, true, List.of());
        }
        Amount notation = notations.at(i);
        if (notation != null) {
            return notation;
        }
        Amount counted = unitFirst.at(i);
        if (counted != null) {
            return counted;
        }
        boolean between = tokens.is(i, Tag.BETWEEN);
        Quantity number = quantity(between ? behindArticle(i + 1) : i);
        if (number == null) {
            return null;
        }
        Amount range = range(number);
        Amount amount = range != null ? range : single(number);
        return amount != null && between ? amount.at(i, amount.to()) : amount;
    }

    /** The amount at token {@code i} that is no range, or null. */
    private @Nullable Amount plain(int i) {
        Quantity number = quantity(i);
        return number == null ? null : single(number);
    }

    /** "between the two and the three hours", as some languages say. */
    private int behindArticle(int i) {
        return tokens.is(i, Tag.THE) ? i + 1 : i;
    }

    /** The number that begins at token {@code i}; "hour and a half" has one hour without saying so. */
    private @Nullable Quantity quantity(int i) {
        return isImplied(i) || units.isAlone(i) || units.isTheOne(i) || isDefinite(i)
                ? new Quantity(i, i, 1)
                : quantities.at(i);
    }

    /** "hour and a half", "hour and a bit", "uurtje of vier": something behind the unit says that it is counted. */
    private boolean isImplied(int i) {
        if (!tokens.is(i, Tag.HOUR) || tokens.isNumber(i - 1)) {
            return false;
        }
        boolean more = quantities.andPart(i + 1) != null || quantities.bitEnd(i + 1) > i + 1;
        return more || isCountBehind(i) || (isOpening(i) && compounds.rest(i, Units.HOUR, false) != null);
    }

    /** "uurtje of vier": about as many hours as stand behind it. */
    private boolean isCountBehind(int i) {
        boolean counted = tokens.is(i, Tag.SINGLE_UNIT) && tokens.is(i + 1, Tag.OR) && tokens.is(i + 2, Tag.NUMBER);
        return counted && isOpening(i) && tokens.language().has(Habit.COUNT_BEHIND);
    }

    /** "the hour I spent drafting it", "l'ora che ho perso": one hour, of which a clause says what the author did with it. */
    private boolean isDefinite(int i) {
        boolean one = tokens.is(i, Tag.HOUR) && !tokens.is(i, Tag.PLURAL_UNIT);
        if (!one || !tokens.is(i - 1, Tag.THE) || tokens.is(i - 2, Tag.TO)) {
            return false;
        }
        if (!tokens.is(i + 1, Tag.RELATIVE)) {
            return isSpentOnWork(i + 1);
        }
        int to = i + 2;
        while (to < i + CLAUSE_LOOK && tokens.isWord(to)) {
            to++;
        }
        return tokens.has(i + 2, to, Tag.SPEND);
    }

    /** "I spent drafting it"; not "I had before the train", "I billed for the draft", "I logged on". */
    private boolean isSpentOnWork(int author) {
        int verb = author + 1;
        boolean other = tokens.isAny(verb, Tag.HAVE, Tag.BILLED) || tokens.isAny(verb + 1, Tag.PREPOSITION, Tag.OTHER);
        if (other || !tokens.is(author, Tag.SELF) || !tokens.is(verb, Tag.SPEND)) {
            return false;
        }
        int to = verb + 1;
        while (to < verb + CLAUSE_LOOK && tokens.isWord(to)) {
            to++;
        }
        return tokens.has(verb + 1, to, Tag.WORK);
    }

    /** Whether no noun stands before it: "rush hour" is another thing, "ore 5" a time of day, and a lone "h" needs its number. */
    private boolean isOpening(int i) {
        boolean free = !tokens.isWord(i - 1) || tokens.isAny(i - 1, Tag.FINITE, Tag.PREPOSITION, Tag.ADVERB, Tag.THE);
        return free && !tokens.is(i, Tag.PLURAL_UNIT) && tokens.small(i).length() > 1;
    }

    private @Nullable Amount single(Quantity number) {
        int unit = units.place(number.to());
        double worth = units.worth(unit);
        if (worth == 0) {
            return withUnitBehind(number);
        }
        if (isNoAmount(number, unit)) {
            return null;
        }
        boolean attributive = isAttributive(number, unit);
        Quantity rest = rest(number, unit, attributive);
        if (number.value() <= 0 && rest == null) {
            return null;
        }
        double seconds = number.value() * worth + (rest == null ? 0 : rest.value());
        int to = rest == null ? amountEnd(unit) : rest.to();
        Quantity off = attributive ? null : takenOff(to, seconds);
        if (off != null) {
            return Amount.duration(number.from(), off.to(), rounded(seconds - off.value()));
        }
        List<Double> further = rest == null ? furtherReadings(number.value(), worth) : List.of();
        return new Amount(number.from(), to, rounded(seconds), Amount.Kind.DURATION, attributive, further);
    }

    private @Nullable Amount withUnitBehind(Quantity number) {
        Amount part = partOf(number);
        return part == null ? withPartOfHour(number) : part;
    }

    /** "three hours on the deed; two of the three hours were research": whether the whole stands there already. */
    private boolean isToldBefore(Quantity whole) {
        String count = tokens.small(whole.from());
        for (int i = whole.from() - 1; i > whole.from() - WHOLE_LOOK; i--) {
            if (tokens.isAny(i, Tag.HOUR, Tag.MINUTE) && tokens.small(i - 1).equals(count)) {
                return true;
            }
        }
        return false;
    }

    /** "two of the three hours", of which nothing was told before: so many of them, or null. */
    private @Nullable Amount partOf(Quantity number) {
        int pointer = number.to() + 1;
        boolean some = tokens.is(pointer - 1, Tag.OF) && tokens.isAny(pointer, Tag.THE, Tag.MINE);
        Quantity whole = some ? quantities.at(pointer + 1) : null;
        if (whole == null || number.value() >= whole.value() || number.value() < 1 || isToldBefore(whole)) {
            return null;
        }
        int unit = units.place(whole.to());
        return units.worth(unit) == 0
                ? null
                : Amount.duration(number.from(), units.end(unit), rounded(number.value() * units.worth(unit)));
    }

    /**
     * "vier und eine Viertelstunde", "eine und eine Viertelstunde": hours whose unit is said by the part of one behind them, or
     * null. Behind a noun the number is its own: "in Wohnung vier und eine Viertelstunde im Hof".
     */
    private @Nullable Amount withPartOfHour(Quantity hours) {
        if (!isFewWhole(hours) || !tokens.is(hours.to(), Tag.AND) || !isFreeOfNoun(hours.from() - 1)) {
            return null;
        }
        int part = tokens.is(hours.to() + 1, Tag.ARTICLE) ? hours.to() + 2 : hours.to() + 1;
        return units.isPartOfHour(part) && !tokens.is(part, Tag.PLURAL_UNIT)
                ? Amount.duration(hours.from(), part + 1, hours.value() * Units.HOUR + units.count(part) * Units.MINUTE)
                : null;
    }

    private boolean isFewWhole(Quantity hours) {
        int i = hours.from();
        boolean counted = tokens.is(i, Tag.NUMBER) || (tokens.is(i, Tag.ARTICLE) && hours.to() == i + 1);
        return counted && hours.value() == Math.rint(hours.value()) && hours.value() <= MOST_HOURS;
    }

    private boolean isFreeOfNoun(int lead) {
        return tokens.isWord(lead) ? tokens.isAny(lead, BEFORE_HOURS) : !tokens.isNumber(lead);
    }

    /** "less ten minutes", "minus a quarter of an hour" behind hours: what is taken off them, in seconds, or null. */
    private @Nullable Quantity takenOff(int i, double seconds) {
        Quantity number = tokens.is(i, Tag.MINUS) && seconds >= Units.HOUR ? quantities.at(i + 1) : null;
        int unit = number == null ? i : units.place(number.to());
        double off = number == null ? 0 : number.value() * units.worth(unit);
        boolean part = off > 0 && off < Math.min(seconds, MOST_TAKEN_OFF);
        return part && !units.isHyphen(unit - 1) ? new Quantity(i, units.end(unit), off) : null;
    }

    /** The smaller parts behind the unit, or what is taken off it, in seconds; or null. */
    private @Nullable Quantity rest(Quantity number, int unit, boolean attributive) {
        double worth = units.worth(unit);
        Quantity more = compounds.rest(unit, worth, attributive);
        int lead = number.from() - 1;
        boolean led = tokens.isAny(lead, Tag.CLOCK_LEAD, Tag.CLOCK_ARTICLE, Tag.TO);
        boolean clock = led || (tokens.is(lead, Tag.PREPOSITION) && !tokens.is(lead, Tag.LASTING));
        boolean whole = more == null && number.value() >= 1 && worth == Units.HOUR && !clock;
        return whole ? shortfalls.at(units.end(unit)) : more;
    }

    /** A month has 28 to 31 days. */
    private static List<Double> furtherReadings(double count, double worth) {
        return worth == Units.MONTH
                ? List.of(count * 31 * Units.DAY, count * 28 * Units.DAY, count * 29 * Units.DAY)
                : List.of();
    }

    /** "speaking of the 4h's", a second opinion, and "45 minutes 10 seconds", which is an angle or a running time. */
    private boolean isNoAmount(Quantity number, int unit) {
        boolean seconds = !units.areAll() && tokens.isNumber(unit + 1) && tokens.is(unit + 2, Tag.PERIOD);
        boolean plural = tokens.is(unit + 1, Tag.POSSESSIVE) && tokens.touchesPrevious(unit);
        return seconds
                || plural
                || isCounted(unit)
                || isHourOfDay(number, unit)
                || isTold(number, unit)
                || isHourLacking(number, unit)
                || units.isAnotherWord(unit, tokens.is(number.to() - 1, Tag.ARTICLE));
    }

    /** "3 Einheiten à 15 Minuten", "acht Zeiteinheiten zu je zehn Minuten": units of another length. */
    private boolean isCounted(int unit) {
        if (!tokens.is(unit, Tag.TENTH)) {
            return false;
        }
        int each = tokens.is(unit + 1, Tag.PREPOSITION) ? unit + 2 : unit + 1;
        boolean led = tokens.is(unit + 1, Tag.OF) || tokens.is(each, Tag.EACH);
        Quantity length = led ? quantities.at(tokens.is(each, Tag.EACH) ? each + 1 : each) : null;
        boolean minutes = length != null && tokens.is(units.place(length.to()), Tag.MINUTE);
        return minutes || (tokens.isAny(unit + 1, Tag.EACH, Tag.TIMES) && tokens.isNumber(unit + 2));
    }

    /** "om 9 uur", "14.30 uur": where the word for an hour says the time of day as well. */
    private boolean isHourOfDay(Quantity number, int unit) {
        if (!tokens.is(unit, Tag.O_CLOCK)) {
            return false;
        }
        Numeral time = tokens.numeral(number.from());
        int lead = number.from() - 1;
        if (tokens.is(lead, Tag.CLOCK_LEAD) || time.first() < EARLIEST_POINT) {
            return tokens.is(lead, Tag.CLOCK_LEAD);
        }
        return switch (time.shape()) {
            case POINT, COLON -> time.secondDigits() == 2;
            case WHOLE -> isHourBehind(lead, time.first());
            case COMMA, SLASH, TIMER, OTHER -> false;
        };
    }

    /** "20 minutes past 3", "ten minutes to 4 pm": a time of day; not "20 minutes after 3 calls". */
    private boolean isTold(Quantity number, int unit) {
        boolean past = tokens.is(unit + 1, Tag.PAST_HOUR);
        Clock told = past || tokens.is(unit + 1, Tag.TO_HOUR) ? clocks.told(number.from()) : null;
        if (told == null || !tokens.is(unit, Tag.MINUTE) || told.to() <= unit + 1) {
            return false;
        }
        boolean closed = !tokens.isWord(told.to()) || tokens.is(told.to(), Tag.PREPOSITION);
        return told.half() == Clock.Half.SAID || (past && closed);
    }

    /** "às três horas menos dez", "à trois heures moins le quart": behind "at" a time of day, said by what it lacks. */
    private boolean isHourLacking(Quantity number, int unit) {
        int lead = number.from() - 1;
        boolean named = tokens.is(lead, Tag.THE) && !tokens.is(lead - 1, Tag.PREPOSITION);
        boolean at = tokens.isAny(lead, Tag.CLOCK_LEAD, Tag.CLOCK_ARTICLE, Tag.TO) && !named;
        boolean around = tokens.is(lead, Tag.PREPOSITION) && !tokens.isAny(lead, NO_TIME_BEHIND);
        return (at || around)
                && tokens.is(unit, Tag.HOUR)
                && number.value() >= 1
                && !units.areAll()
                && shortfalls.at(units.end(unit)) != null;
    }

    private boolean isHourBehind(int lead, int hour) {
        boolean from = tokens.is(lead, Tag.FROM) && !tokens.is(lead, Tag.OF);
        return (tokens.is(lead, Tag.TO) && !isBehindFew(lead, hour))
                || from
                || (hour >= AFTERNOON && tokens.is(lead, Tag.DATE_WORD) && !tokens.is(lead, Tag.MONTH));
    }

    /** "6 à 7 heures": behind so small a number without "from", the sign of a range joins two lengths. */
    private boolean isBehindFew(int to, int hour) {
        Quantity low = quantities.at(to - 1);
        return low != null
                && low.to() == to
                && tokens.isNumber(to - 1) == tokens.isNumber(to + 1)
                && low.value() < EARLIEST_POINT
                && hour - low.value() <= WIDEST
                && !tokens.isAny(to - 2, Tag.FROM, Tag.CLOCK_LEAD, Tag.CLOCK_ARTICLE);
    }

    /** One past all that belongs to the amount: "of an hour" behind tenths, "or so", "or two", "and a bit". */
    private int amountEnd(int unit) {
        int to = units.end(unit);
        if (tokens.is(unit, Tag.TENTH)) {
            return tenthsEnd(to);
        }
        return isOrMore(to) ? to + 2 : quantities.bitEnd(to);
    }

    private boolean isAttributive(Quantity number, int unit) {
        boolean singular = tokens.is(unit, Tag.SINGULAR_UNIT) && number.value() >= 2;
        return singular || (units.isHyphen(number.to()) && !tokens.is(unit, Tag.PLURAL_UNIT));
    }

    /** "of an hour" behind tenths. */
    private int tenthsEnd(int i) {
        boolean ofAnHour = tokens.is(i, Tag.OF) && tokens.is(i + 1, Tag.ARTICLE) && tokens.is(i + 2, Tag.HOUR);
        return ofAnHour ? i + 3 : i;
    }

    /** "an hour or two", "an hour or so". */
    private boolean isOrMore(int i) {
        return tokens.is(i, Tag.OR) && tokens.isAny(i + 1, Tag.NUMBER, Tag.SO) && units.worth(units.place(i + 2)) == 0;
    }

    private @Nullable Amount range(Quantity low) {
        int mark = isApart(low) ? -1 : rangeMark(low.to());
        int join = mark < 0 && isAlternative(low) ? low.to() + 1 : mark;
        if (join < 0) {
            return unitRange(low);
        }
        Quantity high = quantities.at(behindArticle(join));
        if (high == null || high.value() <= low.value()) {
            return null;
        }
        Amount upper = single(high);
        if (upper == null || (upper.attributive() && low.value() < 1)) {
            return null;
        }
        double lower = low.value() * units.worth(units.place(high.to()));
        return new Amount(
                low.from(),
                upper.to(),
                rounded(lower),
                Amount.Kind.DURATION,
                upper.attributive(),
                List.of(upper.seconds()));
    }

    /**
     * "Phase 2 - 5h", "Orme phase 2 - 5h", "Quick one - 15 mins": a label with its number, or the pronoun, and behind a dash with blanks
     * around it how long that took; not "in part 2 - 3h".
     */
    private boolean isApart(Quantity low) {
        int dash = low.to();
        boolean label = tokens.is(low.from() - 1, Tag.REFERENCE)
                && !tokens.isAny(low.from() - 2, Tag.PREPOSITION, Tag.THE, Tag.ARTICLE);
        boolean pronoun = low.value() == 1
                && tokens.is(low.from(), Tag.NUMBER)
                && tokens.isWord(low.from() - 1)
                && tokens.isNumber(dash + 1);
        return (label || pronoun)
                && units.isHyphen(dash)
                && tokens.gapBefore(dash) > 0
                && tokens.gapBefore(dash + 1) > 0;
    }

    /** "spent 2, 3 hours": two or three, where nothing before the first number could be what it counts or numbers. */
    private boolean isAlternative(Quantity low) {
        int comma = low.to();
        if (!tokens.isTouching(comma, ',') || tokens.touchesPrevious(comma + 1) || tokens.isCellStart(comma + 1)) {
            return false;
        }
        Quantity high = quantities.at(comma + 1);
        if (high != null && hesitations.isHalfMore(low, high)) {
            return true;
        }
        boolean next = high != null && high.value() == low.value() + 1;
        boolean alike = tokens.isNumber(low.from()) == tokens.isNumber(comma + 1);
        int lead = low.from() - 1;
        return next
                && alike
                && (tokens.isBreak(lead) || tokens.isAny(lead, Tag.SPEND, Tag.APPROXIMATE, Tag.TAKE, Tag.ME));
    }

    /** "an hour to two hours", "30 minutes to an hour", "an hour or two". */
    private @Nullable Amount unitRange(Quantity low) {
        Amount lower = single(low);
        if (lower == null) {
            return null;
        }
        int unit = units.place(low.to());
        if (lower.to() == units.end(unit) + 2 && isOrMore(lower.to() - 2) && tokens.is(lower.to() - 1, Tag.NUMBER)) {
            double other = tokens.word(lower.to() - 1).value() * units.worth(unit);
            return tokens.language().has(Habit.COUNT_BEHIND)
                    ? new Amount(lower.from(), lower.to(), other, lower.kind())
                    : lower.or(other);
        }
        Amount hesitant = hesitations.beyond(lower, low);
        return hesitant == null ? upTo(lower) : hesitant;
    }

    /** The range from the amount to the one that the sign of a range joins to it, or null. */
    private @Nullable Amount upTo(Amount lower) {
        int join = rangeMark(lower.to());
        Quantity high = join < 0 ? null : quantities.at(join);
        Amount upper = high == null ? null : single(high);
        return upper != null && upper.seconds() > lower.seconds()
                ? lower.at(lower.from(), upper.to()).or(upper.seconds())
                : null;
    }

    /** Where the upper bound begins, if a sign of a range stands at token {@code i}; else -1. */
    private int rangeMark(int i) {
        int join = units.isHyphen(i) && tokens.isAny(i + 1, Tag.TO, Tag.OR) ? i + 1 : i;
        if (!units.isHyphen(join) && !tokens.isAny(join, Tag.TO, Tag.OR) && !isBetweenAnd(join)) {
            return -1;
        }
        return tokens.isMark(join + 1, '-') ? join + 2 : join + 1;
    }

    /** The "and" of "between one and two hours"; elsewhere it joins two amounts. */
    private boolean isBetweenAnd(int i) {
        if (!tokens.is(i, Tag.AND)) {
            return false;
        }
        for (int back = i - 1; back > i - BETWEEN_LOOK; back--) {
            if (tokens.is(back, Tag.BETWEEN)) {
                return true;
            }
        }
        return false;
    }

    /** Without the noise of decimal fractions: a third of an hour has 1,200 seconds. */
    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
