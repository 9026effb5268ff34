package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads days at work: {@code all day}, {@code a full day}, {@code half a day}, {@code two full days}; all week where all units count. */
final class WorkingDays {

    private final Tokens tokens;
    private final Quantities quantities;
    private final Units units;
    private final int secondsInDay;

    WorkingDays(Tokens tokens, Quantities quantities, Units units, int secondsInDay) {
        this.tokens = tokens;
        this.quantities = quantities;
        this.units = units;
        this.secondsInDay = secondsInDay;
    }

    /** The amount that begins at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        if (tokens.is(i, Tag.WHOLE)) {
            return whole(i);
        }
        return tokens.is(i, Tag.DAY) ? uncounted(i) : counted(i);
    }

    /** "o dia inteiro", "día y medio": one day without saying so. */
    private @Nullable Amount uncounted(int i) {
        if (tokens.is(i + 1, Tag.WHOLE) && (tokens.is(i - 1, Tag.THE) || opens(i))) {
            return days(i, i + 2, 1);
        }
        boolean part = !tokens.isNumber(i - 1) && quantities.andPart(i + 1) != null;
        return part ? andPart(days(i, i + 1, 1)) : null;
    }

    /** "oggi giornata intera al cantiere", "Cabina: journée entière": one day where an item begins with it. */
    private boolean opens(int i) {
        boolean day = tokens.is(i - 1, Tag.DATE_WORD) && !tokens.is(i - 1, Tag.DAY);
        return !tokens.is(i, Tag.PLURAL_UNIT) && (day || tokens.isBreak(i - 1) || tokens.isOneOf(i - 1, ":,-"));
    }

    private @Nullable Amount counted(int i) {
        Quantity number = quantities.at(i);
        if (number == null) {
            return null;
        }
        Amount range = range(number);
        return range == null ? single(number) : range;
    }

    private @Nullable Amount single(Quantity number) {
        int unit = tokens.isMark(number.to(), '-') ? number.to() + 1 : number.to();
        unit = tokens.isAny(unit, Tag.WHOLE, Tag.UNIT_ADJECTIVE) ? unit + 1 : unit;
        double count = number.value() * units.count(unit);
        return count > 0 && tokens.is(unit, Tag.DAY) ? andPart(days(number.from(), unit + 1, count)) : null;
    }

    /** "four to five days"; not "two to three days ago". */
    private @Nullable Amount range(Quantity low) {
        int next = low.to() + 1;
        boolean joined = tokens.is(low.to(), Tag.TO) || units.isHyphen(low.to());
        Quantity high = joined && (tokens.isNumber(next) || tokens.is(next, Tag.NUMBER)) ? quantities.at(next) : null;
        Amount upper = high == null ? null : single(high);
        return upper != null
                        && upper.seconds() > low.value() * secondsInDay
                        && tokens.is(upper.to() - 1, Tag.PLURAL_UNIT)
                        && !tokens.is(upper.to(), Tag.AFTER_PERIOD)
                ? days(low.from(), upper.to(), low.value()).or(upper.seconds())
                : null;
    }

    private @Nullable Amount whole(int i) {
        int unit = tokens.is(i + 1, Tag.THE) || units.isHyphen(i + 1) ? i + 2 : i + 1;
        unit = tokens.isAny(unit, Tag.YESTERDAY, Tag.BEFORE_YESTERDAY, Tag.TODAY) ? unit + 1 : unit;
        if (tokens.is(unit, Tag.DAY) && !tokens.is(unit, Tag.PLURAL_UNIT)) {
            return days(i, unit + 1, 1);
        }
        double worth = tokens.is(unit, Tag.PERIOD) ? units.worth(unit) : 0;
        return worth > Units.DAY ? Amount.duration(i, unit + 1, worth) : null;
    }

    /** "a day and a half". */
    private Amount andPart(Amount days) {
        Quantity part = quantities.andPart(days.to());
        boolean another = part != null && (tokens.is(part.to(), Tag.DAY) || tokens.is(part.to(), Tag.HOUR));
        return part == null || another
                ? days
                : new Amount(days.from(), part.to(), days.seconds() + part.value() * secondsInDay, Amount.Kind.DAYS);
    }

    private Amount days(int from, int to, double days) {
        return new Amount(from, to, days * secondsInDay, Amount.Kind.DAYS);
    }
}
