package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts that name their unit: {@code 2.5 hours}, {@code 1h30}, {@code an hour and a half}, {@code 2-3 hours}
 * (the lower bound), {@code three tenths}, {@code 4 units}.
 */
final class Durations {

    private static final double HOUR = 3600;
    private static final double MINUTE = 60;
    private static final double TENTH = 360;

    private final Tokens tokens;
    private final Quantities quantities;

    Durations(Tokens tokens, Quantities quantities) {
        this.tokens = tokens;
        this.quantities = quantities;
    }

    /** The amount that begins at token {@code i}, or null. */
    @Nullable
    Amount at(int i) {
        boolean between = tokens.is(i, Tag.BETWEEN);
        Quantity number = quantities.at(between ? i + 1 : i);
        if (number == null) {
            return null;
        }
        Amount range = range(number);
        Amount amount = range != null ? range : single(number);
        return amount != null && between ? amount.over(i, amount.to(), amount.seconds()) : amount;
    }

    private @Nullable Amount single(Quantity number) {
        int unit = unitPlace(number.to());
        double worth = worth(unit);
        if (worth == 0 || number.value() <= 0 || isNoAmount(unit)) {
            return null;
        }
        boolean attributive = isAttributive(number, unit);
        Quantity rest = worth == HOUR && !attributive ? rest(unitEnd(unit)) : null;
        double seconds = number.value() * worth + (rest == null ? 0 : rest.value());
        int to = rest == null ? amountEnd(unit) : rest.to();
        return new Amount(number.from(), to, (int) Math.round(seconds), Amount.Kind.DURATION, attributive);
    }

    /** "speaking of the 4h's", and "45 minutes 10 seconds", which is an angle or a running time. */
    private boolean isNoAmount(int unit) {
        boolean seconds = tokens.isNumber(unit + 1) && tokens.is(unit + 2, Tag.PERIOD);
        return seconds || tokens.is(unit + 1, Tag.POSSESSIVE);
    }

    /** One past the unit, its dot included where it is an abbreviation within a sentence. */
    private int unitEnd(int unit) {
        boolean dot = tokens.isMark(unit + 1, '.') && tokens.is(unit, Tag.ABBREVIATION);
        return dot && !endsSentence(unit + 1) ? unit + 2 : unit + 1;
    }

    /** One past all that belongs to the amount: "of an hour" behind tenths, "or so", "or two". */
    private int amountEnd(int unit) {
        int to = unitEnd(unit);
        if (tokens.is(unit, Tag.TENTH)) {
            return tenthsEnd(to);
        }
        return isOrMore(to) ? to + 2 : to;
    }

    /** Where the unit stands behind a number: a hyphen, a plus or one or two adjectives may part them. */
    private int unitPlace(int i) {
        int unit = tokens.isOneOf(i, "-+") || tokens.is(i, Tag.HYPHEN) ? i + 1 : i;
        for (int adjectives = 0; adjectives < 2 && tokens.is(unit, Tag.UNIT_ADJECTIVE); adjectives++) {
            unit++;
        }
        return unit;
    }

    private double worth(int unit) {
        if (tokens.is(unit, Tag.HOUR)) {
            return HOUR;
        }
        if (tokens.is(unit, Tag.MINUTE)) {
            return MINUTE;
        }
        return tokens.is(unit, Tag.TENTH) ? TENTH : 0;
    }

    private boolean isAttributive(Quantity number, int unit) {
        boolean hyphen = tokens.isMark(number.to(), '-') || tokens.is(number.to(), Tag.HYPHEN);
        boolean singular = tokens.is(unit, Tag.SINGULAR_UNIT) && number.value() >= 2;
        return singular || (hyphen && !tokens.is(unit, Tag.PLURAL_UNIT));
    }

    /** "of an hour" behind tenths. */
    private int tenthsEnd(int i) {
        boolean ofAnHour = tokens.is(i, Tag.OF) && tokens.is(i + 1, Tag.ARTICLE) && tokens.is(i + 2, Tag.HOUR);
        return ofAnHour ? i + 3 : i;
    }

    private boolean endsSentence(int dot) {
        return tokens.isBreak(dot + 1) || tokens.isCapitalised(dot + 1);
    }

    /** "an hour or two", "an hour or so". */
    private boolean isOrMore(int i) {
        return tokens.is(i, Tag.OR) && tokens.isAny(i + 1, Tag.NUMBER, Tag.SO) && worth(unitPlace(i + 2)) == 0;
    }

    /** What follows a number of hours and belongs to it, in seconds: "and a half", "20 min", "fifteen". */
    private @Nullable Quantity rest(int i) {
        boolean joined = tokens.is(i, Tag.AND);
        int from = joined || (tokens.isMark(i, ',') && isMinutes(i + 1)) ? i + 1 : i;
        Quantity fraction = joined ? fractionOfHour(from) : null;
        return fraction != null ? fraction : restMinutes(i, from);
    }

    private @Nullable Quantity restMinutes(int i, int from) {
        Quantity minutes = quantities.at(from);
        if (minutes == null || minutes.value() >= 60) {
            return null;
        }
        int unit = unitPlace(minutes.to());
        if (tokens.is(unit, Tag.MINUTE)) {
            return new Quantity(from, unitEnd(unit), minutes.value() * MINUTE);
        }
        return isBareMinutes(i, minutes) ? new Quantity(from, minutes.to(), minutes.value() * MINUTE) : null;
    }

    private boolean isMinutes(int i) {
        Quantity minutes = quantities.at(i);
        return minutes != null && minutes.value() < 60 && tokens.is(minutes.to(), Tag.MINUTE);
    }

    private @Nullable Quantity fractionOfHour(int from) {
        boolean counted = tokens.isAny(from, Tag.ARTICLE, Tag.NUMBER);
        int part = counted ? from + 1 : from;
        part = counted && tokens.isMark(part, '-') ? part + 1 : part;
        if (!tokens.is(part, Tag.FRACTION)) {
            return null;
        }
        double count = tokens.is(from, Tag.NUMBER) ? tokens.word(from).value() : 1;
        return tokens.isAny(part + 1, Tag.HOUR, Tag.MINUTE)
                ? null
                : new Quantity(from, part + 1, count * tokens.word(part).value() * HOUR);
    }

    /** "1h30", "2 hrs 40", "one hour fifteen", "an hour and ten": no unit of its own, nor a word that makes it a count. */
    private boolean isBareMinutes(int i, Quantity minutes) {
        boolean whole = minutes.value() >= 5 && minutes.value() == Math.rint(minutes.value());
        boolean glued = tokens.isNumber(i) && tokens.touchesPrevious(i);
        return whole && isWrittenAsMinutes(minutes.from()) && (glued || closes(minutes.to()));
    }

    private boolean isWrittenAsMinutes(int i) {
        return tokens.isNumber(i) ? Numeral.of(tokens.text(i)).firstDigits() == 2 : !tokens.is(i, Tag.ARTICLE);
    }

    /** Whether a number that ends here counts nothing: no noun follows. */
    private boolean closes(int i) {
        if (tokens.kind(i) == Tokens.Kind.MARK) {
            return !tokens.isOneOf(i, "-%:/$");
        }
        return tokens.isBreak(i)
                || tokens.isAny(i, Tag.PREPOSITION, Tag.AND, Tag.DATE_WORD, Tag.GERUND, Tag.SUBORDINATOR);
    }

    private @Nullable Amount range(Quantity low) {
        int join = low.to();
        if (!isRangeMark(join)) {
            return unitRange(low);
        }
        Quantity high = quantities.at(join + 1);
        if (high == null || high.value() <= low.value()) {
            return null;
        }
        Amount upper = single(high);
        if (upper == null || (upper.attributive() && low.value() < 1)) {
            return null;
        }
        double worth = worth(unitPlace(high.to()));
        return new Amount(
                low.from(),
                upper.to(),
                (int) Math.round(low.value() * worth),
                Amount.Kind.DURATION,
                upper.attributive());
    }

    /** "an hour to two hours", "30 minutes to an hour". */
    private @Nullable Amount unitRange(Quantity low) {
        Amount lower = single(low);
        if (lower == null || !isRangeMark(lower.to())) {
            return null;
        }
        Quantity high = quantities.at(lower.to() + 1);
        Amount upper = high == null ? null : single(high);
        return upper != null && upper.seconds() > lower.seconds()
                ? lower.over(lower.from(), upper.to(), lower.seconds())
                : null;
    }

    private boolean isRangeMark(int i) {
        return tokens.isMark(i, '-') || tokens.isAny(i, Tag.HYPHEN, Tag.TO, Tag.OR) || isBetweenAnd(i);
    }

    /** The "and" of "between one and two hours"; elsewhere it joins two amounts. */
    private boolean isBetweenAnd(int i) {
        if (!tokens.is(i, Tag.AND)) {
            return false;
        }
        for (int back = i - 1; back > i - 6; back--) {
            if (tokens.is(back, Tag.BETWEEN)) {
                return true;
            }
        }
        return false;
    }
}
